"""A file of companies scored into files of results and of rejected rows, whatever its size."""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import polars as pl

from salesdesign.errors import BadInput, Problem
from salesdesign.model.pack import Pack
from salesdesign.tables.broken import broken_line
from salesdesign.tables.inflated import refuse_long_cells
from salesdesign.tables.kernel import Kernel, Wanted, kernel_of
from salesdesign.tables.passes import batches
from salesdesign.tables.reasons import Reasons
from salesdesign.tables.scan import ROW, hold_little, refuse_wide, scan
from salesdesign.tables.sinks import Format, write_results

FEW = 100_000
"""Rows up to which results are written as text, too: a million rows are six gigabytes of JSON Lines."""

_BATCH = 10_000

_T = TypeVar("_T")
Scored = Callable[[], Iterator[pl.DataFrame]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What became of the rows of a table."""

    rows: int
    rejected: int
    results: tuple[Path, ...]
    rejects: Path
    """Its columns are row, column, reason; it is there also where no row was rejected."""
    alike: tuple[tuple[Mapping[str, str | None], int], ...]
    """What is chosen and the verdicts, by column, with how many rows came to these answers."""


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
        refuse_wide(len(frame.collect_schema()) - 1, source)
        kernel = kernel_of(frame.collect_schema(), pack, _with_row(wanted or Wanted()), str(source))
        if source.suffix == ".parquet":
            refuse_long_cells(frame, kernel.reading, source)
        rejects = folder / "rejected.csv"
        reasons = Reasons(pack.catalogue, kernel, str(source))
        rejected = _whole(rejects, partial(_write_rejects, _wrong_rows(source, frame, kernel), reasons))
        rows = int(frame.select(pl.len()).collect().item())
        asked = usual_formats(rows) if formats is None else formats
        alike = _Alike(pack)
        results = _write_all(partial(alike.counted, partial(batches, source, frame, kernel.results)), folder, asked)
    except _BROKEN as error:
        mend = "Check how the file is written."
        panic = isinstance(error, pl.exceptions.PanicException)  # says where in Polars, which is of no use
        wrong = "Its pages cannot be read." if panic else f"{str(error).splitlines()[0].rstrip('.')}."
        line = None if source.suffix == ".parquet" else broken_line(source)
        raise BadInput([line or Problem(file=str(source), wrong=wrong, mend=mend)]) from error
    found = tuple((dict(answers), many) for answers, many in alike.found.items())
    return Counts(rows=rows, rejected=rejected, results=results, rejects=rejects, alike=found)


_BROKEN = (
    pl.exceptions.ComputeError,
    pl.exceptions.DuplicateError,
    pl.exceptions.InvalidOperationError,
    pl.exceptions.NoDataError,
    pl.exceptions.OutOfBoundsError,
    pl.exceptions.PanicException,
    pl.exceptions.SchemaError,
)
"""What Polars says of a file that is not as it should be."""


def usual_formats(rows: int) -> tuple[Format, ...]:
    """What the results of a table of so many rows are written as, where nobody said."""
    return tuple(Format) if rows <= FEW else (Format.PARQUET,)


def _write_all(scored: Scored, folder: Path, formats: Sequence[Format]) -> tuple[Path, ...]:
    """The files of results; those of an earlier run in other formats are gone."""
    results = {form: folder / f"results.{form}" for form in Format}
    for form in sorted(formats, key=_parquet_first):
        _whole(results[form], partial(write_results, form, scored()))
        if form is Format.PARQUET:  # the others need no rule again
            scored = partial(batches, results[form], pl.scan_parquet(results[form]), _as_it_is)
    for form in set(Format) - set(formats):
        results[form].unlink(missing_ok=True)
    return tuple(results[form] for form in formats)


class _Alike:
    """Counts rows with the same answers while they go through."""

    def __init__(self, pack: Pack) -> None:
        ids = [decision.id for decision in pack.decisions]
        self._asked = [f"{name}.{answer}" for name in ids for answer in ("chosen", "verdict")]
        self.found: Counter[tuple[tuple[str, str | None], ...]] = Counter()

    def counted(self, scored: Scored) -> Iterator[pl.DataFrame]:
        """The batches as they come."""
        for batch in scored():
            asked = [name for name in self._asked if name in batch.columns]
            for *answers, rows in batch.group_by(asked, maintain_order=True).len().iter_rows():
                self.found[tuple(zip(asked, answers, strict=True))] += rows
            yield batch


def _with_row(wanted: Wanted) -> Wanted:
    return replace(wanted, keep=(ROW, *(name for name in wanted.keep if name != ROW)))


def _wrong_rows(source: Path, frame: pl.LazyFrame, kernel: Kernel) -> Iterator[pl.DataFrame]:
    """The wrong rows as they come: were they gathered, texts of all good rows between them would be held, too."""
    for batch in batches(source, frame, kernel.rejected):
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


def _as_it_is(frame: pl.LazyFrame) -> pl.LazyFrame:
    return frame


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
