"""How far a choice hangs on our opinion: weights and points vary as other people might set them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from itertools import islice
from operator import add, mul
from typing import TypeAlias

from salesdesign.engine.evaluate import findings
from salesdesign.engine.gates import most_allowed
from salesdesign.engine.probing.acceptability import Columns, choice_shares, outcomes, rank_shares, sets
from salesdesign.engine.probing.acceptability import Outcome as Standing
from salesdesign.engine.probing.course import Taken
from salesdesign.engine.probing.shares import member_shares
from salesdesign.engine.probing.streams import octets
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.weights import WEIGHT, drawn_weights
from salesdesign.model.pack import POINT, POINTS_LIMIT, Choose, Facts, Line
from salesdesign.model.probing import Acceptability, Draws
from salesdesign.model.ranking import Finding, Outcome


def judgement(subject: Subject, facts: Facts, taken: Taken, draws: Draws) -> Acceptability:
    """How the options come out in as many draws; `facts` are derived, and `taken` is how they come out today.

    Weights are Dirichlet. Points are one less, the same or one more in a quarter, a half and a quarter of the draws,
    for each rule and option where the rule speaks, held within what a rule may say; a line moves as a whole. Gates and
    limits stay as they are, and today's option keeps its inertia. Whether anything speaks for an option is not asked
    where one is chosen; where several are, those that something speaks for today can be.
    """
    columns = _columns(subject, facts, taken.places, draws)
    ids = [option.id for option in subject.decision.options]
    if not columns:
        return Acceptability(chosen={}, ranks=dict.fromkeys(ids, ()), again=1.0)  # opinion alters nothing
    found = outcomes(columns, taken.current, subject.decision.inertia * POINT * WEIGHT)
    chosen, again = (_sets if subject.decision.choose is Choose.SEVERAL else _ones)(subject, columns, found, taken)
    ranks = rank_shares(found)
    return Acceptability(
        chosen={option: float(chosen.get(place, 0)) for place, option in enumerate(ids)},
        ranks={option: tuple(map(float, ranks.get(place, ()))) for place, option in enumerate(ids)},
        again=float(again),
    )


Chosen: TypeAlias = tuple[Mapping[int, Fraction], Fraction]
"""In which share of draws each option is chosen, and what is chosen today."""


def _ones(_: Subject, __: Columns, found: Counter[Standing], taken: Taken) -> Chosen:
    """Where nothing is chosen today, the option with the highest net counts: chance, where nothing speaks."""
    chosen = choice_shares(found, taken.current)
    first = taken.chosen or sorted(taken.places, key=lambda place: -taken.nets[place])
    return chosen, chosen.get(first[0], Fraction(0))


def _sets(subject: Subject, columns: Columns, _: Counter[Standing], taken: Taken) -> Chosen:
    decision = subject.decision
    eligible = [place for place in taken.places if taken.supported >> place & 1]
    at_most = most_allowed(decision, taken.answers.limits)
    found = sets(columns, eligible, decision.threshold * POINT * WEIGHT, at_most)
    return member_shares(found), Fraction(found[tuple(sorted(taken.chosen))], found.total())


def _columns(subject: Subject, facts: Facts, places: Sequence[int], draws: Draws) -> Columns:
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
