"""Columns as Polars expressions."""

import operator
from collections.abc import Callable, Sequence
from functools import lru_cache, reduce

import polars as pl

from salesdesign.model.expression import Comparison, Operator
from salesdesign.tables.columns import (
    Calculated,
    Case,
    Column,
    Compared,
    Constant,
    Every,
    First,
    Held,
    Holds,
    IsWhole,
    Joined,
    Kind,
    Known,
    Largest,
    Length,
    Magnitude,
    Named,
    OneOf,
    Opposite,
    Picked,
    Rounded,
    Smallest,
    Some,
    Strays,
    Summed,
    Unknown,
    Word,
)
from salesdesign.tables.folding import is_counted
from salesdesign.tables.rounding import FRACTIONS_END
from salesdesign.tables.short import BYTE, TWO_BYTES, most, portions, unit_of

_Two = Callable[[pl.Expr, pl.Expr], pl.Expr]

TYPES: dict[Kind, pl.DataType] = {
    Kind.NUMBER: pl.Float64(),
    Kind.WHOLE: pl.Float64(),
    Kind.TEXT: pl.String(),
    Kind.TRUTH: pl.Boolean(),
    Kind.TEXTS: pl.List(pl.String()),
}
"""How Polars holds each kind of column. Whole numbers may be floats: points over a number are calculated as such."""


@lru_cache
def word_type(among: tuple[str, ...]) -> pl.Enum:
    """How Polars holds a text out of a few: as a number, it is chosen and written many times faster."""
    return pl.Enum(among)


def expression(column: Column) -> pl.Expr:
    """The Polars expression of a column."""
    return _FORMS[type(column)](column)


def _constant(column: Constant) -> pl.Expr:
    return pl.lit(column.value)


def _picked(column: Picked) -> pl.Expr:
    raise TypeError(f"a list of {len(column.flags)} flags is asked for its items, and never shown")


def _one_of(column: OneOf) -> pl.Expr:
    part = expression(column.part)
    return reduce(operator.or_, (part == value for value in column.values))


def _strays(column: Strays) -> pl.Expr:
    items = expression(column.items)
    known = items.list.set_intersection(pl.lit(list(column.values), dtype=pl.List(pl.String)))
    return known.list.len() != items.list.len()


def _held(column: Held) -> pl.Expr:
    part = expression(column.part)
    return pl.when(part < column.low).then(column.low).when(part > column.high).then(column.high).otherwise(part)


def _joined(column: Joined) -> pl.Expr:
    return pl.concat_str([expression(part) for part in column.parts], separator=",", ignore_nulls=True)


def _summed(column: Summed) -> pl.Expr:
    """The sum; constants that count where something holds first and by themselves, in numbers as short as will do."""
    counted = [part for part in column.parts if is_counted(part)]
    measured = [expression(part) for part in column.parts if not is_counted(part)]
    return _tree(operator.add, [*([_counted(counted)] if counted else []), *measured])


def _counted(parts: Sequence[Column]) -> pl.Expr:
    """The sum of constants, in their common unit until the end."""
    if all(isinstance(part, Constant) for part in parts):
        return pl.lit(sum(int(part.value) for part in parts if isinstance(part, Constant)), dtype=pl.Int32)
    unit = unit_of(parts)
    some = [_portion(portion, unit) for portion in portions(parts, unit)]
    wide = _kind(parts, unit)
    total = _tree(operator.add, [one.cast(wide) for one in some]) if len(some) > 1 else some[0]
    return total.cast(pl.Int32) * unit if unit > 1 else total.cast(pl.Int32)


def _portion(parts: Sequence[Column], unit: int) -> pl.Expr:
    kind = _kind(parts, unit)
    return _tree(operator.add, [_chosen(part, kind, unit) for part in parts])


def _kind(parts: Sequence[Column], unit: int) -> pl.DataType:
    """The shortest kind of number that holds the sum, whatever holds."""
    total = sum(map(most, parts)) // unit
    return pl.Int8() if total <= BYTE else pl.Int16() if total <= TWO_BYTES else pl.Int32()


def _chosen(part: Column, kind: pl.DataType, unit: int) -> pl.Expr:
    """One of a few constant whole numbers in a unit, as numbers of this kind."""
    match part:
        case Case():
            return _chain(part, lambda value: _chosen(value, kind, unit))
        case Constant(value):
            return pl.lit(int(value) // unit, dtype=kind)
    raise TypeError(f"{part} is no constant number")


def _tree(join: _Two, joined: Sequence[pl.Expr]) -> pl.Expr:
    """A balanced tree: Polars calculates it several times faster than a chain or a horizontal sum."""
    while len(joined) > 1:
        joined = [reduce(join, joined[at : at + 2]) for at in range(0, len(joined), 2)]
    return joined[0]


def _calculated(column: Calculated) -> pl.Expr:
    left, right = expression(column.left), expression(column.right)
    if column.operator is not Operator.DIVIDE:
        return _OPERATORS[column.operator](left, right)
    if isinstance(column.right, Constant):
        # Polars multiplies by the inverse of a constant, which is not the same number; by a column it divides.
        return left / (left * 0.0 + right)
    return pl.when(right != 0).then(left / right)


def _case(column: Case) -> pl.Expr:
    return _chain(column, _value)


def _value(column: Column) -> pl.Expr:
    match column:
        case Unknown():
            return pl.lit(None)  # of the kind of its neighbours
        case Constant(int(value)) if not isinstance(value, bool):
            return pl.lit(value, dtype=pl.Int32)  # so Polars has nothing to convert
        case _:
            return expression(column)


def _chain(column: Case, value_of: Callable[[Column], pl.Expr]) -> pl.Expr:
    chain = value_of(column.otherwise)
    for asked, given in reversed(column.branches):
        chain = pl.when(expression(asked)).then(value_of(given)).otherwise(chain)
    return chain


def _larger(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    return pl.when(one > other).then(one).otherwise(other)


def _smaller(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    return pl.when(one < other).then(one).otherwise(other)


_OPERATORS: dict[Operator, _Two] = {
    Operator.ADD: operator.add,
    Operator.SUBTRACT: operator.sub,
    Operator.MULTIPLY: operator.mul,
    Operator.DIVIDE: operator.truediv,
}
_COMPARISONS: dict[Comparison, _Two] = {
    Comparison.EQUAL: operator.eq,
    Comparison.UNEQUAL: operator.ne,
    Comparison.BELOW: operator.lt,
    Comparison.AT_MOST: operator.le,
    Comparison.ABOVE: operator.gt,
    Comparison.AT_LEAST: operator.ge,
}
_FORMS: dict[type[Column], Callable[..., pl.Expr]] = {  # ...: each takes its own kind of column
    Constant: _constant,
    Word: lambda column: pl.lit(column.text, dtype=word_type(column.among)),
    Unknown: lambda column: pl.lit(None, dtype=TYPES[column.kind]),
    Named: lambda column: pl.col(column.name),
    Calculated: _calculated,
    Summed: _summed,
    Compared: lambda column: _COMPARISONS[column.comparison](expression(column.left), expression(column.right)),
    OneOf: _one_of,
    Every: lambda column: _tree(operator.and_, list(map(expression, column.parts))),
    Some: lambda column: _tree(operator.or_, list(map(expression, column.parts))),
    Opposite: lambda column: ~expression(column.part),
    Known: lambda column: expression(column.part).is_not_null(),
    First: lambda column: pl.coalesce([expression(part) for part in column.parts]),
    Case: _case,
    Holds: lambda column: expression(column.items).list.contains(expression(column.item)),
    Length: lambda column: expression(column.items).list.len().cast(pl.Float64),
    Strays: _strays,
    Picked: _picked,
    Largest: lambda column: _tree(_larger, list(map(expression, column.parts))),
    Smallest: lambda column: _tree(_smaller, list(map(expression, column.parts))),
    Held: _held,
    Rounded: lambda column: (expression(column.part) + FRACTIONS_END) - FRACTIONS_END,
    IsWhole: lambda column: expression(column.part).floor() == expression(column.part),
    Magnitude: lambda column: expression(column.part).abs(),
    Joined: _joined,
}
