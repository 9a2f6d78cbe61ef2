"""A pass over a table on disk: what is asked of it comes in batches, and the table is never held as a whole."""

from collections.abc import Callable, Iterator
from pathlib import Path

import polars as pl

CELLS = 5_000_000
"""Cells of a Parquet file that are read before the next are begun, and cells of a batch: a group of rows is one."""

_PORTION = 1_500_000
"""Cells that Polars works on in one go; a few portions are under way for each core."""

Query = Callable[[pl.LazyFrame], pl.LazyFrame]


def batches(source: Path, frame: pl.LazyFrame, query: Query) -> Iterator[pl.DataFrame]:
    """What `query` asks of a table, in the order of its rows; one batch at least, were it an empty one.

    Polars reads a group of rows as a whole and the next one beside it, and groups of other writers have a million rows.
    So a Parquet file is handed to it piece by piece. Of other kinds it reads as little ahead as it is told to.
    """
    schema = query(frame).collect_schema()
    within, asked = len(frame.collect_schema()), len(schema)
    empty = True
    with pl.Config(streaming_chunk_size=min(50_000, _rows(_PORTION, max(within, asked)))):
        for piece in _pieces(source, frame, _rows(CELLS, within)):
            for batch in query(piece).collect_batches(chunk_size=_rows(CELLS, asked), lazy=True):
                empty = False
                yield batch
    if empty:
        yield pl.DataFrame(schema=schema)


def _rows(cells: int, columns: int) -> int:
    return max(1_000, min(200_000, cells // columns))


def _pieces(source: Path, frame: pl.LazyFrame, rows: int) -> Iterator[pl.LazyFrame]:
    if source.suffix != ".parquet":
        yield frame
        return
    whole = int(frame.select(pl.len()).collect().item())
    for start in range(0, whole, rows):
        yield frame.slice(start, rows)
