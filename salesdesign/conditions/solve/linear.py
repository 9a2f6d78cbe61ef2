"""Linear sums of numbers, and numbers that satisfy bounds on them: exact, in fractions, whole where due."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple, TypeAlias

from salesdesign.conditions.solve.effort import Effort

ROUNDS = 60
"""Halvings that are tried to make numbers whole; beyond them nothing is decided."""
MOST = 400
"""Bounds that one elimination may lead to."""

Sum: TypeAlias = Mapping[str, Fraction]
"""Factors by name; the constant stands under the empty name."""
Pick: TypeAlias = Callable[[str, "Interval"], Fraction]
"""Chooses a number for a name within what is left to it."""


class TooHard(Exception):
    """A question that this arithmetic does not answer."""


class Bound(NamedTuple):
    """A sum that is at most zero, or below zero where `strict`."""

    total: Sum
    strict: bool = False


FALSE = Bound({"": Fraction(1)})
"""A bound that nothing satisfies."""


class Interval(NamedTuple):
    """Where a number may lie."""

    low: Fraction | None = None
    low_open: bool = False
    high: Fraction | None = None
    high_open: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether a value lies in it."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below


def constant(value: float) -> Sum:
    """A number as a sum: 0.2 is a fifth, as it is written."""
    return {"": Fraction(str(value))}


def combined(one: Sum, other: Sum, factor: Fraction = Fraction(1)) -> Sum:
    """One sum plus a multiple of another."""
    total = dict(one)
    for name, value in other.items():
        more = value if factor == 1 else factor * value
        total[name] = total[name] + more if name in total else more
    return {name: value for name, value in total.items() if value or not name}


def times(one: Sum, other: Sum) -> Sum:
    """The product of two sums, one of which must be a number.

    Raises: TooHard where both hold names.
    """
    for number, total in ((one, other), (other, one)):
        if set(number) <= {""}:
            factor = number.get("", Fraction(0))
            return total if factor == 1 else combined({}, total, factor)
    raise TooHard


def tightened(bounds: tuple[Bound, ...], bound: Bound) -> tuple[Bound, ...]:
    """The bounds with one more; of those on a single name only the tightest are kept, and FALSE where none is left."""
    name = _only_name(bound)
    if not name:
        return (*bounds, bound)
    alike = [other for other in bounds if _only_name(other) == name]
    rest = tuple(other for other in bounds if _only_name(other) != name)
    interval = _left(name, (*alike, bound), {})
    kept = (*rest, *_ends(name, interval))
    low, low_open, high, high_open = interval
    empty = low is not None and high is not None and (low > high or (low == high and (low_open or high_open)))
    return (*kept, FALSE) if empty else kept


def _only_name(bound: Bound) -> str:
    """The name in a bound that has one alone."""
    names = [name for name, factor in bound.total.items() if name and factor]
    return names[0] if len(names) == 1 and len(bound.total) - ("" in bound.total) == 1 else ""


def _ends(name: str, interval: Interval) -> tuple[Bound, ...]:
    low = () if interval.low is None else (Bound({name: Fraction(-1), "": interval.low}, interval.low_open),)
    high = () if interval.high is None else (Bound({name: Fraction(1), "": -interval.high}, interval.high_open),)
    return (*low, *high)


def solved(bounds: Sequence[Bound], whole: frozenset[str], pick: Pick, effort: Effort) -> Mapping[str, Fraction] | None:
    """Numbers within all bounds, whole where due; None where there are none.

    Raises: TooHard where whole numbers are not found in time; Spent.
    """
    ahead = [tuple(bounds)]
    for _ in range(ROUNDS):
        if not ahead:
            return None
        given = ahead.pop()
        found = _relaxed(given, whole, pick, effort)
        if found is None:
            continue
        broken = next((name for name in sorted(whole & found.keys()) if found[name].denominator > 1), None)
        if broken is None:
            return found
        ahead += [(*given, bound) for bound in _halves(broken, found[broken])]
    raise TooHard


def _halves(name: str, value: Fraction) -> tuple[Bound, Bound]:
    below = Bound({name: Fraction(1), "": Fraction(-floor(value))})
    above = Bound({name: Fraction(-1), "": Fraction(ceil(value))})
    return above, below


def _relaxed(
    bounds: tuple[Bound, ...], whole: frozenset[str], pick: Pick, effort: Effort
) -> dict[str, Fraction] | None:
    """Numbers within all bounds, found by eliminating name after name (Fourier and Motzkin)."""
    names = sorted({name for bound in bounds for name in bound.total} - {""}, key=lambda name: (name in whole, name))
    stages: list[tuple[str, tuple[Bound, ...]]] = []
    for name in names:
        stages.append((name, bounds))
        bounds = _without(name, bounds, effort)
    if not all(_is_true(bound) for bound in bounds):
        return None
    found: dict[str, Fraction] = {}
    for name, before in reversed(stages):
        found[name] = pick(name, _left(name, before, found))
    return found


def _without(name: str, bounds: tuple[Bound, ...], effort: Effort) -> tuple[Bound, ...]:
    """What the bounds say about all other names."""
    lower = [bound for bound in bounds if bound.total.get(name, 0) < 0]
    upper = [bound for bound in bounds if bound.total.get(name, 0) > 0]
    rest = [bound for bound in bounds if not bound.total.get(name, 0)]
    if len(lower) * len(upper) > MOST:
        raise TooHard
    effort.take(len(bounds) + sum(len(low.total) + len(high.total) for low in lower for high in upper))
    pairs = (_crossed(name, low, high) for low in lower for high in upper)
    return (*rest, *pairs)


def _crossed(name: str, low: Bound, high: Bound) -> Bound:
    total = combined(
        {key: value / -low.total[name] for key, value in low.total.items()},
        {key: value / high.total[name] for key, value in high.total.items()},
    )
    return Bound({key: value for key, value in total.items() if key != name}, low.strict or high.strict)


def _is_true(bound: Bound) -> bool:
    value = bound.total.get("", Fraction(0))
    return value < 0 or (value == 0 and not bound.strict)


def _left(name: str, bounds: tuple[Bound, ...], found: Mapping[str, Fraction]) -> Interval:
    """Where a name may lie once the names eliminated after it have their numbers."""
    interval = Interval()
    for bound in bounds:
        factor = bound.total.get(name, Fraction(0))
        if factor:
            others = bound.total.get("", Fraction(0)) + sum(
                value * found[key] for key, value in bound.total.items() if key in found and key != name
            )
            interval = _narrowed(interval, -others / factor, bound.strict, upper=factor > 0)
    return interval


def _narrowed(interval: Interval, limit: Fraction, strict: bool, *, upper: bool) -> Interval:  # noqa: FBT001 - a kind of limit, not a switch
    low, low_open, high, high_open = interval
    if upper and (high is None or (limit, not strict) < (high, not high_open)):
        return Interval(low, low_open, limit, strict)
    if not upper and (low is None or (limit, strict) > (low, low_open)):
        return Interval(limit, strict, high, high_open)
    return interval
