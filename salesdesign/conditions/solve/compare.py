"""Comparisons of what two sides can come to, as bounds on numbers and values of words."""

from collections.abc import Iterator
from fractions import Fraction
from math import isinf
from typing import cast

from salesdesign.conditions.solve.linear import Bound, Sum, TooHard, combined, constant, times
from salesdesign.conditions.solve.state import State
from salesdesign.conditions.solve.values import Banded, Form, Quotient, Whose, Word
from salesdesign.model.expression import Comparison, Value

OPPOSITE = {
    Comparison.BELOW: Comparison.AT_LEAST,
    Comparison.AT_MOST: Comparison.ABOVE,
    Comparison.ABOVE: Comparison.AT_MOST,
    Comparison.AT_LEAST: Comparison.BELOW,
    Comparison.EQUAL: Comparison.UNEQUAL,
    Comparison.UNEQUAL: Comparison.EQUAL,
    Comparison.IN: Comparison.NOT_IN,
    Comparison.NOT_IN: Comparison.IN,
}
_EQUALITIES = frozenset({Comparison.EQUAL, Comparison.IN})


def holding(how: Comparison, left: Form, right: Form, state: State) -> Iterator[State]:
    """Each way in which a comparison holds.

    Raises: TooHard where it is none that this can follow.
    """
    match left, right:
        case Quotient(), Quotient():
            yield from _numbers(how, left, right, state)
        case Word(), Whose() if how in (Comparison.IN, Comparison.NOT_IN):
            yield from _present(state.holding(right.name, str(left.value), held=how is Comparison.IN))
        case (Word(), Whose() | Banded()):
            yield from holding(how, right, left, state)
        case Whose(), Word():
            yield from _present(_worded(how, left.name, _values(right), state))
        case Banded(), Word():
            yield from _banded(how, left, _values(right), state)
        case Word(), Word():
            yield from (state,) if _same(left, right) is (how in _EQUALITIES) else ()
        case _:
            raise TooHard


def _numbers(how: Comparison, left: Quotient, right: Quotient, state: State) -> Iterator[State]:
    total = combined(times(left.above, right.below), times(right.above, left.below), Fraction(-1))
    less, more = total, combined({}, total, Fraction(-1))
    match how:
        case Comparison.BELOW | Comparison.AT_MOST:
            yield state.bounded(Bound(less, how is Comparison.BELOW))
        case Comparison.ABOVE | Comparison.AT_LEAST:
            yield state.bounded(Bound(more, how is Comparison.ABOVE))
        case Comparison.EQUAL:
            yield state.bounded(Bound(less), Bound(more))
        case Comparison.UNEQUAL:
            yield state.bounded(Bound(less, strict=True))
            yield state.bounded(Bound(more, strict=True))
        case _:
            raise TooHard


def _worded(how: Comparison, name: str, values: frozenset[Value], state: State) -> State | None:
    if how not in (Comparison.EQUAL, Comparison.UNEQUAL, Comparison.IN, Comparison.NOT_IN):
        raise TooHard  # dates in their order
    return state.allowing(name, values) if how in _EQUALITIES else state.denying(name, values)


def _banded(how: Comparison, banded: Banded, values: frozenset[Value], state: State) -> Iterator[State]:
    starts = [band.start for band in banded.bands]
    for band, end in zip(banded.bands, [*starts[1:], float("inf")], strict=True):
        if (band.id in values) is (how in _EQUALITIES):
            yield state.bounded(*_between(banded.number, band.start, end))


def _between(number: Quotient, start: float, end: float) -> Iterator[Bound]:
    if not isinf(start):
        yield Bound(_difference(constant(start), number, sign=1))
    if not isinf(end):
        yield Bound(_difference(constant(end), number, sign=-1), strict=True)


def _difference(limit: Sum, number: Quotient, *, sign: int) -> Sum:
    """How far a limit lies above a number, times its divisor; or below it, where the sign is negative."""
    return combined({}, combined(times(limit, number.below), number.above, Fraction(-1)), Fraction(sign))


def _values(word: Word) -> frozenset[Value]:
    return frozenset(word.value) if isinstance(word.value, tuple) else frozenset({cast("Value", word.value)})


def _same(left: Word, right: Word) -> bool:
    return left.value in right.value if isinstance(right.value, tuple) else left.value == right.value


def _present(state: State | None) -> tuple[State, ...]:
    return () if state is None else (state,)
