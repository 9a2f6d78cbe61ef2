"""Calculations on whole columns: the few operations that every engine of tables can say. Null is unknown."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeAlias

from salesdesign.model.expression import Comparison, Operator


class Kind(StrEnum):
    """What a column holds."""

    NUMBER = "number"
    WHOLE = "whole"
    """A whole number that we count with ourselves; facts are numbers."""
    TEXT = "text"
    TRUTH = "truth"
    TEXTS = "texts"
    """A list; in SQL a text with commas."""


@dataclass(frozen=True, slots=True)
class Constant:
    """The same value in every row."""

    value: bool | int | float | str


@dataclass(frozen=True, slots=True)
class Word:
    """The same text in every row, one of a few that are known."""

    text: str
    among: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknown:
    """Null in every row."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class Named:
    """A column that is there already."""

    name: str


@dataclass(frozen=True, slots=True)
class Calculated:
    """Two numbers combined; null where either is, and where the right one divides and is zero."""

    operator: Operator
    left: "Column"
    right: "Column"


@dataclass(frozen=True, slots=True)
class Summed:
    """Whole numbers added up, in any order; none of them is null."""

    parts: tuple["Column", ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison by order or equality; null where either side is."""

    comparison: Comparison
    left: "Column"
    right: "Column"


@dataclass(frozen=True, slots=True)
class OneOf:
    """Whether a text is one of these."""

    part: "Column"
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Every:
    """Kleene's and."""

    parts: tuple["Column", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """Kleene's or."""

    parts: tuple["Column", ...]


@dataclass(frozen=True, slots=True)
class Opposite:
    """True for false, false for true."""

    part: "Column"


@dataclass(frozen=True, slots=True)
class Known:
    """Whether a column is not null; never null itself."""

    part: "Column"


@dataclass(frozen=True, slots=True)
class First:
    """The first of its parts that is not null."""

    parts: tuple["Column", ...]


@dataclass(frozen=True, slots=True)
class Case:
    """The value of the first branch whose test is true."""

    branches: tuple[tuple["Column", "Column"], ...]
    otherwise: "Column"


@dataclass(frozen=True, slots=True)
class Holds:
    """Whether a list holds an item; null where either is."""

    items: "Column"
    item: "Column"


@dataclass(frozen=True, slots=True)
class Length:
    """How many items a list has."""

    items: "Column"


@dataclass(frozen=True, slots=True)
class Strays:
    """Whether a list holds an item that is none of these, or one of them twice."""

    items: "Column"
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picked:
    """A list that was put together from one truth column for each possible item; it is never null."""

    flags: tuple[tuple[str, "Column"], ...]


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest of whole numbers, none of them null."""

    parts: tuple["Column", ...]


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest of whole numbers, none of them null."""

    parts: tuple["Column", ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A number moved to the nearer end where it lies outside."""

    part: "Column"
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Rounded:
    """The nearest whole number, the even one of two."""

    part: "Column"


@dataclass(frozen=True, slots=True)
class IsWhole:
    """Whether a number has no fraction."""

    part: "Column"


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A number without its sign."""

    part: "Column"


@dataclass(frozen=True, slots=True)
class Joined:
    """Those texts that are not null, with commas between them."""

    parts: tuple["Column", ...]


Column: TypeAlias = (
    Constant
    | Word
    | Unknown
    | Named
    | Calculated
    | Summed
    | Compared
    | OneOf
    | Every
    | Some
    | Opposite
    | Known
    | First
    | Case
    | Holds
    | Length
    | Strays
    | Picked
    | Largest
    | Smallest
    | Held
    | Rounded
    | IsWhole
    | Magnitude
    | Joined
)
"""What a column is calculated from."""


def parts_of(column: Column) -> tuple[Column, ...]:
    """The columns that one is made of directly."""
    match column:
        case Constant() | Word() | Unknown() | Named():
            return ()
        case Calculated(_, left, right) | Compared(_, left, right) | Holds(left, right):
            return (left, right)
        case Picked(flags):
            return tuple(flag for _, flag in flags)
        case Case(branches, otherwise):
            return (*(part for branch in branches for part in branch), otherwise)
        case Summed() | Every() | Some() | First() | Joined() | Largest() | Smallest():
            return column.parts
        case Length(part) | Strays(part):
            return (part,)
        case _:
            return (column.part,)


def rebuilt(column: Column, change: Callable[[Column], Column]) -> Column:
    """The column with each of the columns that it is made of changed."""
    match column:
        case Constant() | Word() | Unknown() | Named():
            return column
        case Picked(flags):
            return Picked(tuple((name, change(flag)) for name, flag in flags))
        case Case(branches, otherwise):
            return Case(tuple((change(test), change(value)) for test, value in branches), change(otherwise))
        case Summed() | Every() | Some() | First() | Joined() | Largest() | Smallest():
            return replace(column, parts=tuple(map(change, column.parts)))
        case _:
            held = {name: getattr(column, name) for name in _PARTS if hasattr(column, name)}
            changed: Any = {name: change(part) for name, part in held.items()}  # Any: which fields, the kind decides
            return replace(column, **changed)


_PARTS = ("left", "right", "items", "item", "part")
"""The fields that hold one column each."""


def names_in(column: Column) -> Iterator[str]:
    """The names that a column reads, some more than once."""
    if isinstance(column, Named):
        yield column.name
    for part in parts_of(column):
        yield from names_in(part)
