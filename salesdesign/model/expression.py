"""The parsed form of conditions: what a rule asks, without positions, ready to be walked or compiled."""

from enum import StrEnum
from typing import TypeAlias

from salesdesign.records import dataclass

Value: TypeAlias = bool | int | float | str | tuple[str, ...] | None
"""What a fact or an expression may be; None is unknown. Dates are ISO text, which sorts as it should."""


class Operator(StrEnum):
    """Arithmetic on two numbers."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"


class Comparison(StrEnum):
    """A test of two values."""

    EQUAL = "=="
    UNEQUAL = "!="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="
    IN = "in"
    NOT_IN = "not in"


class Function(StrEnum):
    """What can be called in a condition."""

    KNOWN = "known"
    """True when the fact has a value, false when it has none; never unknown."""
    FIRST = "first"
    """The first of its arguments that is known."""
    TOTAL = "total"
    """The sum of those arguments that are known; unknown when none is."""
    COUNT = "count"
    """How many items a list has."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written out: a number, a text, yes or no, or a list of texts."""

    value: Value


@dataclass(frozen=True, slots=True)
class FactOf:
    """The value of a fact."""

    name: str


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two numbers combined; unknown when either is, or when dividing by zero."""

    operator: Operator
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Compare:
    """One comparison; a chained one is an `AllOf` of these."""

    comparison: Comparison
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class AllOf:
    """Kleene's and: false as soon as one part is false, else unknown as soon as one is unknown."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Kleene's or: true as soon as one part is true, else unknown as soon as one is unknown."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True for false, false for true, unknown for unknown."""

    part: "Expression"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of expressions."""

    function: Function
    arguments: tuple["Expression", ...]


Expression: TypeAlias = Literal | FactOf | Arithmetic | Compare | AllOf | AnyOf | Not | Call
"""One parsed condition or calculation."""


def facts_in(expression: Expression) -> tuple[str, ...]:
    """The names of the facts that an expression reads, sorted, each once."""
    return tuple(sorted(set(mentions(expression))))


def mentions(expression: Expression) -> list[str]:
    """The names of the facts that an expression reads, each as often as it stands there."""
    match expression:
        case Literal():
            return []
        case FactOf(name):
            return [name]
        case Not(part):
            return mentions(part)
        case Arithmetic(_, left, right) | Compare(_, left, right):
            return mentions(left) + mentions(right)
        case AllOf(parts) | AnyOf(parts) | Call(_, parts):
            return [name for part in parts for name in mentions(part)]
