"""Columns as Polars expressions."""

import operator
from collections.abc import Callable, Sequence
from functools import reduce

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
)
from salesdesign.tables.rounding import FRACTIONS_END

_Two = Callable[[pl.Expr, pl.Expr], pl.Expr]

TYPES: dict[Kind, pl.DataType] = {
    Kind.NUMBER: pl.Float64(),
    Kind.WHOLE: pl.Float64(),
    Kind.TEXT: pl.String(),
    Kind.TRUTH: pl.Boolean(),
    Kind.TEXTS: pl.List(pl.String()),
}
"""How Polars holds each kind of column. Whole numbers may be floats: points over a number are calculated as such."""

WORD = pl.Categorical()
"""A text out of a few that we write ourselves: held as a number, it is chosen and written many times faster."""


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
    counted = [part for part in column.parts if _most(part) is not None]
    measured = [expression(part) for part in column.parts if _most(part) is None]
    kind = pl.Int16() if sum(_most(part) or 0 for part in counted) < _SHORT else pl.Int32()
    short = [_chosen(part, kind) for part in counted]
    sums = [*([_tree(operator.add, short).cast(pl.Int32)] if short else []), *measured]
    return _tree(operator.add, sums)


_SHORT = 2**15


def _most(part: Column) -> int | None:
    """The largest magnitude of what is one of a few constant whole numbers; None for anything else."""
    match part:
        case Constant(int(value)):
            return abs(value)
        case Case(branches, otherwise):
            found = [_most(value) if isinstance(value, Constant) else None for _, value in branches]
            found.append(_most(otherwise) if isinstance(otherwise, Constant) else None)
            return None if None in found else max(most for most in found if most is not None)
        case _:
            return None


def _chosen(part: Column, kind: pl.DataType) -> pl.Expr:
    """One of a few constant whole numbers, as numbers of this kind."""
    if isinstance(part, Case):
        return _chain(part, lambda value: _chosen(value, kind))
    return pl.lit(part.value, dtype=kind) if isinstance(part, Constant) else expression(part)


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
        case Constant(str(text)):
            return pl.lit(text, dtype=WORD)
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
