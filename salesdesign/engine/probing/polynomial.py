"""Polynomials with exact coefficients, and where they are zero."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise, zip_longest
from typing import TypeAlias

Polynomial: TypeAlias = tuple[Fraction, ...]
"""Coefficients, the constant first; none after the highest that is not zero."""

ONE: Polynomial = (Fraction(1),)
"""What most curves are over."""

_HALVINGS = 64


def trimmed(coefficients: Sequence[Fraction]) -> Polynomial:
    """The polynomial with these coefficients."""
    kept = list(coefficients)
    while kept and kept[-1] == 0:
        kept.pop()
    return tuple(kept)


def plus(one: Polynomial, other: Polynomial) -> Polynomial:
    """The sum."""
    return trimmed([left + right for left, right in zip_longest(one, other, fillvalue=Fraction(0))])


def minus(one: Polynomial, other: Polynomial) -> Polynomial:
    """The difference."""
    return trimmed([left - right for left, right in zip_longest(one, other, fillvalue=Fraction(0))])


def times(one: Polynomial, other: Polynomial) -> Polynomial:
    """The product."""
    if one is ONE:
        return other
    if other is ONE:
        return one
    found = [Fraction(0)] * (len(one) + len(other))
    for place, left in enumerate(one):
        for beyond, right in enumerate(other):
            found[place + beyond] += left * right
    return trimmed(found)


def slope(polynomial: Polynomial) -> Polynomial:
    """The derivative."""
    return trimmed([place * factor for place, factor in enumerate(polynomial)][1:])


def value_at(polynomial: Polynomial, place: Fraction) -> Fraction:
    """The value at a place."""
    value = Fraction(0)
    for factor in reversed(polynomial):
        value = value * place + factor
    return value


def zeros(polynomial: Polynomial, low: Fraction, high: Fraction) -> tuple[Fraction, ...]:
    """The places between two ends where a polynomial is zero: exact on a line, else to a tiny part of the stretch.

    Places where it turns are among them, for it may touch zero there. A polynomial that is zero everywhere has none.
    """
    if len(polynomial) < 2:
        return ()
    if len(polynomial) == 2:
        place = -polynomial[0] / polynomial[1]
        return (place,) if low <= place <= high else ()
    turning = zeros(slope(polynomial), low, high)
    between = pairwise([low, *turning, high])
    crossings = [_crossing(polynomial, start, end) for start, end in between if _crosses(polynomial, start, end)]
    return tuple(sorted({*turning, *crossings}))


def _crosses(polynomial: Polynomial, start: Fraction, end: Fraction) -> bool:
    return value_at(polynomial, start) * value_at(polynomial, end) <= 0


def _crossing(polynomial: Polynomial, start: Fraction, end: Fraction) -> Fraction:
    """Where a polynomial that only rises or only falls on a stretch passes through zero."""
    rising = value_at(polynomial, end) > value_at(polynomial, start)
    for _ in range(_HALVINGS):
        middle = (start + end) / 2
        if (value_at(polynomial, middle) < 0) == rising:
            start = middle
        else:
            end = middle
    return end
