"""What an expression can come to: a quotient of sums, a word, or a fact that is one, each with what it supposes."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple, TypeAlias, TypeVar

from salesdesign.conditions.solve.linear import Bound, Sum, TooHard, combined, constant, times
from salesdesign.conditions.solve.state import State
from salesdesign.conditions.solve.world import World
from salesdesign.model.catalogue import NUMERIC, Band, Derived, FactType
from salesdesign.model.expression import Arithmetic, Call, Expression, FactOf, Function, Literal, Operator

SUBSETS = 6
"""Values of which `total` tries every subset, at most."""


class Quotient(NamedTuple):
    """A number: one sum over another, which is above zero."""

    above: Sum
    below: Sum


class Word(NamedTuple):
    """A value that is written out."""

    value: str | bool | tuple[str, ...]


class Whose(NamedTuple):
    """The value of a fact that is no number."""

    name: str


class Banded(NamedTuple):
    """The band in which a number lies."""

    number: Quotient
    bands: tuple[Band, ...]


Form: TypeAlias = Quotient | Word | Whose | Banded
Way: TypeAlias = tuple[Form, State]
"""What an expression comes to, and what must be settled for it."""

ONE = constant(1)
T = TypeVar("T")


class Ways:
    """All ways in which expressions have a value in a world."""

    def __init__(self, world: World) -> None:
        self._world = world
        self.too_hard = False
        """Whether a way was met that could not be followed."""

    def followed(self, ways: Iterable[T]) -> Iterator[T]:
        """The ways, up to one that is too hard, which is noted."""
        try:
            yield from ways
        except TooHard:
            self.too_hard = True

    def of(self, expression: Expression, state: State) -> Iterator[Way]:
        """Each way in which an expression is known.

        Raises: TooHard where the expression is none that this can follow.
        """
        match expression:
            case Literal(bool() | str() | tuple() as value):
                yield Word(value), state
            case Literal(int() | float() as value):
                yield Quotient(constant(value), ONE), state
            case FactOf(name):
                yield from self._fact(name, state)
            case Arithmetic():
                yield from self._arithmetic(expression, state)
            case Call(function, arguments):
                yield from self._call(function, arguments, state)
            case Literal():
                return
            case _:
                raise TooHard

    def _arithmetic(self, expression: Arithmetic, state: State) -> Iterator[Way]:
        for one, settled in self.of(expression.left, state):
            for other, both in self.of(expression.right, settled):
                yield from self.followed(_calculated(expression.operator, one, other, both))

    def unknown(self, expression: Expression, state: State) -> Iterator[State]:
        """Each way in which an expression has no value."""
        match expression:
            case Literal(value):
                yield from (state,) if value is None else ()
            case FactOf(name):
                yield from self._fact_unknown(name, state)
            case Arithmetic(_, left, right):
                yield from self.unknown(left, state)
                yield from self.unknown(right, state)
            case Call(Function.COUNT, arguments):
                yield from self.unknown(arguments[0], state)
            case Call(Function.FIRST | Function.TOTAL, arguments):
                yield from self._all_unknown(arguments, state)
            case _:
                raise TooHard

    def _all_unknown(self, expressions: tuple[Expression, ...], state: State) -> Iterator[State]:
        if not expressions:
            yield state
            return
        for settled in self.unknown(expressions[0], state):
            yield from self._all_unknown(expressions[1:], settled)

    def _fact_unknown(self, name: str, state: State) -> Iterator[State]:
        stated = state if name not in self._world.types else state.knowing(name, known=False)
        derived = self._world.derived.get(name)
        if stated is not None and derived is None:
            yield stated
        elif stated is not None and derived is not None:
            yield from self.unknown(derived.value, stated)

    def _fact(self, name: str, state: State) -> Iterator[Way]:
        kind = self._world.types.get(name)
        if kind is not None:
            stated = state.knowing(name, known=True)
            if stated is not None:
                yield self._form(name, kind), stated
        derived = self._world.derived.get(name)
        if derived is not None:
            rest = state if kind is None else state.knowing(name, known=False)
            yield from self._derived(derived, rest) if rest is not None else ()

    def _form(self, name: str, kind: FactType) -> Form:
        return Quotient({name: Fraction(1)}, ONE) if kind in NUMERIC else Whose(name)

    def _derived(self, derived: Derived, state: State) -> Iterator[Way]:
        for form, settled in self.of(derived.value, state):
            if not derived.bands:
                yield form, settled
            elif isinstance(form, Quotient):
                yield Banded(form, derived.bands), settled

    def _call(self, function: Function, arguments: tuple[Expression, ...], state: State) -> Iterator[Way]:
        match function:
            case Function.FIRST:
                yield from self._first(arguments, state)
            case Function.TOTAL:
                for chosen in _subsets(len(arguments)):
                    yield from self._total(arguments, chosen, state)
                self.too_hard |= len(arguments) > SUBSETS
            case Function.COUNT:
                for form, settled in self.of(arguments[0], state):
                    if isinstance(form, Whose):
                        yield Quotient({f"#{form.name}": Fraction(1)}, ONE), settled
            case Function.KNOWN:
                raise TooHard

    def _first(self, arguments: tuple[Expression, ...], state: State) -> Iterator[Way]:
        if not arguments:
            return
        yield from self.of(arguments[0], state)
        for settled in self.unknown(arguments[0], state):
            yield from self._first(arguments[1:], settled)

    def _total(self, arguments: tuple[Expression, ...], chosen: tuple[int, ...], state: State) -> Iterator[Way]:
        """The sum of the chosen arguments while the others are unknown."""
        left = tuple(argument for place, argument in enumerate(arguments) if place not in chosen)
        ways: list[tuple[Sum, State]] = [(constant(0), settled) for settled in self._all_unknown(left, state)]
        for place in chosen:
            ways = [
                (combined(total, form.above), settled)
                for total, before in ways
                for form, settled in self.of(arguments[place], before)
                if isinstance(form, Quotient) and form.below == ONE
            ]
        yield from ((Quotient(total, ONE), settled) for total, settled in ways)


def _subsets(count: int) -> Iterator[tuple[int, ...]]:
    """Which of `count` values are known: from all to one, where these are not too many ways; else all, and each."""
    for size in range(count, 0, -1) if count <= SUBSETS else (count, 1):
        yield from combinations(range(count), size)


def _calculated(how: Operator, one: Form, other: Form, state: State) -> Iterator[Way]:
    if not isinstance(one, Quotient) or not isinstance(other, Quotient):
        raise TooHard
    if how is Operator.DIVIDE:
        yield from _divided(one, other, state)
    elif how is Operator.MULTIPLY:
        yield Quotient(times(one.above, other.above), times(one.below, other.below)), state
    else:
        yield _added(one, other, Fraction(1 if how is Operator.ADD else -1)), state


def _added(one: Quotient, other: Quotient, sign: Fraction) -> Quotient:
    if one.below == other.below:  # a common divisor stays as it is
        return Quotient(combined(one.above, other.above, sign), one.below)
    above = combined(times(one.above, other.below), times(other.above, one.below), sign)
    return Quotient(above, times(one.below, other.below))


def _divided(one: Quotient, other: Quotient, state: State) -> Iterator[Way]:
    """A quotient whose divisor is above zero, and the one whose divisor is below it."""
    above, below = times(one.above, other.below), times(one.below, other.above)
    if set(other.above) <= {""} and other.above.get("", 0) > 0:  # a number above zero: nothing to suppose
        yield Quotient(above, below), state
        return
    yield Quotient(above, below), state.bounded(Bound(combined({}, other.above, Fraction(-1)), strict=True))
    turned = Quotient(combined({}, above, Fraction(-1)), combined({}, below, Fraction(-1)))
    yield turned, state.bounded(Bound(other.above, strict=True))
