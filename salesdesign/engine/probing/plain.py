"""Logarithm and exponential by adding, multiplying and dividing alone, so that every machine gets the same bits."""

from math import frexp, ldexp

_LN_2 = 0.6931471805599453
_TERMS = tuple(1 / odd for odd in range(21, 0, -2))
_EXPONENT_LIMIT = 700
"""Beyond it, an exponential is taken for nothing."""


def ln(number: float) -> float:
    """The natural logarithm of a number above zero, to about fifteen digits."""
    part, twos = frexp(number)
    if part < 0.7071067811865476:
        part, twos = 2 * part, twos - 1
    ratio = (part - 1) / (part + 1)
    square, series = ratio * ratio, 0.0
    for term in _TERMS:
        series = series * square + term
    return 2 * ratio * series + twos * _LN_2


def exp(number: float) -> float:
    """The exponential of a number up to 700, to about fifteen digits."""
    if number < -_EXPONENT_LIMIT:
        return 0.0
    twos = round(number / _LN_2)
    rest, series = number - twos * _LN_2, 1.0
    for term in range(14, 0, -1):
        series = 1 + series * rest / term
    return ldexp(series, twos)
