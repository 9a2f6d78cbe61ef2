"""The results of a table that is in memory: the same kernel for Polars, Arrow, Spark, Ray and Dask."""

from typing import Protocol

import polars as pl

from salesdesign.model.pack import Pack
from salesdesign.tables.kernel import WRONG, Kernel, Wanted, kernel_of
from salesdesign.tables.reasons import Reasons

PROBLEM = "problem"
"""The column that says what is wrong with a row; null in a good one, while a wrong one has no results."""

_TABLE = "table"


class ArrowTable(Protocol):
    """A table of any library that speaks Arrow: PyArrow, Polars, DuckDB, pandas."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The table as a stream of Arrow batches."""


def score_table(table: ArrowTable, pack: Pack, wanted: Wanted | None = None) -> pl.DataFrame:
    """The results of every row, in the order of the rows, and the column `problem`.

    The answer speaks Arrow, too: `pyarrow.table(score_table(table, pack))`.

    Raises:
        BadInput: columns that are no facts, or cannot hold theirs.
    """
    frame = pl.DataFrame(table)
    return run(kernel_of(frame.schema, pack, wanted or Wanted(), _TABLE), frame, pack)


def run(kernel: Kernel, frame: pl.DataFrame, pack: Pack) -> pl.DataFrame:
    """The results of every row of a table that has the shape of the kernel."""
    found = kernel.judged(frame.lazy()).with_columns(pl.col(pl.Enum).cast(pl.String)).collect()
    wrong = found[WRONG]
    problems = _problems(kernel, frame, pack, wrong) if wrong.any() else pl.lit(None, pl.String).alias(PROBLEM)
    results = found.select(pl.exclude(WRONG))
    if wrong.any():
        kept = {expression.meta.output_name() for expression in kernel.kept}
        hidden = [pl.when(~wrong).then(pl.col(name)).alias(name) for name in results.columns if name not in kept]
        results = results.with_columns(hidden)
    return results.with_columns(problems)


def _problems(kernel: Kernel, frame: pl.DataFrame, pack: Pack, wrong: pl.Series) -> pl.Series:
    """What is wrong with each row, in one text."""
    told: list[str | None] = [None] * len(wrong)
    rows = wrong.arg_true().to_list()
    rejected = kernel.rejected(frame.lazy()).collect()
    for at, found in Reasons(pack.catalogue, kernel, _TABLE).of(rejected):
        told[rows[at]] = " ".join(f"{one.column}: {one.why}" for one in found)
    return pl.Series(PROBLEM, told, dtype=pl.String)
