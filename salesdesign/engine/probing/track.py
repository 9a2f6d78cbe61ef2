"""How one number of a company moves step by step, and what moves with it."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor

from salesdesign.engine.probing.curve import Curve, line
from salesdesign.model.catalogue import Catalogue, Fact, FactType, bounds_of
from salesdesign.model.company import Values
from salesdesign.model.expression import Value
from salesdesign.records import dataclass

LARGEST = 2**53
"""Numbers without a bound of their own end here: a float holds every whole number up to it."""

_WHOLE = frozenset({FactType.COUNT, FactType.SCALE})
_STEPS = {FactType.SHARE: Fraction(1, 100)}
_SHARE_DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A stated number, the steps in which it moves, and the shares that make room for it."""

    fact: Fact
    start: Fraction
    step: Fraction
    unit: float
    """What conditions see of one unit of it: for money, US dollars."""
    low: Fraction
    high: Fraction
    siblings: Mapping[str, float]
    """The other shares of its whole, where all are stated."""

    def value(self, place: int) -> int | float:
        """The number at a place, as it would be typed."""
        number = place * self.step
        return number.numerator if number.denominator == 1 else float(number)

    def beside(self, value: float) -> dict[str, float]:
        """The other shares of the whole at a value: scaled to what it leaves, equal where they were nothing."""
        left = 1 - float(self.start)
        return {
            name: round(share * (1 - value) / left if left else (1 - value) / len(self.siblings), _SHARE_DECIMALS)
            for name, share in self.siblings.items()
        }

    def seen(self, value: float) -> dict[str, Value]:
        """What conditions see at a value."""
        return {self.fact.name: value if self.unit == 1 else value * self.unit, **self.beside(value)}

    def curves(self) -> Mapping[str, Curve]:
        """The same as functions of the place."""
        left = 1 - self.start
        shares = {
            name: Fraction(share) / left if left else Fraction(1, len(self.siblings))
            for name, share in self.siblings.items()
        }
        return {
            self.fact.name: line(Fraction(0), self.step * Fraction(self.unit)),
            **{name: line(share, -share * self.step) for name, share in shares.items()},
        }

    def upward(self) -> range:
        """The places above where it stands, nearest first."""
        return range(floor(self.start / self.step) + 1, floor(self.high / self.step) + 1)

    def downward(self) -> range:
        """The places below where it stands, nearest first."""
        return range(ceil(self.start / self.step) - 1, ceil(self.low / self.step) - 1, -1)

    def towards(self, value: float) -> range:
        """The places from where it stands to a value, nearest first."""
        place = _fraction(value) / self.step
        if place > self.start / self.step:
            return range(self.upward().start, floor(place) + 1)
        return range(self.downward().start, ceil(place) - 1, -1)

    def halfway(self, value: float) -> int | float:
        """The middle between where it stands and a value; of a whole number, the one before it."""
        half = (self.start + _fraction(value)) / 2
        if self.fact.type in _WHOLE:
            return floor(half) if value > self.start else ceil(half)
        return half.numerator if half.denominator == 1 else float(half)

    def finer(self) -> "Track | None":
        """The same in steps a tenth as large; None where they cannot be smaller."""
        if self.fact.type not in _WHOLE:
            return replace(self, step=self.step / 10)
        return replace(self, step=Fraction(max(1, int(self.step) // 10))) if self.step > 1 else None


def track_of(fact: Fact, stated: Values, catalogue: Catalogue, unit: float) -> Track:
    """The track of a number that a company states."""
    start = _fraction(stated[fact.name])
    low, high = bounds_of(fact)
    others = _others(fact, stated, catalogue)
    complete = None not in others.values()
    known = {name: share for name, share in others.items() if share is not None}
    most = _fraction(high) if high is not None else Fraction(LARGEST)
    return Track(
        fact=fact,
        start=start,
        step=_step(fact),
        unit=unit,
        low=_fraction(low) if low is not None else Fraction(-LARGEST),
        high=most if complete else min(most, Fraction(1) - sum(map(_fraction, known.values()))),
        siblings=known if complete else {},
    )


def _others(fact: Fact, stated: Values, catalogue: Catalogue) -> Mapping[str, float | None]:
    """The other shares of the same whole; None for those that are not stated."""
    parts = (one.name for one in catalogue.facts.values() if fact.whole and one.whole == fact.whole)
    shares = {name: stated.get(name) for name in parts if name != fact.name}
    return {name: share if isinstance(share, (int, float)) else None for name, share in shares.items()}


def _step(fact: Fact) -> Fraction:
    if fact.step is None:
        return _STEPS.get(fact.type, Fraction(1))
    return Fraction(max(1, round(fact.step))) if fact.type in _WHOLE else _fraction(fact.step)


def _fraction(number: object) -> Fraction:
    """A number as it is typed: 0.1 is a tenth, and not the nearest float."""
    return Fraction(repr(number))
