"""A calculation as an exact function of one number that moves."""

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from functools import reduce
from typing import NamedTuple

from salesdesign.engine.probing.polynomial import ONE, Polynomial, minus, plus, slope, times, trimmed
from salesdesign.model.catalogue import Catalogue, read_behind
from salesdesign.model.expression import Arithmetic, Call, Expression, FactOf, Function, Literal, Operator, Value
from salesdesign.model.pack import Facts
from salesdesign.records import dataclass


class Curve(NamedTuple):
    """One polynomial over another."""

    top: Polynomial
    bottom: Polynomial


@dataclass(frozen=True, slots=True, kw_only=True)
class Moving:
    """The facts of a company while one number moves."""

    curves: Mapping[str, Curve]
    """The stated facts that move with it."""
    facts: Facts
    """All facts as they are now, derived ones too."""
    stated: Facts
    catalogue: Catalogue
    known: dict[str, Curve | None] = field(default_factory=dict)
    """Facts whose curves were worked out already."""


def constant(value: float | Fraction) -> Curve:
    """The same value everywhere."""
    return Curve(trimmed((Fraction(value),)), ONE)


def line(start: Fraction, rise: Fraction) -> Curve:
    """A value at zero, and what is added for each unit."""
    return Curve(trimmed((start, rise)), ONE)


def moves(curve: Curve) -> bool:
    """Whether the value is not the same everywhere."""
    return len(curve.top) > 1 or len(curve.bottom) > 1


def turning(curve: Curve) -> Curve:
    """A curve that is zero where this one turns; nowhere for a straight line."""
    if len(curve.bottom) == 1 and len(curve.top) <= 2:
        return constant(1)
    return Curve(minus(times(slope(curve.top), curve.bottom), times(curve.top, slope(curve.bottom))), ONE)


def difference(one: Curve, other: Curve) -> Curve:
    """One less the other."""
    return Curve(minus(times(one.top, other.bottom), times(other.top, one.bottom)), times(one.bottom, other.bottom))


def follows(name: str, moving: Moving) -> bool:
    """Whether a fact is worked out from facts that move."""
    derived, stated = name in moving.catalogue.derived, moving.stated.get(name) is not None
    return derived and not stated and not read_behind(name, moving.catalogue).isdisjoint(moving.curves)


def curve_of(expression: Expression, moving: Moving) -> Curve | None:
    """The value of a calculation; None where it is unknown or no number."""
    match expression:
        case Literal(value):
            return _number(value)
        case FactOf(name):
            return _fact(name, moving)
        case Arithmetic(operator, left, right):
            one, other = curve_of(left, moving), curve_of(right, moving)
            return None if one is None or other is None else _combined(operator, one, other)
        case Call(Function.FIRST | Function.TOTAL as function, arguments):
            known = [found for argument in arguments if (found := curve_of(argument, moving)) is not None]
            return _summed(known[:1] if function is Function.FIRST else known)
        case Call(Function.COUNT, (FactOf(name),)):
            listed = moving.facts.get(name)
            return constant(len(listed)) if isinstance(listed, tuple) else None
        case _:
            return None


def _fact(name: str, moving: Moving) -> Curve | None:
    if name in moving.curves:
        return moving.curves[name]
    if name not in moving.known:
        moving.known[name] = _worked_out(name, moving)
    return moving.known[name]


def _worked_out(name: str, moving: Moving) -> Curve | None:
    if not follows(name, moving):
        return _number(moving.facts.get(name))
    derived = moving.catalogue.derived[name]
    return None if derived.bands else curve_of(derived.value, moving)


def _number(value: Value) -> Curve | None:
    return constant(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _summed(curves: list[Curve]) -> Curve | None:
    return reduce(_sum, curves) if curves else None


def _sum(one: Curve, other: Curve) -> Curve:
    return Curve(plus(times(one.top, other.bottom), times(other.top, one.bottom)), times(one.bottom, other.bottom))


def _combined(operator: Operator, one: Curve, other: Curve) -> Curve | None:
    match operator:
        case Operator.ADD:
            return _sum(one, other)
        case Operator.SUBTRACT:
            return difference(one, other)
        case Operator.MULTIPLY:
            return Curve(times(one.top, other.top), times(one.bottom, other.bottom))
        case Operator.DIVIDE:
            return Curve(times(one.top, other.bottom), times(one.bottom, other.top)) if other.top else None
