"""How far a criterion can speak for or against an option: over facts that a company can have."""

from collections.abc import Iterable, Iterator

from salesdesign.conditions.solve import Goal, Undecided, World, models
from salesdesign.model.expression import Compare, Comparison, Expression, FactOf, Literal
from salesdesign.model.pack import POINTS_LIMIT, Criterion, Line, Points, Rule, Steps
from salesdesign.records import dataclass

BRANCHES = 5_000
"""Combinations of rules that are looked at in one criterion; what was found until then may be less than the most."""


@dataclass(frozen=True, slots=True)
class Together:
    """Rules that can hold at the same time, and the thousandths that they give an option."""

    rules: tuple[str, ...] = ()
    points: int = 0
    goals: tuple[Goal, ...] = ()
    avoided: tuple[Expression, ...] = ()


def furthest(criterion: Criterion, option: str, sign: int, world: World) -> Together:
    """The rules that together say most for an option (sign 1), or against it (sign -1).

    Rules are tried one after the other; a branch that cannot overtake the best one so far is left, and so is one that
    no company can be in.
    """
    ways = [
        sorted(_ways(rule, criterion, option, sign), key=lambda way: -way.points * sign) for rule in criterion.rules
    ]
    ways = [one for one in ways if one]
    best = Together()
    ahead = [(Together(), 0)]
    for _ in range(BRANCHES):
        if not ahead:
            break
        so_far, place = ahead.pop()
        if so_far.points * sign > best.points * sign:
            best = so_far
        possible = sum(one[0].points * sign for one in ways[place:])
        if place < len(ways) and so_far.points * sign + possible > best.points * sign:
            joined = (_joined(so_far, way) for way in reversed(ways[place]))
            ahead.extend((found, place + 1) for found in (so_far, *filter(lambda way: _can_be(way, world), joined)))
    return best


def highest(points: Points) -> int:
    """The most that a rule can give, in thousandths."""
    return max(_values(points), default=0)


def lowest(points: Points) -> int:
    """The least that a rule can give, in thousandths."""
    return min(_values(points), default=0)


def line_at(line: Line, place: float) -> int:
    """What a line gives at a place, in thousandths."""
    before, *_ = line.places
    for after in line.places:
        if place <= after[0]:
            return _between(before, after, place)
        before = after
    return before[1]


def beyond(found: Together) -> bool:
    """Whether more is said than a criterion can pass on."""
    return abs(found.points) > POINTS_LIMIT


def _between(before: tuple[float, int], after: tuple[float, int], place: float) -> int:
    if place <= before[0] or before[0] == after[0]:
        return before[1] if place <= before[0] else after[1]
    return round(before[1] + (after[1] - before[1]) * (place - before[0]) / (after[0] - before[0]))


def _values(points: Points) -> tuple[int, ...]:
    match points:
        case Line(places=places):
            return tuple(value for _, value in places)
        case Steps(steps=steps):
            return tuple(steps.values())
        case int():
            return (points,)


def _ways(rule: Rule, criterion: Criterion, option: str, sign: int) -> Iterator[Together]:
    """Each way in which a rule can speak in one direction, with what must be for it."""
    if option not in rule.points:
        return
    silent = () if rule.unless is None else (rule.unless,)
    for goal, value in spoken(rule, rule.points[option], _places(rule.over or "", criterion)):
        if value * sign > 0:
            yield Together((rule.id,), value, (goal,), silent)


def spoken(rule: Rule, points: Points, places: Iterable[float] = ()) -> Iterator[tuple[Goal, int]]:
    """What a rule gives an option, and when: at each place where its line bends, and at these."""
    fact = FactOf(rule.over or "")
    match points:
        case int() if rule.when is not None:
            yield Goal(rule.when), points
        case Steps(steps=steps):
            yield from ((_is(fact, choice), value) for choice, value in steps.items())
        case Line():
            bends = sorted({*places, *(place for place, _ in points.places)})
            yield from ((_is(fact, place), line_at(points, place)) for place in bends)


def _is(fact: FactOf, value: str | float) -> Goal:
    return Goal(Compare(Comparison.EQUAL, fact, Literal(value)))


def _places(fact: str, criterion: Criterion) -> list[float]:
    """Where lines over a fact bend: between these no sum of them can be larger than at one of them."""
    lines = (points for rule in criterion.rules if rule.over == fact for points in rule.points.values())
    return sorted({place for line in lines if isinstance(line, Line) for place, _ in line.places})


def _joined(one: Together, other: Together) -> Together:
    return Together(
        one.rules + other.rules, one.points + other.points, one.goals + other.goals, one.avoided + other.avoided
    )


def _can_be(found: Together, world: World) -> bool:
    try:
        return next(models(found.goals, world, found.avoided), None) is not None
    except Undecided:
        return True
