"""How much each criterion, and all of them together, speak for each option."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from salesdesign.model.pack import POINT, POINTS_LIMIT, Criterion, Decision
from salesdesign.model.ranking import Contribution, Finding, Standing

_Judged = tuple[Criterion, float, tuple[Finding, ...]]
"""A criterion with the weight that counts and the findings of its rules."""


def standings(decision: Decision, found: Sequence[Finding], weights: Mapping[str, float]) -> tuple[Standing, ...]:
    """Every option with its net, in the order of the decision; nothing is closed or ranked yet.

    `found` are the findings of the decision's rules in their order; `weights` replace those of criteria, by id.
    """
    judged = _judged(decision, found, weights)
    return tuple(_standing(option.id, judged) for option in decision.options)


def score_of(net: int, scale: float) -> float:
    """A net in thousandths as a score from 0 to 100; 50 where nothing speaks either way."""
    points = net / POINT
    return 50 + 50 * points / (abs(points) + scale)


def _judged(decision: Decision, found: Sequence[Finding], weights: Mapping[str, float]) -> list[_Judged]:
    following = iter(found)
    return [
        (criterion, weights.get(criterion.id, criterion.weight), tuple(islice(following, len(criterion.rules))))
        for criterion in decision.criteria
    ]


def _standing(option: str, judged: Sequence[_Judged]) -> Standing:
    contributions = tuple(_contribution(option, *criterion) for criterion in judged)
    return Standing(
        option=option,
        net=sum(part.net for part in contributions),
        low=sum(part.low for part in contributions),
        high=sum(part.high for part in contributions),
        contributions=contributions,
    )


def _contribution(option: str, criterion: Criterion, weight: float, found: Sequence[Finding]) -> Contribution:
    speaking = tuple(finding for finding in found if option in finding.points)
    points = _held(finding.points[option] for finding in speaking)
    return Contribution(
        criterion=criterion.id,
        weight=weight,
        points=points,
        net=round(weight * points),
        low=round(weight * _held(finding.low[option] for finding in speaking)),
        high=round(weight * _held(finding.high[option] for finding in speaking)),
        findings=speaking,
    )


def _held(points: Iterable[int]) -> int:
    """The sum of points, held within what a criterion may say."""
    return max(-POINTS_LIMIT, min(POINTS_LIMIT, sum(points)))
