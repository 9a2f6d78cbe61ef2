"""Parquet files that were made to blow up: refused for what their pages say, before any page is unpacked."""

from collections.abc import Iterator
from pathlib import Path
from struct import unpack
from typing import BinaryIO

import polars as pl

from salesdesign.errors import BadInput, Problem
from salesdesign.tables.load import RAW, Reading
from salesdesign.tables.thrift import Reader, Struct

LARGE = 100_000_000
"""Bytes of a file from which it may take as much memory as it likes to: who has it knows that it is large."""

GROUP, RATIO = 128_000_000, 50
"""Bytes that a group of rows may take once it is unpacked: so many, or so many times what it takes in the file."""

FOOTER = 8_000_000
CELL = 2_000
"""Bytes of a text in a cell: four times what any fact has."""

_HEADER = 20_000
"""Bytes of the head of a page, at most."""


def refuse_inflated(source: Path) -> None:
    """Nothing, for a Parquet file that keeps its size when it is read, and for a large one.

    Raises:
        BadInput: a group of rows takes far more memory than the file, or the file does not say what it holds.
    """
    if source.stat().st_size > LARGE:
        return
    with source.open("rb") as file:
        try:
            for group in _groups(file, source):
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
    cells = frame.select(reading.raw).select(pl.col(f"{RAW}{name}").alias(name) for name in reading.facts)
    texts = [name for name, kind in cells.collect_schema().items() if kind == pl.String]
    lists = [name for name, kind in cells.collect_schema().items() if kind == pl.List(pl.String)]
    # What is written once for many rows is looked at once.
    told = [name for name, kind in cells.collect_schema().items() if kind in (pl.Categorical, pl.Enum)]
    lengths = [pl.col(name).str.len_bytes().max() for name in texts]
    lengths += [pl.col(name).unique().cast(pl.String).str.len_bytes().max() for name in told]
    lengths += [pl.col(name).list.explode().str.len_bytes().max().alias(name) for name in lists]
    if not lengths:
        return
    longest = cells.select(lengths).collect(engine="streaming").row(0, named=True)
    problems = [
        Problem(file=str(source), subject=name, wrong=_LONG.format(length, CELL), mend="Cut it, or leave it out.")
        for name, length in longest.items()
        if (length or 0) > CELL
    ]
    if problems:
        raise BadInput(problems)


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


def _refuse_group(file: BinaryIO, group: Struct, source: Path) -> None:
    columns = [column[3] for column in group[1]]
    packed = sum(column[7] for column in columns)
    most = max(GROUP, RATIO * packed)
    unpacked = 0
    for column in columns:
        for size in _unpacked(file, column):
            unpacked += size
            if unpacked > most:
                wrong = f"A group of rows has {packed:,} bytes, and takes more than {most // 1_000_000:,} MB in memory."
                mend = "Write groups of 100,000 rows, and no endless texts or lists."
                raise BadInput([Problem(file=str(source), wrong=wrong, mend=mend)])


def _unpacked(file: BinaryIO, column: Struct) -> Iterator[int]:
    """Bytes in memory of each page of a column, as it says itself, and then of the values that the footer promises."""
    each = 16 if column[1] in (6, 7) else 8
    start, left = min(column[9], column.get(11) or column[9]), column[5]
    end = start + column[7]
    told = 0
    while start < end:
        file.seek(start)
        reader = Reader(file.read(min(_HEADER, end - start)))
        head = reader.struct()
        values = next((head[kind][1] for kind in (5, 8) if kind in head), 0)
        told += values
        yield head[2] + each * values
        start += reader.at + max(head[3], 0)
    yield each * max(0, left - told)
