"""The results once more, as Parquet: needs Polars, which comes with the tables extra."""

from importlib.util import find_spec
from pathlib import Path

from salesdesign.bulk.results import JSON_LINES, PARQUET, kinds
from salesdesign.model.pack import Pack

HOW_TO = "results.parquet is left out: Polars is not installed. Install it with: pip install 'salesdesign[tables]'"


_ROWS = 10_000


def can_write() -> bool:
    """Whether Polars is there."""
    return find_spec("polars") is not None


def write_parquet(folder: Path, pack: Pack) -> None:
    """Writes the results in a folder once more, some thousand rows at a time."""
    import polars as pl

    types = {str: pl.String(), int: pl.Int64(), float: pl.Float64(), bool: pl.Boolean()}
    schema = {name: types[kind] for name, kind in kinds(pack).items()}
    unfinished = folder / f".{PARQUET}.unfinished"
    try:
        pl.scan_ndjson(folder / JSON_LINES, schema=schema).sink_parquet(unfinished, row_group_size=_ROWS)
        unfinished.replace(folder / PARQUET)
    finally:
        unfinished.unlink(missing_ok=True)
