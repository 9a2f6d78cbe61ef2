"""How much each criterion, and all of them together, speak for each option."""

from collections.abc import Mapping, Sequence
from itertools import islice

from salesdesign.model.pack import POINT, POINTS_LIMIT, Decision
from salesdesign.model.ranking import Contribution, Finding, Standing
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class _Judged:
    """A criterion as it was asked of a company."""

    found: tuple[Finding, ...]
    silent: Contribution
    """What it gives an option that none of its rules names."""


def standings(decision: Decision, found: Sequence[Finding], weights: Mapping[str, float]) -> tuple[Standing, ...]:
    """Every option with its net, in the order of the decision; nothing is closed or ranked yet.

    `found` are the findings of the decision's rules in their order; `weights` replace those of criteria, by id.
    """
    judged = _judged(decision, found, weights)
    return tuple(_standing(option.id, judged) for option in decision.options)


def score_of(net: int, scale: float) -> float:
    """A net in thousandths as a score from 0 to 100, to a tenth; 50 where nothing speaks either way.

    It is rounded once, in whole tenths, as tables do in every engine: so no score differs from another's at a tie.
    """
    return (round(500 * net / (abs(net) + scale * POINT)) + 500) / 10


def _judged(decision: Decision, found: Sequence[Finding], weights: Mapping[str, float]) -> list[_Judged]:
    following = iter(found)
    return [
        _Judged(
            found=tuple(islice(following, len(criterion.rules))),
            silent=Contribution(
                criterion=criterion.id,
                weight=weights.get(criterion.id, criterion.weight),
                points=0,
                net=0,
                low=0,
                high=0,
                findings=(),
            ),
        )
        for criterion in decision.criteria
    ]


def _standing(option: str, judged: Sequence[_Judged]) -> Standing:
    contributions = tuple([_contribution(option, criterion) for criterion in judged])
    return Standing(
        option=option,
        net=sum([part.net for part in contributions]),
        low=sum([part.low for part in contributions]),
        high=sum([part.high for part in contributions]),
        contributions=contributions,
    )


def _contribution(option: str, judged: _Judged) -> Contribution:
    speaking = tuple([finding for finding in judged.found if option in finding.points])
    if not speaking:
        return judged.silent
    weight = judged.silent.weight
    points = _held([finding.points[option] for finding in speaking])
    return Contribution(
        criterion=judged.silent.criterion,
        weight=weight,
        points=points,
        net=round(weight * points),
        low=round(weight * _held([finding.low[option] for finding in speaking])),
        high=round(weight * _held([finding.high[option] for finding in speaking])),
        findings=speaking,
    )


def _held(points: Sequence[int]) -> int:
    """The sum of points, held within what a criterion may say."""
    return max(-POINTS_LIMIT, min(POINTS_LIMIT, sum(points)))
