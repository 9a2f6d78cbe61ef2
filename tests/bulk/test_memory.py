"""A batch of many companies needs the memory of a batch of few."""

import pickle
import tracemalloc
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from salesdesign.bulk import batch as batches
from salesdesign.bulk.batch import Order
from salesdesign.bulk.documents import Document
from salesdesign.bulk.pool import outcomes
from salesdesign.bulk.portfolio import MOST
from salesdesign.bulk.results import JSON_LINES
from salesdesign.bulk.work import Outcome, Task
from tests.bulk.companies import PACK, batch, facts

_FEW, _MANY = 2 * MOST, 20 * MOST
"""Companies; the portfolio lists no more in the one than in the other."""

_SUMMARY = 300
"""Bytes: less than what is held of each company by a batch that keeps its summary."""


def test_a_batch_holds_no_more_the_more_companies_it_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "outcomes", _as_from_another_process)
    few, many = (_most_held(tmp_path / str(number), number) for number in (_FEW, _MANY))
    assert many - few < (_MANY - _FEW) * _SUMMARY


def test_parquet_is_written_from_a_few_rows_at_a_time(tmp_path: Path) -> None:
    pl = pytest.importorskip("polars")
    from salesdesign.bulk.parquet import portions

    told = tmp_path / JSON_LINES
    told.write_text("".join(f'{{"company.name":"Company {place:04}"}}\n' for place in range(1_000)))
    frames = list(portions(told, pl.Schema({"company.name": pl.String()}), most=1_000))
    assert max(frame.height for frame in frames) < 50
    assert pl.concat(frames).equals(pl.read_ndjson(told))


def _as_from_another_process(documents: Iterable[Document], task: Task, jobs: int) -> Iterator[Outcome]:
    """Outcomes that are all alike, but for their documents; each is made anew, and is gone if nobody keeps it."""
    following = iter(documents)
    first = next(outcomes([next(following)], task, jobs))
    yield first
    tracemalloc.start()  # not before: compiling the pack needs more than all companies after it
    told = pickle.dumps(first)
    for _ in following:
        yield pickle.loads(told)


def _most_held(folder: Path, number: int) -> int:
    """Bytes at the moment when a batch of so many companies holds most."""
    source = folder / "all.yaml"
    folder.mkdir()
    source.write_text("---\n".join(facts(f"Company {place:04}") for place in range(number)))
    try:
        batch(Order(named=(source,), folder=folder / "out", pack=PACK, formats=()))
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
