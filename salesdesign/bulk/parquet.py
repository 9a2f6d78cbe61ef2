"""The results once more, as Parquet: needs Polars, which comes with the tables extra."""

from collections.abc import Iterator
from importlib.util import find_spec
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesign.bulk.results import JSON_LINES, PARQUET, kinds
from salesdesign.model.pack import Pack

if TYPE_CHECKING:
    import polars as pl

HOW_TO = "results.parquet is left out: Polars is not installed. Install it with: pip install 'salesdesign[tables]'"

_AT_ONCE = 2_000_000
"""Bytes of JSON that are read in one go."""

_PORTIONS = 3
"""In a group of about a thousand rows."""


def can_write() -> bool:
    """Whether Polars is there."""
    return find_spec("polars") is not None


def write_parquet(folder: Path, pack: Pack) -> None:
    """Writes the results in a folder once more, some megabytes at a time."""
    import polars as pl

    from salesdesign.tables.sinks import Format, write_results

    types = {str: pl.String(), int: pl.Int64(), float: pl.Float64(), bool: pl.Boolean()}
    schema = pl.Schema({name: types[kind] for name, kind in kinds(pack).items()})
    unfinished = folder / f".{PARQUET}.unfinished"
    try:
        write_results(Format.PARQUET, _groups(folder / JSON_LINES, schema), unfinished)
        unfinished.replace(folder / PARQUET)
    finally:
        unfinished.unlink(missing_ok=True)


def _groups(told: Path, schema: "pl.Schema") -> "Iterator[pl.DataFrame]":
    """The same in groups of rows, of which there is one at least, were it an empty one."""
    import polars as pl

    following = portions(told, schema)
    yield pl.concat([pl.DataFrame(schema=schema), *islice(following, _PORTIONS)])
    while some := list(islice(following, _PORTIONS)):
        yield pl.concat(some)


def portions(told: Path, schema: "pl.Schema", most: int = _AT_ONCE) -> "Iterator[pl.DataFrame]":
    """The rows of a file of JSON Lines, in frames of about `most` bytes: Polars' own reader maps the whole file."""
    import polars as pl

    with told.open("rb") as lines:
        while portion := lines.readlines(most):
            yield pl.read_ndjson(BytesIO(b"".join(portion)), schema=schema)
