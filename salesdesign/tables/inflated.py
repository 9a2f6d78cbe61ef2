"""Parquet files that were made to blow up: refused for what their pages say, before any page is unpacked."""

from collections.abc import Iterator
from pathlib import Path
from struct import unpack
from typing import BinaryIO

import polars as pl

from salesdesign.errors import BadInput, Problem
from salesdesign.tables.load import RAW, Reading
from salesdesign.tables.passes import Query, batches
from salesdesign.tables.thrift import Reader, Struct

LARGE = 100_000_000
"""Bytes of a file from which it may take as much memory as it likes to: who has it knows that it is large."""

GROUP, RATIO = 128_000_000, 50
"""Bytes that the pages of a group of rows may take once they are unpacked: so many, or so many times those of the file.

Cells are not among them, for they are read piece by piece; what a list holds beyond an item a row is.
"""

ROWS, ROWS_A_BYTE = 2_000_000, 5
"""Rows that a file may have: so many, or so many for each of its bytes. Names that count up take half a byte each."""

FOOTER = 8_000_000
CELL = 2_000
"""Bytes of a text in a cell: four times what any fact has."""

_HEADER = 20_000
"""Bytes of the head of a page, at most."""


def refuse_inflated(source: Path) -> None:
    """Nothing, for a Parquet file that keeps its size when it is read, and for a large one.

    Raises:
        BadInput: it takes far more memory than the file, has far more rows than bytes, or does not say what it holds.
    """
    size = source.stat().st_size
    if size > LARGE:
        return
    with source.open("rb") as file:
        try:
            groups = _groups(file, source)
            _refuse_rows(sum(group[3] for group in groups), size, source)
            for group in groups:
                _refuse_group(file, group, source)
        except (ValueError, TypeError, AttributeError, LookupError) as error:  # no number, no struct, or missing
            wrong = "This is no Parquet file, or one that does not say what it holds."
            raise BadInput([Problem(file=str(source), wrong=wrong, mend="Check how the file is written.")]) from error


def refuse_long_cells(frame: pl.LazyFrame, reading: Reading, source: Path) -> None:
    """Nothing, for a Parquet file whose texts are of bearable length: each may stand in a million rows at no cost.

    Raises:
        BadInput: one is longer than any fact.
    """
    if source.stat().st_size > LARGE:
        return
    schema = _cells(reading)(frame).collect_schema()
    texts = [name for name, kind in schema.items() if kind == pl.String]
    lists = [name for name, kind in schema.items() if kind == pl.List(pl.String)]
    # What is written once for many rows is looked at once.
    told = [name for name, kind in schema.items() if kind in (pl.Categorical, pl.Enum)]
    lengths = [pl.col(name).str.len_bytes().max() for name in texts]
    lengths += [pl.col(name).unique().cast(pl.String).str.len_bytes().max() for name in told]
    lengths += [pl.col(name).list.explode().str.len_bytes().max().alias(name) for name in lists]
    if not lengths:
        return
    found = pl.concat(batches(source, frame, lambda piece: _cells(reading)(piece).select(lengths)))
    problems = [
        Problem(file=str(source), subject=name, wrong=_LONG.format(length, CELL), mend="Cut it, or leave it out.")
        for name, length in found.max().row(0, named=True).items()
        if (length or 0) > CELL
    ]
    if problems:
        raise BadInput(problems)


def _cells(reading: Reading) -> Query:
    """The cells of all facts, as the table has them."""
    named = [pl.col(f"{RAW}{name}").alias(name) for name in reading.facts]
    return lambda frame: frame.select(reading.raw).select(named)


_LONG = "A text of {:,} bytes stands in a cell, and at most {:,} are read."


def _groups(file: BinaryIO, source: Path) -> list[Struct]:
    """The groups of rows that the end of a file tells of."""
    file.seek(0, 2)
    size = file.tell()
    if size < 12:
        raise ValueError("too short")
    file.seek(size - 8)
    length, mark = unpack("<I4s", file.read(8))
    if mark != b"PAR1" or length > size - 8:
        raise ValueError("no footer")
    if length > FOOTER:
        wrong = f"Its table of contents has {length:,} bytes, and at most {FOOTER:,} are read."
        raise BadInput([Problem(file=str(source), wrong=wrong, mend="Write fewer columns, and larger groups of rows.")])
    file.seek(size - 8 - length)
    return list(Reader(file.read(length)).struct()[4])


def _refuse_rows(rows: int, size: int, source: Path) -> None:
    if rows > max(ROWS, ROWS_A_BYTE * size):
        wrong = f"It says that it holds {rows:,} rows, in {size:,} bytes."
        raise BadInput([Problem(file=str(source), wrong=wrong, mend="Give each company once, with its name.")])


def _refuse_group(file: BinaryIO, group: Struct, source: Path) -> None:
    columns = [column[3] for column in group[1] if group[3] or column[3][5]]  # of no rows there is no page
    packed = sum(column[7] for column in columns)
    most = max(GROUP, RATIO * packed)
    unpacked = 0
    for column in columns:
        for size in _unpacked(file, column, group[3]):
            unpacked += size
            if unpacked > most:
                wrong = f"A group of rows has {packed:,} bytes, and takes more than {most // 1_000_000:,} MB in memory."
                mend = "Write smaller groups of rows, and no endless texts or lists."
                raise BadInput([Problem(file=str(source), wrong=wrong, mend=mend)])


def _unpacked(file: BinaryIO, column: Struct, rows: int) -> Iterator[int]:
    """Bytes in memory of each page of a column, as it says itself, and then of what it holds beyond a value a row."""
    each = 16 if column[1] in (6, 7) else 8
    start = min(column[9], column.get(11) or column[9])
    end = start + column[7]
    told = 0
    while start < end:
        file.seek(start)
        reader = Reader(file.read(min(_HEADER, end - start)))
        head = reader.struct()
        told += next((head[kind][1] for kind in (5, 8) if kind in head), 0)
        yield head[2]
        start += reader.at + max(head[3], 0)
    yield each * max(0, max(told, column[5]) - rows)
