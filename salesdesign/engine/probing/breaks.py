"""Where the answers of a pack may change while one number of a company moves: between these places none does."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import isfinite

from salesdesign.engine.probing.curve import Curve, Moving, constant, curve_of, difference, follows, moves, turning
from salesdesign.engine.probing.polynomial import Polynomial, zeros
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


def bends(questions: Iterable[Expression], rules: Iterable[Rule], moving: Moving) -> tuple[Polynomial, ...]:
    """What is zero wherever a question may change its answer, or a line bends, each once.

    Between two such places every question keeps its answer, and every number that a line is drawn over only rises or
    falls.
    """
    asked = _Asked(moving)
    curves = [curve for question in questions for curve in asked.of_question(question)]
    curves += [curve for rule in rules if rule.over is not None for curve in _of_lines(rule, moving)]
    return tuple(dict.fromkeys(polynomial for curve in curves if moves(curve) for polynomial in curve))


def breaks(bending: Iterable[Polynomial], ends: tuple[Fraction, Fraction]) -> set[Fraction]:
    """The places between two ends where any of these is zero."""
    return {place for polynomial in bending for place in zeros(polynomial, *ends)}


class _Asked:
    """Questions, the curves of derived facts told once however many of them read these."""

    def __init__(self, moving: Moving) -> None:
        self._moving = moving
        self._told: set[str] = set()

    def of_question(self, question: Expression) -> Iterator[Curve]:
        """Curves that are zero, or have no value, where the question may change its answer."""
        match question:
            case Literal():
                return
            case FactOf(name):
                yield from self._of_fact(name)
            case Compare(_, left, right) | Arithmetic(_, left, right):
                yield from _of_pair(question, self._moving)
                yield from self._of_parts((left, right))
            case Not(part):
                yield from self.of_question(part)
            case AllOf(parts) | AnyOf(parts) | Call(_, parts):
                yield from self._of_parts(parts)

    def _of_parts(self, parts: Iterable[Expression]) -> Iterator[Curve]:
        for part in parts:
            yield from self.of_question(part)

    def _of_fact(self, name: str) -> Iterator[Curve]:
        """For a derived fact, the limits of its bands and whatever its calculation hangs on."""
        if name in self._told or not follows(name, self._moving):
            return
        self._told.add(name)
        derived = self._moving.catalogue.derived[name]
        yield from self.of_question(derived.value)
        value = curve_of(derived.value, self._moving) if derived.bands else None
        if value is not None:
            for band in derived.bands:
                if isfinite(band.start):
                    yield difference(value, constant(band.start))


def _of_pair(pair: Compare | Arithmetic, moving: Moving) -> Iterator[Curve]:
    """Where two numbers that are compared pass each other, and where one that divides is zero."""
    one, other = curve_of(pair.left, moving), curve_of(pair.right, moving)
    if other is None or one is None:
        return
    if isinstance(pair, Compare):
        yield difference(one, other)
    elif pair.operator is Operator.DIVIDE:
        yield other


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
