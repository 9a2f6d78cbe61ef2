"""A settled state as the facts of a company: numbers within their bounds, words and lists as they must be."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from salesdesign.conditions.solve.effort import Effort
from salesdesign.conditions.solve.linear import Bound, Interval, combined, constant, solved
from salesdesign.conditions.solve.state import State
from salesdesign.conditions.solve.world import World
from salesdesign.model.catalogue import NUMERIC, FactType
from salesdesign.model.expression import Value

_ONE = Fraction(1)
_DATES = {FactType.DATE: "2027-01-01", FactType.MONTH: "2027-01"}


def facts_of(state: State, world: World, effort: Effort) -> dict[str, Value] | None:
    """Facts that are as settled; None where numbers cannot be so.

    Raises: TooHard where this could not be found out; Spent.
    """
    bounds = (*state.bounds, *_limits(state, world), *_shares(state, world))
    names = frozenset(name for bound in bounds for name in bound.total if name)
    numbers = solved(
        bounds, frozenset(filter(world.is_whole, names)), lambda name, left: _pick(name, left, world), effort
    )
    if numbers is None:
        return None
    known = sorted(name for name, is_known in state.known.items() if is_known)
    found = {name: _value(name, state, world, numbers.get(name, numbers.get(f"#{name}"))) for name in known}
    return None if None in found.values() else found


def _limits(state: State, world: World) -> Iterator[Bound]:
    """What the catalogue says of each number that is known, and of the length of each list that is counted."""
    for name, is_known in state.known.items():
        if is_known and world.types[name] in NUMERIC:
            yield from _within(name, *world.bounds.get(name, (None, None)))
    for name in {name for bound in state.bounds for name in bound.total if name.startswith("#")}:
        inside, outside = state.items.get(name[1:], (frozenset(), frozenset()))
        there = world.choices.get(name[1:])
        least = (
            len(inside) if world.types.get(name[1:]) is FactType.CHOICES else 1
        )  # no records are none that are known
        yield from _within(name, least, None if there is None else len(there) - len(outside))


def _within(name: str, low: float | None, high: float | None) -> Iterator[Bound]:
    yield Bound({name: Fraction(0)})
    if low is not None:
        yield Bound(combined(constant(low), {name: _ONE}, -_ONE))
    if high is not None:
        yield Bound(combined({name: _ONE}, constant(high), -_ONE))


def _shares(state: State, world: World) -> Iterator[Bound]:
    """Shares of a whole never exceed 1 together, and all of them sum to it."""
    for parts in world.wholes.values():
        known = [part for part in parts if state.known.get(part)]
        total = {**dict.fromkeys(known, _ONE), "": -_ONE}
        if known:
            yield Bound(total)
        if len(known) == len(parts):
            yield Bound(combined({}, total, -_ONE))


def _value(name: str, state: State, world: World, number: Fraction | None) -> Value:
    match world.types[name]:
        case FactType.CHOICES:
            return _list(name, state, world, number)
        case FactType.RECORDS | FactType.NUMBERS:
            return tuple(f"number {place + 1}" for place in range(int(number or 0)))
        case kind if kind in NUMERIC:
            found = number or Fraction(0)
            return int(found) if found.denominator == 1 else float(found)
        case kind:
            return _word(name, kind, state, world)


def _list(name: str, state: State, world: World, number: Fraction | None) -> tuple[str, ...]:
    inside, outside = state.items.get(name, (frozenset(), frozenset()))
    spare = [item for item in world.choices.get(name, ()) if item not in inside | outside]
    more = max(0, int(number or 0) - len(inside))
    chosen = inside | set(spare[:more])
    return tuple(item for item in world.choices.get(name, tuple(sorted(inside))) if item in chosen)


def _word(name: str, kind: FactType, state: State, world: World) -> Value:
    allowed, denied = state.words.get(name, (None, frozenset()))
    usual: tuple[Value, ...] = (True, False) if kind is FactType.YES_NO else world.choices.get(name, ())
    if not usual:
        others = (f"Another {number}" for number in range(len(denied) + 1))
        usual = (*sorted(map(str, allowed or ())), _DATES.get(kind, "Acme"), *others)
    fitting = (value for value in usual if (allowed is None or value in allowed) and value not in denied)
    return next(fitting, None)


def _pick(name: str, left: Interval, world: World) -> Fraction:
    """A likely number in what is left to a fact."""
    liked = (Fraction(str(value)) for value in world.liked.get(name, ()))
    ends = [end for end in (left.low, left.high) if end is not None]
    near = [number for end in ends for number in (end, Fraction(floor(end)), Fraction(ceil(end)), end + 1, end - 1)]
    middle = sum(ends, Fraction(0)) / len(ends) if ends else Fraction(0)
    candidates = [*liked, *near, middle]
    if world.is_whole(name):
        candidates = [number for number in candidates if number.denominator == 1] + candidates
    return next((number for number in candidates if left.holds(number)), middle)
