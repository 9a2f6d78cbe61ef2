"""The results as Parquet are the results as JSON Lines."""

import json
from pathlib import Path

import pytest

from salesdesign.bulk.batch import Order
from salesdesign.bulk.parquet import write_parquet
from tests.bulk.companies import EXAMPLES, PACK, batch

pl = pytest.importorskip("polars")


def test_parquet_says_what_json_lines_say(tmp_path: Path) -> None:
    batch(Order(named=(EXAMPLES,), folder=tmp_path, pack=PACK, formats=()))
    write_parquet(tmp_path, PACK)
    told = [json.loads(line) for line in (tmp_path / "results.jsonl").read_text().splitlines()]
    assert pl.read_parquet(tmp_path / "results.parquet").to_dicts() == told
