"""A fact that is varied as its values, each with what conditions see of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import gcd, lcm

from salesdesign.engine.probing.track import Track, track_of
from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.model.company import Values
from salesdesign.model.expression import Value
from salesdesign.records import dataclass
from salesdesign.varying.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The values of one fact, in their order."""

    asked: Asked
    values: tuple[Value, ...]
    track: Track | None
    """For a number: the grid of the catalogue's steps on which the values lie."""
    steps: range
    """Its places on the grid between the ends; empty for answers."""
    by: Fraction
    """How far one value of a number is from the next."""

    def seen(self, value: Value) -> Mapping[str, Value]:
        """What conditions see at a value, other shares of the same whole among it."""
        if self.track is not None and isinstance(value, (int, float)):
            return self.track.seen(value)
        return {self.asked.fact.name: value}

    @property
    def thinned(self) -> bool:
        """Whether steps between the values are not shown."""
        return self.track is not None and self.by > self.track.step and len(self.steps) > len(self.values)


def line_of(asked: Asked, own: Values, catalogue: Catalogue, unit: float, most: int) -> Line:
    """The values that are shown, at most so many; `unit` is what conditions see of one unit of the fact."""
    if asked.ends is None:
        return Line(asked=asked, values=asked.values, track=None, steps=range(0), by=Fraction(0))
    low, high = asked.ends
    track = track_of(asked.fact, {**own, asked.fact.name: _start(asked, own, catalogue)}, catalogue, unit)
    high = min(high, track.high)
    wanted = track.step
    track = replace(track, step=_common([track.step, low, high]))
    steps = range(int(low / track.step), int(high / track.step) + 1)
    stride = int(wanted / track.step)
    if len(steps) > (most - 1) * stride:
        stride *= -(-len(steps) // ((most - 1) * stride))
    shown = [*steps[::stride]]
    if steps and shown[-1] != steps[-1]:
        shown.append(steps[-1])
    values = tuple(track.value(place) for place in shown)
    return Line(asked=asked, values=values, track=track, steps=steps, by=track.step * stride)


def _start(asked: Asked, own: Values, catalogue: Catalogue) -> Value:
    """Where the number stands; where nobody said, what the other shares of its whole leave, or the low end."""
    stated = own.get(asked.fact.name)
    if isinstance(stated, (int, float)):
        return stated
    others = list(_others(asked, own, catalogue))
    if others and all(share is not None for share in others):
        return max(0.0, round(1 - sum(share for share in others if share is not None), 6))
    return _plain(asked.ends[0], asked.fact.type) if asked.ends else None


def _others(asked: Asked, own: Values, catalogue: Catalogue) -> Iterator[float | None]:
    whole = asked.fact.whole
    for fact in catalogue.facts.values():
        if whole and fact.whole == whole and fact.name != asked.fact.name:
            share = own.get(fact.name)
            yield share if isinstance(share, (int, float)) else None


def _plain(number: Fraction, kind: FactType) -> int | float:
    return int(number) if kind in (FactType.COUNT, FactType.SCALE) else float(number)


def _common(numbers: Sequence[Fraction]) -> Fraction:
    """The largest step on whose grid all of these numbers lie."""
    below = lcm(*(number.denominator for number in numbers))
    return Fraction(gcd(*(int(number * below) for number in numbers)), below)
