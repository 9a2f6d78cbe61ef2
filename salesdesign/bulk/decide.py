"""Every decision for one company, in figures: the order of `advise`, without what explains it."""

from typing import NamedTuple

from salesdesign.engine.rows.compile import Scorer
from salesdesign.engine.rows.take import Taken
from salesdesign.facts.derive import in_dollars, segment_company
from salesdesign.model.company import Company
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose, Decision, Facts


class Decided(NamedTuple):
    """What was decided about a company."""

    facts: Facts
    """Stated, derived and decided facts, money in US dollars."""
    taken: tuple[Taken, ...]
    """In the order of the pack's decisions."""
    amounts: tuple[float | None, ...]
    """How many people each option that comes in amounts calls for."""


def decided(company: Company, scorer: Scorer) -> Decided:
    """Every decision of the scorer's pack for a company; each may read those before it as facts."""
    known = _start(company, scorer)
    facts = dict(scorer.derive(known))
    found = []
    for decision in scorer.pack.decisions:
        taken = scorer.decide[decision.id](facts)
        found.append(taken)
        news = _news(decision, taken)
        if company.segments and decision.id == scorer.pack.main and decision.per_segment:
            news["decided.segment_structures"] = len(set(_segment_choices(company, scorer)))
        facts = _told(news, known, facts, scorer)
    return Decided(facts, tuple(found), scorer.amounts(facts))


def _segment_choices(company: Company, scorer: Scorer) -> list[tuple[str, ...]]:
    catalogue = scorer.pack.catalogue
    return [_main_choice(segment_company(company, segment, catalogue), scorer) for segment in company.segments]


def _main_choice(segment: Company, scorer: Scorer) -> tuple[str, ...]:
    """What the main decision recommends for a segment."""
    known = _start(segment, scorer)
    facts = dict(scorer.derive(known))
    for decision in scorer.pack.decisions:
        taken = scorer.decide[decision.id](facts)
        if decision.id == scorer.pack.main:
            return taken.chosen
        facts = _told(_news(decision, taken), known, facts, scorer)
    raise LookupError(f"the pack has no decision {scorer.pack.main}")


def _start(company: Company, scorer: Scorer) -> dict[str, Value]:
    return dict(in_dollars(company, scorer.pack.catalogue))


def _news(decision: Decision, taken: Taken) -> dict[str, Value]:
    """The decision as a fact for those after it."""
    name = f"decided.{decision.id}"
    if decision.choose is Choose.SEVERAL:
        return {name: taken.chosen}
    return {name: taken.chosen[0]} if taken.chosen else {}


def _told(news: dict[str, Value], known: dict[str, Value], facts: dict[str, Value], scorer: Scorer) -> dict[str, Value]:
    """The facts with what was decided; worked out again where any of them follows from that."""
    known |= news
    if not scorer.followed.isdisjoint(news):
        return dict(scorer.derive(known))
    facts |= news
    return facts
