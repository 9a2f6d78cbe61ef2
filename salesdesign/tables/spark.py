"""The kernel on Apache Spark: every executor scores Arrow batches of its own part of the table."""

from collections.abc import Callable, Iterable, Iterator

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]  # it has no stubs
from pyspark.sql import DataFrame
from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema

from salesdesign.model.pack import Pack
from salesdesign.tables.kernel import Kernel, Wanted, kernel_of
from salesdesign.tables.score import run

_BATCH = 100_000
"""Rows that are scored at once: Spark's own batches are so small that planning costs more than scoring."""


def score_spark(frame: DataFrame, pack: Pack, wanted: Wanted | None = None) -> DataFrame:
    """The results of every row and the column `problem`, worked out where the rows are.

    Raises:
        BadInput: columns that are no facts, or cannot hold theirs.
    """
    asked = wanted or Wanted()
    schema = to_arrow_schema(frame.schema)
    shape = _scored(kernel_of(_polars(schema.empty_table()).schema, pack, asked, "table"), [], schema, pack)
    # Spark does not find columns with dots in their names again, so they travel under numbers.
    numbered = frame.toDF(*(f"column_{place}" for place, _ in enumerate(frame.columns)))
    return numbered.mapInArrow(_on_batches(pack, asked, schema), from_arrow_schema(shape.schema))


def _on_batches(
    pack: Pack, wanted: Wanted, schema: pa.Schema
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """What an executor runs over the batches of one part: the kernel is made once."""

    def score(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        kernel = kernel_of(_polars(schema.empty_table()).schema, pack, wanted, "table")
        for some in _gathered(batches):
            yield from _scored(kernel, some, schema, pack).to_batches()

    return score


def _scored(kernel: Kernel, batches: list[pa.RecordBatch], schema: pa.Schema, pack: Pack) -> pa.Table:
    table = pa.Table.from_batches(batches).rename_columns(schema.names) if batches else schema.empty_table()
    return plain(pa.table(run(kernel, _polars(table), pack)))


def plain(table: pa.Table) -> pa.Table:
    """The table in the kinds of data that Spark knows."""
    return table.cast(pa.schema([(field.name, _plain(field.type)) for field in table.schema]))


def _polars(table: pa.Table) -> pl.DataFrame:
    return pl.DataFrame(table)


def _plain(kind: pa.DataType) -> pa.DataType:
    """Spark has one kind of text and one kind of list."""
    if pa.types.is_large_string(kind) or pa.types.is_string_view(kind):
        return pa.string()
    return pa.list_(_plain(kind.value_type)) if pa.types.is_large_list(kind) else kind


def _gathered(batches: Iterable[pa.RecordBatch]) -> Iterator[list[pa.RecordBatch]]:
    """Small batches put together, in their order."""
    waiting: list[pa.RecordBatch] = []
    for batch in batches:
        waiting.append(batch)
        if sum(one.num_rows for one in waiting) >= _BATCH:
            yield waiting
            waiting = []
    if waiting:
        yield waiting
