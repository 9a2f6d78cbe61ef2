"""A table in many pieces is the table in one."""

from pathlib import Path

import polars as pl
import pytest

from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables import passes
from salesdesign.tables.files import Counts, score_file
from salesdesign.tables.sinks import Format

ROWS = 4_500
"""Four pieces of a thousand rows, which is the least, and half of one."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(rules_folder())


def table(rows: int, path: Path) -> Path:
    """A table in one group of rows, as others write it; each hundredth row is wrong."""
    number = pl.int_range(rows)
    sellers = pl.when(number % 100 == 99).then(-1).otherwise(number % 90 + 1)
    name = pl.format("Company {}", number)
    pl.select(name.alias("company.name"), sellers.alias("headcount.sellers")).write_parquet(path, row_group_size=rows)
    return path


def texts(counts: Counts) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in (*counts.results[1:], counts.rejects)]


def test_a_table_in_pieces_has_the_results_of_the_whole(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = table(ROWS, tmp_path / "table.parquet")
    whole = score_file(source, pack, tmp_path / "whole", formats=tuple(Format))
    monkeypatch.setattr(passes, "CELLS", 1_000)
    pieces = score_file(source, pack, tmp_path / "pieces", formats=tuple(Format))
    found = pl.read_parquet(pieces.results[0])
    assert found["row"].to_list() == [row for row in range(1, ROWS + 1) if row % 100]
    assert found.equals(pl.read_parquet(whole.results[0]))
    assert texts(pieces) == texts(whole)
    assert (pieces.rows, pieces.rejected) == (ROWS, ROWS // 100)


def test_a_file_is_read_piece_by_piece_and_what_is_asked_comes_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = table(ROWS, tmp_path / "table.parquet")
    monkeypatch.setattr(passes, "CELLS", 2_000)
    found = passes.batches(source, pl.scan_parquet(source), lambda piece: piece.select(pl.len()))
    assert [batch.item() for batch in found] == [1_000] * 4 + [500]


@pytest.mark.parametrize("suffix", ["parquet", "csv", "jsonl"])
def test_a_table_without_good_rows_has_results_without_rows(pack: Pack, tmp_path: Path, suffix: str) -> None:
    frame = pl.DataFrame({"company.name": ["Acme"], "headcount.sellers": [-1]})
    source = tmp_path / f"table.{suffix}"
    if suffix == "parquet":
        frame.write_parquet(source)
    elif suffix == "csv":
        frame.write_csv(source)
    else:
        frame.write_ndjson(source)
    counts = score_file(source, pack, tmp_path / "out", formats=tuple(Format))
    parquet, comma, lines = counts.results
    assert (counts.rows, counts.rejected) == (1, 1)
    assert pl.read_parquet(parquet).height == 0
    assert comma.read_text(encoding="utf-8").startswith("row,company.name,")
    assert lines.read_text(encoding="utf-8") == ""
