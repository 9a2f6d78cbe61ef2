"""A table as facts: its columns recognised, typed, and null where nothing is known."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce
from operator import or_

import polars as pl

from salesdesign.errors import BadInput, Problem
from salesdesign.facts.names import CURRENCY, SEGMENTS
from salesdesign.facts.problems import shown
from salesdesign.facts.values import DUE
from salesdesign.model.catalogue import Catalogue, Fact, FactType, bounds_of
from salesdesign.tables.cells import may_fail, reader_of, stated

RAW = "raw "
"""Before the name of a fact: its cells as the table has them."""

UNREADABLE = "unreadable"
"""The column that says whether a row has a cell that cannot be read; never null."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the columns of a table become facts, step by step."""

    facts: tuple[str, ...]
    kept: tuple[str, ...]
    """Columns that are no facts and are carried through."""
    raw: tuple[pl.Expr, ...]
    """All that is selected of the table: its cells as they are."""
    typed: tuple[pl.Expr, ...]
    """One column for each fact, added to them."""
    unread: Mapping[str, pl.Expr]
    """By fact, whether its cell cannot be read, where that can be; never null."""
    unreadable: pl.Expr


def reading_of(
    schema: Mapping[str, pl.DataType], catalogue: Catalogue, carried: Collection[str], source: str
) -> Reading:
    """How to read a table; `carried` are columns that are no facts and are carried through, `source` is its name.

    Raises:
        BadInput: columns that are no facts, or cannot hold theirs.
    """
    columns = list(_cells(schema, catalogue, carried))
    cells = dict(columns)
    _refuse_twice([name for name, _ in columns], source)
    kept = tuple(name for name in cells if name in carried and name not in catalogue.facts)
    facts = tuple(name for name in cells if name not in kept)
    _refuse(cells, facts, catalogue, source, carried)
    found = {name: _unreadable(catalogue.facts[name], cells[name][1]) for name in facts}
    unread = {name: one for name, one in found.items() if one is not None}
    return Reading(
        facts=facts,
        kept=kept,
        raw=tuple(cell.alias(f"{RAW}{name}" if name in facts else name) for name, (cell, _) in cells.items()),
        typed=tuple(_read(catalogue.facts[name], cells[name][1]) for name in facts),
        unread=unread,
        unreadable=reduce(or_, unread.values(), pl.lit(False)).alias(UNREADABLE),
    )


_Cells = tuple[pl.Expr, pl.DataType]
"""How to reach the cells of a column, and what they hold."""


def _cells(
    schema: Mapping[str, pl.DataType], catalogue: Catalogue, carried: Collection[str]
) -> Iterator[tuple[str, _Cells]]:
    """Every column of facts, those nested in sections under their dotted names."""
    for name, kind in schema.items():
        yield from _nested(name, (pl.col(name), kind), {*catalogue.facts, *carried})


def _nested(name: str, cells: _Cells, ends: Collection[str]) -> Iterator[tuple[str, _Cells]]:
    column, kind = cells
    if name in ends or not isinstance(kind, pl.Struct):
        yield name, cells
        return
    for field in kind.fields:
        inner = (column.struct.field(field.name), field.dtype)
        yield from _nested(f"{name}.{field.name}", inner, ends)  # type: ignore[arg-type]  # the kind of data in a struct is a kind, not a class


def _refuse_twice(names: Collection[str], source: str) -> None:
    """A fact in a section and once more with dots: rows that say it here and rows that say it there would differ."""
    twice = sorted(name for name, many in Counter(names).items() if many > 1)
    if twice:
        mend = "Give it in one of the two ways in all rows."
        wrong = "It comes both in a section and with dots."
        raise BadInput([Problem(file=source, subject=shown(name), wrong=wrong, mend=mend) for name in twice])


def _refuse(
    cells: Mapping[str, _Cells], facts: Collection[str], catalogue: Catalogue, source: str, carried: Collection[str]
) -> None:
    problems = [problem for name in facts if (problem := _column_problem(name, cells[name][1], catalogue, source))]
    absent = [name for name, fact in catalogue.facts.items() if fact.required and name not in facts]
    problems += [
        Problem(file=source, subject=name, wrong="There is no such column.", mend="Every row needs it.")
        for name in absent
    ]
    problems += [
        Problem(file=source, subject=shown(name), wrong="There is no such column.", mend="It cannot be kept.")
        for name in carried
        if name not in cells and name not in absent
    ]
    if problems:
        raise BadInput(problems)


def _column_problem(name: str, kind: pl.DataType, catalogue: Catalogue, source: str) -> Problem | None:
    fact = catalogue.facts.get(name)
    if fact is None:
        return Problem(file=source, subject=shown(name), wrong="There is no such fact.", mend=instead(name, catalogue))
    if fact.type is FactType.RECORDS:
        return Problem(file=source, subject=name, wrong="A table has no lists of entries.", mend=_IN_A_FILE)
    if reader_of(fact, kind) is None and not isinstance(kind, pl.Null):
        wrong = f"The column holds {kind}, and {DUE[fact.type]} is due."
        return Problem(file=source, subject=name, wrong=wrong, mend="Cast the column.")
    return None


_AGAIN = "_duplicated_"
"""Behind the name of a column of a CSV that Polars met before."""

_IN_A_FILE = "Give this company as a facts file, or leave the column out."


def instead(name: str, catalogue: Catalogue) -> str:
    """What to do about a column that is no fact."""
    if name.partition(".")[0] == SEGMENTS:
        return _IN_A_FILE
    if name in catalogue.derived:
        return "It is worked out from other facts: leave the column out."
    if name.strip() in catalogue.facts:
        return f"There are blanks around the name: write {name.strip()}."
    if name.partition(_AGAIN)[0] in catalogue.facts:
        return f"The column {name.partition(_AGAIN)[0]} stands there twice: keep one."
    near = get_close_matches(name.strip().lower(), catalogue.facts, n=1)
    carry = "a column that is no fact is carried through where it is named to be kept (--keep)."
    return f"Did you mean {near[0]}? Else {carry}" if near else carry[0].upper() + carry[1:]


def _read(fact: Fact, kind: pl.DataType) -> pl.Expr:
    reader = reader_of(fact, kind)
    cell = pl.col(f"{RAW}{fact.name}")
    return (reader(cell) if reader else pl.lit(None, dtype=_EMPTY.get(fact.type, pl.String()))).alias(fact.name)


_EMPTY: dict[FactType, pl.DataType] = {
    **dict.fromkeys((FactType.COUNT, FactType.NUMBER, FactType.MONEY, FactType.SHARE, FactType.SCALE), pl.Float64()),
    FactType.YES_NO: pl.Boolean(),
    FactType.CHOICES: pl.List(pl.String()),
    FactType.NUMBERS: pl.List(pl.Float64()),
}


def _unreadable(fact: Fact, kind: pl.DataType) -> pl.Expr | None:
    """Whether a cell says something that cannot be read; None where all cells of this kind can."""
    found = []
    if fact.type is FactType.NUMBERS or may_fail(fact, kind):
        found.append(stated(pl.col(f"{RAW}{fact.name}"), kind) & pl.col(fact.name).is_null())
    if fact.type is FactType.NUMBERS:
        found += _outside(fact)
    if fact.name == CURRENCY:
        found.append(~pl.col(fact.name).str.contains("^[A-Z]{3}$").fill_null(True))
    return reduce(or_, found) if found else None


def _outside(fact: Fact) -> list[pl.Expr]:
    """Whether a list holds a number out of bounds."""
    low, high = bounds_of(fact)
    below = [] if low is None else [(pl.col(fact.name).list.min() < low).fill_null(False)]
    return below if high is None else [*below, (pl.col(fact.name).list.max() > high).fill_null(False)]
