"""Tables on disk, not read yet: their kinds, their rows numbered, their bounds."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import polars as pl

from salesdesign.errors import BadInput, BadUsage, Problem
from salesdesign.tables.inflated import refuse_inflated

ROW = "row"
"""The column with the number of a row, from 1."""

NULLS = ["", "~", "null", "Null", "NULL", "nan", "NaN"]
"""Texts that say nothing in a CSV; other kinds of file have a null of their own."""

MOST_COLUMNS = 2_000
"""Ten times as many as there are facts."""

_HEADER = 1_000_000
"""Bytes of a first line; that a table is too wide is found out before it is read, for reading it takes gigabytes."""

_SAMPLE = 65_536
"""Bytes from which the length of a row is told, and the least that is read in one piece."""

ROWS_AT_ONCE = 10_000
"""Of a CSV, about."""


def scan(source: Path) -> pl.LazyFrame:
    """A table on disk, not read yet, with its rows numbered.

    Raises:
        BadInput: there is no such file.
        BadUsage: its suffix says nothing.
    """
    if source.suffix not in _SCANS:
        known = ", ".join(_SCANS)
        raise BadUsage(f"{source}: a table ends with one of {known}.")
    if not source.is_file():
        raise BadInput([Problem(file=str(source), wrong="there is no such file.", mend="Check the path.")])
    return _SCANS[source.suffix](source)


def hold_little() -> None:
    """Lets Polars read one group of rows ahead: as fast, and a long table takes hardly more memory than a short one."""
    os.environ.setdefault("POLARS_ROW_GROUP_PREFETCH_SIZE", "1")
    os.environ.setdefault("POLARS_NDJSON_CHUNK_SIZE", "262144")


def separator_of(header: bytes) -> str:
    """What stands between the columns of a CSV: what its first line has most of."""
    return max(",;\t", key=lambda mark: header.count(mark.encode()))


def _scan_csv(source: Path) -> pl.LazyFrame:
    """All cells as texts: what they mean is for the facts to say."""
    with source.open("rb") as file:
        header = file.readline(_HEADER)
        begin = file.read(_SAMPLE)
    separator = separator_of(header)
    refuse_wide(header.count(separator.encode()) + 1, source)
    if len(header) == _HEADER:
        wrong = f"The first line has more than {_HEADER:,} bytes."
        raise BadInput([Problem(file=str(source), wrong=wrong, mend="Write the names of the columns there.")])
    # A piece of the file becomes as many rows as are in it, however narrow they are, and goes through as a whole.
    os.environ["POLARS_CSV_CHUNK_SIZE"] = str(max(_SAMPLE, ROWS_AT_ONCE * len(begin) // (begin.count(b"\n") or 1)))
    return pl.scan_csv(
        source,
        infer_schema=False,
        separator=separator,
        null_values=NULLS,
        row_index_name=ROW,
        row_index_offset=1,
    )


def _scan_json_lines(source: Path) -> pl.LazyFrame:
    """All lines are looked at first: a name that only the last one has is a column, too."""
    _refuse_many_names(source)
    return pl.scan_ndjson(source, infer_schema_length=None, row_index_name=ROW, row_index_offset=1)


def _refuse_many_names(source: Path) -> None:
    """Nothing, for lines with at most ten times as many names as a table may have columns: some are within others.

    Raises:
        BadInput: there are more; Polars would take minutes to find out that the table is too wide.
    """
    most = 10 * MOST_COLUMNS
    lines = pl.scan_csv(
        source,
        has_header=False,
        separator="\x01",  # no line of JSON holds one
        quote_char=None,
        schema={"line": pl.String},
        truncate_ragged_lines=True,
        extra_columns="ignore",
        encoding="utf8-lossy",
    )
    names = pl.col("line").str.extract_all(r'"[^"\\]*"\s*:').explode().drop_nulls().unique()
    found = len(lines.select(names).head(most + 1).collect(engine="streaming"))
    if found > most:
        wrong = f"A table has at most {MOST_COLUMNS:,} columns; the lines of this one have more than {most:,} names."
        raise BadInput([Problem(file=str(source), wrong=wrong, mend="Keep those that are facts.")])


def _scan_parquet(source: Path) -> pl.LazyFrame:
    refuse_inflated(source)
    return pl.scan_parquet(source, row_index_name=ROW, row_index_offset=1)


_SCANS: Mapping[str, Callable[[Path], pl.LazyFrame]] = {
    ".parquet": _scan_parquet,
    ".csv": _scan_csv,
    ".tsv": _scan_csv,
    ".jsonl": _scan_json_lines,
    ".ndjson": _scan_json_lines,
}


def refuse_wide(columns: int, source: Path) -> None:
    """Nothing, for a table of bearable width.

    Raises:
        BadInput: it has more columns than any catalogue has facts.
    """
    if columns > MOST_COLUMNS:
        wrong = f"A table has at most {MOST_COLUMNS:,} columns; this has {columns:,}."
        raise BadInput([Problem(file=str(source), wrong=wrong, mend="Keep those that are facts.")])
