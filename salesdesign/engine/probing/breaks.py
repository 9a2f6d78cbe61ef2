"""Where the answers of a pack may change while one number of a company moves: between these places none does."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import isfinite

from salesdesign.engine.probing.curve import Curve, Moving, constant, curve_of, difference, moves, turning
from salesdesign.engine.probing.polynomial import zeros
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Expression,
    FactOf,
    Literal,
    Not,
    Operator,
)
from salesdesign.model.pack import Line, Rule

_JUST_SPEAKS = Fraction(1, 2)
"""In thousandths of a point: up to here a line is rounded to nothing."""


def breaks(
    questions: Iterable[Expression], rules: Iterable[Rule], moving: Moving, ends: tuple[Fraction, Fraction]
) -> tuple[Fraction, ...]:
    """The places between two ends where a question may change its answer or a line bends, sorted.

    Between two of them every question keeps its answer, and every number that a line is drawn over only rises or falls.
    """
    curves = [curve for question in questions for curve in _of_question(question, moving)]
    curves += [curve for rule in rules if rule.over is not None for curve in _of_lines(rule, moving)]
    found = {place for curve in curves if moves(curve) for polynomial in curve for place in zeros(polynomial, *ends)}
    return tuple(sorted(found))


def _of_question(question: Expression, moving: Moving) -> Iterator[Curve]:
    """Curves that are zero, or have no value, where the question may change its answer."""
    match question:
        case Literal():
            return
        case FactOf(name):
            yield from _of_fact(name, moving)
        case Compare(_, left, right) | Arithmetic(_, left, right):
            yield from _of_pair(question, moving)
            yield from _of_parts((left, right), moving)
        case Not(part):
            yield from _of_question(part, moving)
        case AllOf(parts) | AnyOf(parts) | Call(_, parts):
            yield from _of_parts(parts, moving)


def _of_pair(pair: Compare | Arithmetic, moving: Moving) -> Iterator[Curve]:
    """Where two numbers that are compared pass each other, and where one that divides is zero."""
    one, other = curve_of(pair.left, moving), curve_of(pair.right, moving)
    if other is None or one is None:
        return
    if isinstance(pair, Compare):
        yield difference(one, other)
    elif pair.operator is Operator.DIVIDE:
        yield other


def _of_parts(parts: Iterable[Expression], moving: Moving) -> Iterator[Curve]:
    for part in parts:
        yield from _of_question(part, moving)


def _of_fact(name: str, moving: Moving) -> Iterator[Curve]:
    """For a derived fact, the limits of its bands and whatever its calculation hangs on."""
    derived = moving.catalogue.derived.get(name)
    if derived is None or moving.stated.get(name) is not None:
        return
    yield from _of_question(derived.value, moving)
    value = curve_of(derived.value, moving) if derived.bands else None
    if value is not None:
        for band in derived.bands:
            if isfinite(band.start):
                yield difference(value, constant(band.start))


def _of_lines(rule: Rule, moving: Moving) -> Iterator[Curve]:
    """For a rule over a number, where it turns, where its lines bend, and where they begin to speak for an option."""
    over = curve_of(FactOf(rule.over or ""), moving)
    if over is None or not moves(over):
        return
    yield turning(over)
    for points in rule.points.values():
        if isinstance(points, Line):
            for place in _places(points):
                yield difference(over, constant(place))


def _places(line: Line) -> Iterator[Fraction]:
    for place, _ in line.places:
        yield Fraction(place)
    for (start, low), (end, high) in pairwise(line.places):
        if min(low, high) <= 0 < max(low, high):
            yield Fraction(start) + (_JUST_SPEAKS - low) * (Fraction(end) - Fraction(start)) / (high - low)
