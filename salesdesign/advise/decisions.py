"""A pack's decisions taken for one company, in their order, its segments along the way."""

from collections.abc import Mapping

from salesdesign.engine.compile import Machine
from salesdesign.engine.decide import decide
from salesdesign.facts.derive import in_dollars, segment_company
from salesdesign.model.company import Company, Segment
from salesdesign.model.expression import Value
from salesdesign.model.pack import Decision, Facts, Pack
from salesdesign.model.ranking import Ranking
from salesdesign.records import dataclass

SEGMENT_STRUCTURES = "decided.segment_structures"
"""How many different options of the main decision the segments chose: known once it is taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedSegment:
    """A segment with its own answer to the pack's main decision."""

    segment: Segment
    ranking: Ranking
    stated: Facts
    facts: Facts
    """The segment's own, money in US dollars: as stated, and with all that follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Everything that was decided about a company."""

    company: Company
    stated: Facts
    """What the decisions start from, money in US dollars."""
    facts: Facts
    """Stated, derived and decided facts, money in US dollars."""
    rankings: Mapping[str, Ranking]
    """By decision, in the order in which they were taken."""
    segments: tuple[DecidedSegment, ...] = ()


def take_decisions(company: Company, pack: Pack, machine: Machine, weights: Mapping[str, float]) -> Decided:
    """Every decision of the pack for a company; each may read those before it as facts."""
    known = _start(company, pack)
    stated = dict(known)
    rankings: dict[str, Ranking] = {}
    segments: tuple[DecidedSegment, ...] = ()
    for decision in pack.decisions:
        ranking = decide(machine, decision, machine.derive(known), weights)
        rankings[decision.id] = ranking
        _remember(known, decision, ranking)
        if decision.id == pack.main and decision.per_segment:
            segments = tuple(_segment(company, segment, pack, machine, weights) for segment in company.segments)
            if segments:
                known[SEGMENT_STRUCTURES] = len({found.ranking.chosen for found in segments})
    return Decided(company=company, stated=stated, facts=machine.derive(known), rankings=rankings, segments=segments)


def _start(company: Company, pack: Pack) -> dict[str, Value]:
    known: dict[str, Value] = {f"decided.{decision.id}": None for decision in pack.decisions}
    known.update(in_dollars(company, pack.catalogue))
    return known


def _segment(
    company: Company, segment: Segment, pack: Pack, machine: Machine, weights: Mapping[str, float]
) -> DecidedSegment:
    known = _start(segment_company(company, segment, pack.catalogue), pack)
    stated = dict(known)
    for decision in pack.decisions:
        ranking = decide(machine, decision, machine.derive(known), weights)
        _remember(known, decision, ranking)
        if decision.id == pack.main:
            return DecidedSegment(segment=segment, ranking=ranking, stated=stated, facts=machine.derive(known))
    raise LookupError(f"the pack has no decision {pack.main}")


def _remember(known: dict[str, Value], decision: Decision, ranking: Ranking) -> None:
    if decision.choose == "several":
        known[f"decided.{decision.id}"] = ranking.chosen
    elif ranking.chosen:
        known[f"decided.{decision.id}"] = ranking.chosen[0]
