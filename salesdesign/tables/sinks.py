"""Results on disk, as they come: what is not written yet is a batch."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryFile

import polars as pl

from salesdesign.characters import FORMULA
from salesdesign.tables.joined import Joined


class Format(StrEnum):
    """A kind of file that holds a table."""

    PARQUET = "parquet"
    CSV = "csv"
    JSON_LINES = "jsonl"


def write_results(form: Format, batches: Iterable[pl.DataFrame], path: Path) -> None:
    """Writes all rows, in their order; there is a batch at least, were it an empty one."""
    with path.open("wb") as file:
        match form:
            case Format.PARQUET:
                with TemporaryFile(dir=path.parent) as groups:
                    joined = Joined(file, groups)
                    for batch in batches:
                        joined.add(batch)
                    joined.close()
            case Format.CSV:
                for place, batch in enumerate(batches):
                    batch.with_columns(_FORMULAS).write_csv(file, include_header=place == 0)
            case Format.JSON_LINES:
                for batch in batches:
                    batch.write_ndjson(file)


_FORMULAS = pl.col(pl.String).str.replace(FORMULA, "'${0}")
"""Texts that a spreadsheet would compute, made texts as in every CSV of ours."""
