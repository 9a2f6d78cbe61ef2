"""A Parquet file out of many is one for every reader."""

from pathlib import Path

import duckdb
import polars as pl
import pytest
from pyarrow.parquet import read_metadata, read_table  # type: ignore[import-untyped]  # it has no stubs

from salesdesign.tables.inflated import refuse_inflated
from salesdesign.tables.sinks import Format, write_results


def table(rows: int) -> pl.DataFrame:
    """A table with a column of each kind, some of them unknown."""
    number = pl.int_range(rows)
    return pl.select(
        number.alias("row"),
        pl.when(number % 7 > 0).then(pl.format("Company {}", number)).alias("name"),
        (number / 3).alias("share"),
        (number % 2 == 0).alias("even"),
        pl.when(number % 3 > 0).then(pl.lit("a")).otherwise(pl.lit("b")).alias("word"),
        pl.lit(None, pl.Int64).alias("nothing"),
        pl.concat_list(number, number).alias("list"),
    )


def joined(frame: pl.DataFrame, rows: int, path: Path) -> Path:
    """The frame as a file of groups of so many rows."""
    write_results(Format.PARQUET, frame.iter_slices(rows), path)
    return path


def asked(query: str) -> list[tuple[object, ...]]:
    """What DuckDB answers."""
    with duckdb.connect() as base:
        return base.execute(query).fetchall()


@pytest.mark.parametrize("rows", [1_000, 999, 100, 67])
def test_every_reader_reads_what_was_written(tmp_path: Path, rows: int) -> None:
    frame = table(1_000)
    path = joined(frame, rows, tmp_path / "joined.parquet")
    refuse_inflated(path)
    assert pl.read_parquet(path).equals(frame)
    assert pl.DataFrame(read_table(path)).select(frame.columns).equals(frame)
    found = asked(f"select count(*), sum(row), count(name), sum(share) from '{path}'")
    assert found == [(1_000, 999 * 500, frame["name"].count(), pytest.approx(frame["share"].sum()))]


def test_groups_are_found_by_what_they_hold(tmp_path: Path) -> None:
    path = joined(table(1_000), 50, tmp_path / "joined.parquet")
    assert read_metadata(path).num_row_groups == 20
    assert pl.scan_parquet(path).filter(pl.col("row") == 777).collect()["name"].item() is None
    assert pl.scan_parquet(path).slice(501, 2).collect()["row"].to_list() == [501, 502]
    assert asked(f"select name from '{path}' where row = 778") == [("Company 778",)]


def test_an_empty_frame_is_a_file_with_columns(tmp_path: Path) -> None:
    write_results(Format.PARQUET, [table(0)], tmp_path / "joined.parquet")
    assert pl.read_parquet(tmp_path / "joined.parquet").equals(table(0))
