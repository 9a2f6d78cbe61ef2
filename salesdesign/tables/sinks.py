"""Results on disk, in portions so small that a wide table of any length takes no more memory than a short one."""

from enum import StrEnum
from pathlib import Path

import polars as pl

from salesdesign.characters import FORMULA
from salesdesign.tables.joined import Joined

CELLS_AT_ONCE = 1_500_000
"""So many are worked on in one piece; a few pieces are in flight for each core."""

GROUP = 100_000
"""Rows of a group in a Parquet file: every group costs some memory until the file is whole."""


class Format(StrEnum):
    """A kind of file that holds a table."""

    PARQUET = "parquet"
    CSV = "csv"
    JSON_LINES = "jsonl"


def in_portions(columns: int) -> pl.Config:
    """Inside it, Polars works on as many rows at once as a table of so many columns bears."""
    return pl.Config(streaming_chunk_size=max(1_000, min(20_000, CELLS_AT_ONCE // columns)))


def write_results(form: Format, results: pl.LazyFrame, path: Path) -> None:
    """Writes all rows, in their order."""
    columns = len(results.collect_schema())
    match form:
        case Format.PARQUET if columns < _WIDE:
            with in_portions(columns):
                results.sink_parquet(path, row_group_size=GROUP, compression_level=1)
        case Format.PARQUET:
            with in_portions(columns), path.open("wb") as file:
                _join(results, Joined(file))
        case Format.CSV:
            with in_portions(columns * _TEXT):
                results.with_columns(_FORMULAS).sink_csv(path)
        case Format.JSON_LINES:
            with in_portions(columns * _TEXT):
                results.sink_ndjson(path)


def write_again(form: Format, parquet: Path, path: Path) -> None:
    """Results once more as text, which need no rule again; in pieces, for Polars would read far ahead of its pen."""
    scored = pl.scan_parquet(parquet)
    rows = int(scored.select(pl.len()).collect().item())
    with path.open("wb") as file:
        for start in range(0, max(rows, 1), _PIECE):
            piece = scored.slice(start, _PIECE)
            if form is Format.CSV:
                piece.with_columns(_FORMULAS).collect().write_csv(file, include_header=start == 0)
            else:
                piece.collect().write_ndjson(file)


_PIECE = 50_000


def _join(results: pl.LazyFrame, joined: Joined) -> None:
    """Writes wide results group by group: what Polars' own writer keeps of each would grow with the table."""
    found = results.collect_batches(chunk_size=GROUP // 4, lazy=True)
    joined.add(next(found, pl.DataFrame(schema=results.collect_schema())))
    for batch in found:
        joined.add(batch)
    joined.close()


_WIDE = 50
"""Columns from which a group has a quarter of the rows: it is held as a whole while it fills."""

_TEXT = 5
"""A cell as text, with the name of its column, takes so many times what it takes as a number."""

_FORMULAS = pl.col(pl.String).str.replace(FORMULA, "'${0}")
"""Texts that a spreadsheet would compute, made texts as in every CSV of ours."""
