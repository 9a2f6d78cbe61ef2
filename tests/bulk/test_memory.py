"""A batch of many companies needs the memory of a batch of few."""

import tracemalloc
from pathlib import Path

import pytest

from salesdesign.bulk.batch import Order
from salesdesign.bulk.results import JSON_LINES
from tests.bulk.companies import PACK, batch, facts

_FEW, _MANY = 200, 2_000


def test_a_batch_never_holds_its_companies(tmp_path: Path) -> None:
    few, many = (_most_held(tmp_path / str(number), number) for number in (_FEW, _MANY))
    assert many < 1.2 * few


def test_parquet_is_written_from_a_few_rows_at_a_time(tmp_path: Path) -> None:
    pl = pytest.importorskip("polars")
    from salesdesign.bulk.parquet import portions

    told = tmp_path / JSON_LINES
    told.write_text("".join(f'{{"company.name":"Company {place:04}"}}\n' for place in range(1_000)))
    frames = list(portions(told, pl.Schema({"company.name": pl.String()}), most=1_000))
    assert max(frame.height for frame in frames) < 50
    assert pl.concat(frames).equals(pl.read_ndjson(told))


def _most_held(folder: Path, number: int) -> int:
    """Bytes at the moment when a batch of so many companies holds most."""
    source = folder / "all.yaml"
    folder.mkdir()
    source.write_text("---\n".join(facts(f"Company {place:04}") for place in range(number)))
    tracemalloc.start()
    try:
        batch(Order(named=(source,), folder=folder / "out", pack=PACK, formats=()))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
