"""Columns put together, and made simpler where the table lacks a fact: what is unknown in every row costs nothing."""

from collections.abc import Iterable, Sequence
from itertools import chain

from salesdesign.model.expression import Comparison, Operator
from salesdesign.tables.columns import (
    Calculated,
    Case,
    Column,
    Compared,
    Constant,
    Every,
    First,
    Holds,
    Kind,
    Known,
    Largest,
    Length,
    Named,
    Opposite,
    Picked,
    Smallest,
    Some,
    Summed,
    Unknown,
)

TRUE, FALSE, ZERO = Constant(True), Constant(False), Constant(0)


def calculated(operator: Operator, left: Column, right: Column) -> Column:
    """Two numbers combined."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return Unknown(Kind.NUMBER)
    return Calculated(operator, left, right)


def compared(comparison: Comparison, left: Column, right: Column) -> Column:
    """One comparison of two columns."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return Unknown(Kind.TRUTH)
    return Compared(comparison, left, right)


def every(parts: Iterable[Column]) -> Column:
    """Kleene's and."""
    left = tuple(dict.fromkeys(part for part in parts if part != TRUE))
    if FALSE in left:
        return FALSE
    return Every(left) if len(left) > 1 else next(iter(left), TRUE)


def some(parts: Iterable[Column]) -> Column:
    """Kleene's or."""
    left = tuple(dict.fromkeys(part for part in parts if part != FALSE))
    if TRUE in left:
        return TRUE
    return Some(left) if len(left) > 1 else next(iter(left), FALSE)


def opposite(part: Column) -> Column:
    """True for false, false for true."""
    match part:
        case Constant(value):
            return Constant(not value)
        case Unknown():
            return part
        case Opposite(inner):
            return inner
        case _:
            return Opposite(part)


def known(part: Column) -> Column:
    """Whether a column is not null."""
    match part:
        case Unknown():
            return FALSE
        case Constant() | Picked():
            return TRUE
        case First(parts):
            return some(map(known, parts))
        case _:
            return Known(part)


def first(parts: Iterable[Column]) -> Column:
    """The first part that is not null."""
    given = tuple(parts)
    left: list[Column] = []
    for part in given:
        if not isinstance(part, Unknown):
            left.append(part)
        if known(part) == TRUE:
            break
    if not left:
        return given[0]
    return First(tuple(left)) if len(left) > 1 else left[0]


def surely(part: Column) -> Column:
    """Whether a truth is known to hold; never null."""
    return first((part, FALSE))


def perhaps(part: Column) -> Column:
    """The truth that `surely` was asked of; where null counts as false anyhow, it costs nothing to leave that out."""
    match part:
        case First((truth, Constant(False))):
            return truth
        case _:
            return part


def case(branches: Iterable[tuple[Column, Column]], otherwise: Column) -> Column:
    """The value of the first branch whose test is true."""
    left: list[tuple[Column, Column]] = []
    for asked, value in branches:
        test = perhaps(asked)
        if test == TRUE:
            otherwise = value
            break
        if test != FALSE and not isinstance(test, Unknown):
            left.append((test, value))
    return Case(tuple(left), otherwise) if any(value != otherwise for _, value in left) else otherwise


def holds(items: Column, item: Column) -> Column:
    """Whether a list holds an item."""
    match items:
        case Unknown():
            return Unknown(Kind.TRUTH)
        case Picked(flags):
            return some(every((compared(Comparison.EQUAL, item, Constant(name)), flag)) for name, flag in flags)
        case First(parts):
            return case([(known(part), holds(part, item)) for part in parts], Unknown(Kind.TRUTH))
        case _ if isinstance(item, Constant):
            return Holds(items, item)
        case _:
            return case([(known(item), Holds(items, item))], Unknown(Kind.TRUTH))


def length(items: Column) -> Column:
    """How many items a list has."""
    match items:
        case Unknown():
            return Unknown(Kind.NUMBER)
        case Picked(flags):
            return summed(flagged(flag) for _, flag in flags)
        case First(parts):
            return case([(known(part), length(part)) for part in parts], Unknown(Kind.NUMBER))
        case _:
            return Length(items)


def flagged(truth: Column, value: int = 1) -> Column:
    """A whole number where a truth holds, else 0."""
    return case([(truth, Constant(value))], ZERO)


def summed(parts: Iterable[Column]) -> Column:
    """The sum of whole numbers, sums among them taken apart, those that are constant added up already."""
    given = tuple(chain.from_iterable(part.parts if isinstance(part, Summed) else (part,) for part in parts))
    constant = sum(int(part.value) for part in given if isinstance(part, Constant))
    left: list[Column] = [part for part in given if not isinstance(part, Constant)]
    if constant or not left:
        left.append(Constant(constant))
    return Summed(tuple(left)) if len(left) > 1 else left[0]


def times(part: Column, factor: int) -> Column:
    """A whole number multiplied: where it is one of a few, or a sum of such, they are."""
    match part:
        case Constant(value):
            return Constant(int(value) * factor)
        case Case(branches, otherwise) if is_counted(part):
            return case([(asked, times(value, factor)) for asked, value in branches], times(otherwise, factor))
        case Summed(parts) if all(map(is_counted, parts)):
            return summed(times(one, factor) for one in parts)
        case _:
            return part if factor == 1 else Calculated(Operator.MULTIPLY, part, Constant(factor))


def is_counted(part: Column) -> bool:
    """Whether a whole number is one of a few constant ones."""
    match part:
        case Case(branches, otherwise):
            return all(isinstance(value, Constant) for value in (otherwise, *(value for _, value in branches)))
        case _:
            return isinstance(part, Constant)


def above_zero(part: Column) -> Column:
    """Whether a whole number is above zero."""
    return FALSE if part == ZERO else compared(Comparison.ABOVE, part, ZERO)


def largest(parts: Sequence[Column]) -> Column:
    """The largest of whole numbers."""
    return Largest(tuple(parts)) if len(parts) > 1 else parts[0]


def smallest(parts: Sequence[Column]) -> Column:
    """The smallest of whole numbers."""
    return Smallest(tuple(parts)) if len(parts) > 1 else parts[0]


def is_plain(column: Column) -> bool:
    """Whether a column costs nothing to name again."""
    return isinstance(column, Constant | Unknown | Named)
