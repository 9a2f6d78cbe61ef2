"""How far a criterion can speak for or against an option: over facts that a company can have."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import itemgetter
from typing import TypeAlias

from salesdesign.conditions.solve import Found, Goal, Solver, Undecided
from salesdesign.model.expression import Compare, Comparison, Expression, FactOf, Literal
from salesdesign.model.pack import Criterion, Line, Points, Rule, Steps
from salesdesign.records import dataclass

BRANCHES = 5_000
"""Combinations of rules that are looked at in one criterion; what was found until then may be less than the most."""

_STEPS_OF_A_PLACE = 5
"""What looking at one place of a line takes, in steps of the search."""


@dataclass(frozen=True, slots=True)
class Together:
    """Rules that can hold at the same time, and the thousandths that they give an option."""

    rules: tuple[str, ...] = ()
    points: int = 0
    goals: tuple[Goal, ...] = ()
    avoided: tuple[Expression, ...] = ()
    found: Found | None = None
    """A company in which they hold, where one was looked for and found."""


_Ahead: TypeAlias = "tuple[Together, Together | None, int]"
"""Rules so far, the next one that may join them, and how many rules were decided about before it."""


class Reach:
    """How far each criterion of a pack goes; each answer is found once."""

    def __init__(self, solver: Solver) -> None:
        self._solver = solver
        self._furthest: dict[tuple[str, str, str, int], Together] = {}

    def furthest(self, criterion: Criterion, option: str, sign: int) -> Together:
        """The rules that together say most for an option (sign 1), or against it (sign -1).

        Raises: Spent.
        """
        key = (criterion.file, criterion.id, option, sign)
        if key not in self._furthest:
            self._furthest[key] = _furthest(self._ways(criterion, option, sign), sign, self._solver)
        return self._furthest[key]

    def _ways(self, criterion: Criterion, option: str, sign: int) -> list[list[Together]]:
        """For each rule that speaks in a direction its ways to do so, the one that says most first."""
        ways = (self._ways_of(rule, criterion, option, sign) for rule in criterion.rules if option in rule.points)
        return [sorted(one, key=lambda way: -way.points * sign) for one in ways if one]

    def _ways_of(self, rule: Rule, criterion: Criterion, option: str, sign: int) -> list[Together]:
        places = _places(rule.over, criterion) if rule.over else []
        self._solver.effort.take(1 + _STEPS_OF_A_PLACE * len(places))
        silent = () if rule.unless is None else (rule.unless,)
        said = spoken(rule, rule.points[option], places)
        return [Together((rule.id,), value, (goal,), silent) for goal, value in said if value * sign > 0]


def _furthest(ways: list[list[Together]], sign: int, solver: Solver) -> Together:
    """The best of all that can be together.

    Rules are tried one after the other; a branch that cannot overtake the best one so far is left, and so is one that
    no company can be in.
    """
    rest = [*accumulate((one[0].points * sign for one in reversed(ways)), initial=0)][::-1]
    best = Together()
    ahead: list[_Ahead] = [(best, None, 0)]
    for _ in range(BRANCHES):
        if not ahead:
            break
        before, way, place = ahead.pop()
        most = before.points + (way.points if way else 0)
        if most * sign + rest[place] <= best.points * sign:
            continue
        so_far = before if way is None else _joined(before, way, solver)
        if so_far is None:
            continue
        if so_far.points * sign > best.points * sign:
            best = so_far
        if place < len(ways):
            ahead.append((so_far, None, place + 1))
            ahead.extend((so_far, way, place + 1) for way in reversed(ways[place]))
    return best


def highest(points: Points) -> int:
    """The most that a rule can give, in thousandths."""
    return max(_values(points), default=0)


def lowest(points: Points) -> int:
    """The least that a rule can give, in thousandths."""
    return min(_values(points), default=0)


def line_at(line: Line, place: float) -> int:
    """What a line gives at a place, in thousandths."""
    after = bisect_left(line.places, place, key=itemgetter(0))
    before = max(after - 1, 0)
    return _between(line.places[before], line.places[min(after, len(line.places) - 1)], place)


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


def _joined(one: Together, way: Together, solver: Solver) -> Together | None:
    """Rules with one more; None where no company can be so, not where that could not be found out."""
    goals, avoided = one.goals + way.goals, one.avoided + way.avoided
    try:
        found = solver.first(goals, avoided, one.found)
    except Undecided:
        return Together(one.rules + way.rules, one.points + way.points, goals, avoided)
    if found is None:
        return None
    return Together(one.rules + way.rules, one.points + way.points, goals, avoided, found)
