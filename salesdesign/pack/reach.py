"""Rules of a criterion that can hold together, and what they add up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from salesdesign.model.pack import POINTS_LIMIT, Criterion, Line, Points, Rule, Steps
from salesdesign.pack.needs import Need, OneOf, Span, agree, needs_against, needs_of

CROWDED = 2 * POINTS_LIMIT
"""Several signs of one thing are meant to fill a criterion; beyond this more is cut off than passed on."""


@dataclass(frozen=True, slots=True)
class Together:
    """Rules that can hold at the same time, and the thousandths that they give an option."""

    rules: tuple[str, ...] = ()
    points: int = 0
    needs: tuple[Need, ...] = ()


def beyond_reach(criterion: Criterion, option: str) -> tuple[Together, ...]:
    """The strongest rules for an option that can hold together, and those against it, where most of it is cut off."""
    spoken = [(rule, rule.points[option]) for rule in criterion.rules if option in rule.points]
    return tuple(found for sign in (1, -1) if abs((found := _strongest(spoken, sign)).points) > CROWDED)


def highest(points: Points) -> int:
    """The most that a rule can give, in thousandths."""
    match points:
        case Line(places=places):
            return max((value for _, value in places), default=0)
        case Steps(steps=steps):
            return max(steps.values(), default=0)
        case int():
            return points


def _strongest(spoken: list[tuple[Rule, Points]], sign: int) -> Together:
    """The combination with the most points in one direction.

    Rules are tried one after the other; a branch that cannot overtake the best one so far is left.
    """
    ways = [[way for way in _ways(rule, points) if way.points * sign > 0] for rule, points in spoken]
    ways = [sorted(one, key=lambda way: -way.points * sign) for one in ways if one]
    best = Together()
    ahead = [(Together(), 0)]
    while ahead:
        so_far, place = ahead.pop()
        best = max(best, so_far, key=lambda found: found.points * sign)
        possible = sum(one[0].points * sign for one in ways[place:])
        if place < len(ways) and so_far.points * sign + possible > best.points * sign:
            joined = [_joined(so_far, way) for way in reversed(ways[place]) if agree(so_far.needs, way.needs)]
            ahead.extend((found, place + 1) for found in (so_far, *joined))
    return best


def _joined(one: Together, other: Together) -> Together:
    return Together(one.rules + other.rules, one.points + other.points, one.needs + other.needs)


def _ways(rule: Rule, points: Points) -> Iterator[Together]:
    """Each way in which a rule can give points, with what must be for it."""
    silent = tuple(needs_against(rule.unless)) if rule.unless is not None else ()
    match points:
        case int():
            needs = tuple(needs_of(rule.when)) if rule.when is not None else ()
            yield Together((rule.id,), points, (*needs, *silent))
        case Steps(steps=steps):
            for choice, value in steps.items():
                yield Together((rule.id,), value, ((rule.over or "", OneOf(frozenset({choice}))), *silent))
        case Line(places=places):
            last = len(places) - 1
            for index, (place, value) in enumerate(places):
                span = Span(-inf if index == 0 else place, inf if index == last else place)
                yield Together((rule.id,), value, ((rule.over or "", span), *silent))
