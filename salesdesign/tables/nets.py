"""What all criteria together give each option, as columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter

from salesdesign.model.expression import Operator
from salesdesign.model.pack import POINT, POINTS_LIMIT, Decision
from salesdesign.tables.columns import Column, Constant, Magnitude, Rounded
from salesdesign.tables.folding import calculated, largest, perhaps, smallest, some, summed, surely, times
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
    criteria = [
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


def _net(option: str, name: str, criteria: Sequence[tuple[float, Sequence[Judged]]], steps: Steps) -> Net:
    spoken = [
        (weight, [rule.options[option] for rule in rules if option in rule.options]) for weight, rules in criteria
    ]
    return Net(
        option=option,
        net=steps.add(f"{name}_net", summed(_held(weight, rules, attrgetter("points")) for weight, rules in spoken)),
        low=steps.add(f"{name}_low", summed(_held(weight, rules, attrgetter("low")) for weight, rules in spoken)),
        high=steps.add(f"{name}_high", summed(_held(weight, rules, attrgetter("high")) for weight, rules in spoken)),
        speaks_for=steps.add(
            f"{name}_speaks",
            surely(some(perhaps(rule.speaks_for) for weight, rules in spoken if weight > 0 for rule in rules)),
        ),
        limit=sum(int(abs(weight) * POINTS_LIMIT) + 1 for weight, _ in criteria),
    )


def _held(weight: float, rules: Sequence[Spoken], part: Callable[[Spoken], Column]) -> Column:
    """What one criterion gives, held within what a criterion may say, times its weight."""
    return _weighted(weight, _clamped(summed(map(part, rules)), rules))


def _clamped(given: Column, rules: Iterable[Spoken]) -> Column:
    lowest, highest = (sum(ends) for ends in zip((0, 0), *(rule.range for rule in rules), strict=True))
    if highest > POINTS_LIMIT:
        given = smallest((given, Constant(POINTS_LIMIT)))
    return largest((given, Constant(-POINTS_LIMIT))) if lowest < -POINTS_LIMIT else given


def _weighted(weight: float, points: Column) -> Column:
    if float(weight).is_integer():
        return times(points, int(weight))
    if isinstance(points, Constant):
        return Constant(round(weight * float(points.value)))
    return Rounded(calculated(Operator.MULTIPLY, Constant(weight), points))
