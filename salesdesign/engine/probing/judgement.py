"""How far a choice hangs on our opinion: weights and points vary as other people might set them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import islice
from operator import add, mul

from salesdesign.engine.evaluate import findings
from salesdesign.engine.probing.acceptability import choice_shares, outcomes, rank_shares
from salesdesign.engine.probing.course import Taken
from salesdesign.engine.probing.streams import octets
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.weights import WEIGHT, drawn_weights
from salesdesign.model.pack import POINT, POINTS_LIMIT, Facts, Line
from salesdesign.model.probing import Acceptability, Draws
from salesdesign.model.ranking import Finding, Outcome


def judgement(subject: Subject, facts: Facts, taken: Taken, draws: Draws) -> Acceptability:
    """How the options come out in as many draws; `facts` are derived, and `taken` is how they come out today.

    Weights are Dirichlet. Points are one less, the same or one more in a quarter, a half and a quarter of the draws,
    for each rule and option where the rule speaks, held within what a rule may say; a line moves as a whole. Gates stay
    as they are, and today's option keeps its inertia. Whether anything speaks for an option is not asked.
    """
    columns = _columns(subject, facts, taken.places, draws)
    ids = [option.id for option in subject.decision.options]
    if not columns:
        return Acceptability(chosen={}, ranks=dict.fromkeys(ids, ()))
    found = outcomes(columns, taken.current, subject.decision.inertia * POINT * WEIGHT)
    chosen, ranks = choice_shares(found, taken.current), rank_shares(found)
    return Acceptability(
        chosen={option: float(chosen.get(place, 0)) for place, option in enumerate(ids)},
        ranks={option: tuple(map(float, ranks.get(place, ()))) for place, option in enumerate(ids)},
    )


def _columns(subject: Subject, facts: Facts, places: Sequence[int], draws: Draws) -> Mapping[int, Sequence[int]]:
    """The net of each open option in every draw, in thousandths of thousandths."""
    decision = subject.decision
    weights = {criterion.id: subject.weights.get(criterion.id, criterion.weight) for criterion in decision.criteria}
    drawn = drawn_weights(decision.id, weights, draws)
    columns = {place: [0] * draws.count for place in places}
    found = iter(findings(subject.machine, decision, facts))
    for criterion in decision.criteria:
        speaking = tuple(islice(found, len(criterion.rules)))
        for place in places:
            points = _held(list(_shifted(speaking, decision.options[place].id, draws)))
            if points:
                columns[place] = list(map(add, columns[place], map(mul, drawn[criterion.id], points)))
    return columns


def _shifted(found: Iterable[Finding], option: str, draws: Draws) -> Iterator[list[int]]:
    """For each rule that speaks about the option, its points in every draw."""
    for finding in found:
        points = finding.points.get(option, 0)
        if finding.outcome is Outcome.MET and (points or isinstance(finding.rule.points.get(option), Line)):
            less, more = max(points - POINT, -POINTS_LIMIT), min(points + POINT, POINTS_LIMIT)
            by_octet = (less, points, points, more) * 64
            yield list(map(by_octet.__getitem__, octets(draws.seed, f"points/{finding.rule.id}/{option}", draws.count)))


def _held(columns: Sequence[Sequence[int]]) -> Sequence[int]:
    """The sums of points, held within what a criterion may say; nothing where no rule speaks."""
    if len(columns) < 2:
        return columns[0] if columns else ()
    sums = reduce(lambda one, other: list(map(add, one, other)), columns)
    if max(sums) <= POINTS_LIMIT and min(sums) >= -POINTS_LIMIT:
        return sums
    return [max(-POINTS_LIMIT, min(POINTS_LIMIT, total)) for total in sums]
