"""What all criteria together give each option, as columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import TypeVar

from salesdesign.model.expression import Operator
from salesdesign.model.pack import POINT, POINTS_LIMIT, Decision
from salesdesign.tables.columns import Column, Constant, Magnitude, Rounded
from salesdesign.tables.folding import (
    above_zero,
    calculated,
    is_counted,
    largest,
    perhaps,
    smallest,
    some,
    summed,
    surely,
    times,
)
from salesdesign.tables.program import Steps
from salesdesign.tables.rules import Judged, Spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Net:
    """How one option stands, in whole thousandths."""

    option: str
    net: Column
    low: Column
    high: Column
    speaks_for: Column
    """Whether any rule that counts speaks for it."""
    limit: int
    """The net lies within this on both sides of zero."""


def nets(decision: Decision, rules: Sequence[Judged], weights: Mapping[str, float], steps: Steps) -> tuple[Net, ...]:
    """Every option with its net, in the order of the decision; `rules` are those of the decision in their order."""
    following = iter(rules)
    criteria: list[_Weighed[Judged]] = [
        (weights.get(criterion.id, criterion.weight), tuple(islice(following, len(criterion.rules))))
        for criterion in decision.criteria
    ]
    return tuple(_net(option.id, f"{decision.id}_{option.id}", criteria, steps) for option in decision.options)


def score(net: Column, scale: float) -> Column:
    """A net as a score from 0 to 100, in whole tenths before it is divided, so that no engine rounds it otherwise."""
    above = calculated(Operator.MULTIPLY, net, Constant(500.0))
    below = calculated(Operator.ADD, Magnitude(net), Constant(float(scale * POINT)))
    tenths = summed((Rounded(calculated(Operator.DIVIDE, above, below)), Constant(500)))
    return calculated(Operator.DIVIDE, tenths, Constant(10.0))


def in_points(net: Column) -> Column:
    """Thousandths as points."""
    return calculated(Operator.DIVIDE, net, Constant(float(POINT)))


_Rule = TypeVar("_Rule")
_Weighed = tuple[float, Sequence[_Rule]]
"""A criterion: its weight and its rules."""


def _net(option: str, name: str, criteria: Sequence[_Weighed[Judged]], steps: Steps) -> Net:
    spoken: list[_Weighed[Spoken]] = [
        (weight, [rule.options[option] for rule in rules if option in rule.options]) for weight, rules in criteria
    ]
    plain = [one for one in spoken if _is_plain(*one)]
    held = [one for one in spoken if not _is_plain(*one)]
    gain = steps.add(f"{name}_gain", _counted(plain, lambda rule: rule.range[0] == 0))
    loss = _counted(plain, lambda rule: rule.range[0] < 0)
    speaking = (perhaps(rule.speaks_for) for weight, rules in held if weight > 0 for rule in rules)
    return Net(
        option=option,
        net=steps.add(f"{name}_net", summed((gain, loss, *(_held(*one, attrgetter("points")) for one in held)))),
        low=steps.add(f"{name}_low", summed(_held(*one, attrgetter("low")) for one in spoken)),
        high=steps.add(f"{name}_high", summed(_held(*one, attrgetter("high")) for one in spoken)),
        speaks_for=steps.add(f"{name}_speaks", surely(some((above_zero(gain), *speaking)))),
        limit=sum(int(abs(weight) * POINTS_LIMIT) + 1 for weight, _ in criteria),
    )


def _is_plain(weight: float, rules: Sequence[Spoken]) -> bool:
    """Whether a criterion only counts: its rules give constant points, and together no more than it may say."""
    whole = float(weight).is_integer() and weight >= 0
    return whole and _fits(rules) and all(is_counted(rule.points) for rule in rules)


def _counted(criteria: Iterable[_Weighed[Spoken]], which: Callable[[Spoken], bool]) -> Column:
    """The points of some rules of criteria that only count."""
    return summed(times(rule.points, int(weight)) for weight, rules in criteria for rule in rules if which(rule))


def _held(weight: float, rules: Sequence[Spoken], part: Callable[[Spoken], Column]) -> Column:
    """What one criterion gives, held within what a criterion may say, times its weight."""
    return _weighted(weight, _clamped(summed(map(part, rules)), rules))


def _clamped(given: Column, rules: Sequence[Spoken]) -> Column:
    lowest, highest = _ends(rules)
    if highest > POINTS_LIMIT:
        given = smallest((given, Constant(POINTS_LIMIT)))
    return largest((given, Constant(-POINTS_LIMIT))) if lowest < -POINTS_LIMIT else given


def _fits(rules: Sequence[Spoken]) -> bool:
    lowest, highest = _ends(rules)
    return lowest >= -POINTS_LIMIT and highest <= POINTS_LIMIT


def _ends(rules: Sequence[Spoken]) -> tuple[int, int]:
    """The least and the most that rules can give together."""
    return sum(rule.range[0] for rule in rules), sum(rule.range[1] for rule in rules)


def _weighted(weight: float, points: Column) -> Column:
    if float(weight).is_integer():
        return times(points, int(weight))
    if isinstance(points, Constant):
        return Constant(round(weight * float(points.value)))
    return Rounded(calculated(Operator.MULTIPLY, Constant(weight), points))
