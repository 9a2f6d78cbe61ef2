"""A file of companies scored into files of results and of rejected rows, whatever its size."""

import csv
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import polars as pl

from salesdesign.errors import BadInput, BadUsage, Problem
from salesdesign.model.pack import Pack
from salesdesign.tables.kernel import Kernel, Wanted, kernel_of
from salesdesign.tables.reasons import Reasons
from salesdesign.tables.sinks import Format, in_portions, write_again, write_results

ROW = "row"
"""The column with the number of a row, from 1."""

NULLS = ["", "~", "null", "Null", "NULL", "nan", "NaN"]
"""Texts that say nothing in a CSV; other kinds of file have a null of their own."""

MOST_COLUMNS = 2_000
"""Ten times as many as there are facts."""

_HEADER = 1_000_000
"""Bytes of a first line; that a table is too wide is found out before it is read, for reading it takes gigabytes."""

FEW = 100_000
"""Rows up to which results are written as text, too: a million rows are six gigabytes of JSON Lines."""

_BATCH = 10_000

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What became of the rows of a table."""

    rows: int
    rejected: int
    results: tuple[Path, ...]
    rejects: Path
    """Its columns are row, column, reason; it is there also where no row was rejected."""


def score_file(
    source: Path,
    pack: Pack,
    folder: Path,
    *,
    wanted: Wanted | None = None,
    formats: Sequence[Format] | None = (Format.PARQUET,),
) -> Counts:
    """How many rows were scored into `folder/results.FORMAT`, and how many rejected into `folder/rejected.csv`.

    The source is read once for the wrong rows and once for the results, and never held as a whole. Without `formats`
    it is for the number of rows to say: a long table is not written out as text.

    Raises:
        BadInput: the file cannot be read as a table, or has columns that are no facts.
        BadUsage: the suffix of the source says nothing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    hold_little()
    try:
        frame = scan(source)
        _refuse_wide(len(frame.collect_schema()) - 1, source)
        kernel = kernel_of(frame.collect_schema(), pack, _with_row(wanted or Wanted()), str(source))
        rejects = folder / "rejected.csv"
        reasons = Reasons(pack.catalogue, kernel.reading.facts, str(source))
        rejected = _whole(rejects, partial(_write_rejects, _wrong_rows(kernel, frame), reasons))
        rows = int(frame.select(pl.len()).collect().item())
        results = _write_all(kernel.results(frame), folder, usual_formats(rows) if formats is None else formats)
    except (pl.exceptions.ComputeError, pl.exceptions.SchemaError, pl.exceptions.NoDataError) as error:
        mend = "Check how the file is written."
        raise BadInput([Problem(file=str(source), wrong=f"{str(error).splitlines()[0]}.", mend=mend)]) from error
    return Counts(rows=rows, rejected=rejected, results=results, rejects=rejects)


def usual_formats(rows: int) -> tuple[Format, ...]:
    """What the results of a table of so many rows are written as, where nobody said."""
    return tuple(Format) if rows <= FEW else (Format.PARQUET,)


def _write_all(scored: pl.LazyFrame, folder: Path, formats: Sequence[Format]) -> tuple[Path, ...]:
    """The files of results; those of an earlier run in other formats are gone."""
    results = {form: folder / f"results.{form}" for form in Format}
    for form in sorted(formats, key=_parquet_first):
        if form is not Format.PARQUET and Format.PARQUET in formats:
            _whole(results[form], partial(write_again, form, results[Format.PARQUET]))
        else:
            _whole(results[form], partial(write_results, form, scored))
    for form in set(Format) - set(formats):
        results[form].unlink(missing_ok=True)
    return tuple(results[form] for form in formats)


def _refuse_wide(columns: int, source: Path) -> None:
    """Nothing, for a table of bearable width.

    Raises:
        BadInput: it has more columns than any catalogue has facts.
    """
    if columns > MOST_COLUMNS:
        wrong = f"A table has at most {MOST_COLUMNS:,} columns; this has {columns:,}."
        raise BadInput([Problem(file=str(source), wrong=wrong, mend="Keep those that are facts.")])


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


def _scan_csv(source: Path) -> pl.LazyFrame:
    """All cells as texts: what they mean is for the facts to say."""
    with source.open("rb") as file:
        header = file.readline(_HEADER)
    separator = max(",;\t", key=lambda mark: header.count(mark.encode()))
    _refuse_wide(header.count(separator.encode()) + 1, source)
    if len(header) == _HEADER:
        wrong = f"The first line has more than {_HEADER:,} bytes."
        raise BadInput([Problem(file=str(source), wrong=wrong, mend="Write the names of the columns there.")])
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
    return pl.scan_parquet(source, row_index_name=ROW, row_index_offset=1)


_SCANS: Mapping[str, Callable[[Path], pl.LazyFrame]] = {
    ".parquet": _scan_parquet,
    ".csv": _scan_csv,
    ".tsv": _scan_csv,
    ".jsonl": _scan_json_lines,
    ".ndjson": _scan_json_lines,
}


def _with_row(wanted: Wanted) -> Wanted:
    return replace(wanted, keep=(ROW, *(name for name in wanted.keep if name != ROW)))


def _wrong_rows(kernel: Kernel, frame: pl.LazyFrame) -> Iterator[pl.DataFrame]:
    """The wrong rows as they come: were they gathered, texts of all good rows between them would be held, too."""
    with in_portions(len(kernel.reading.raw)):
        for batch in kernel.rejected(frame).collect_batches(lazy=True):
            yield from batch.iter_slices(_BATCH)


def _write_rejects(frames: Iterator[pl.DataFrame], reasons: Reasons, path: Path) -> int:
    """How many rows are rejected, once all are written."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([ROW, "column", "reason"])
        for frame in frames:
            count += frame.height
            rows = frame[ROW].to_list()
            writer.writerows((rows[at], one.column, one.why) for at, told in reasons.of(frame) for one in told)
    return count


def _parquet_first(form: Format) -> bool:
    return form is not Format.PARQUET


def _whole(path: Path, write: Callable[[Path], _T]) -> _T:
    """What `write` gives; the file is there as a whole or not at all."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    try:
        given = write(unfinished)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return given
