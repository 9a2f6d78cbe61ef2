"""A table in memory: every row keeps its place, and says what is wrong with it."""

import polars as pl
import pytest

from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables.kernel import Wanted
from salesdesign.tables.outline import Detail
from salesdesign.tables.score import score_table
from tests.tables.engines import need_module

TABLE = pl.DataFrame({"company.name": ["A", None, "C"], "headcount.sellers": [12, 3, -1]})
BRIEFLY = Wanted(detail=Detail.DECISIONS)


def test_every_row_keeps_its_place_and_a_wrong_one_has_no_results() -> None:
    results = score_table(TABLE, read_pack(rules_folder()), BRIEFLY)
    assert results.select("company.name", pl.col("support.chosen").is_null(), "problem").rows() == [
        ("A", False, None),
        (None, True, "company.name: It is missing."),
        ("C", True, "headcount.sellers: -1 is less than 0. Write a number from 0 to 1000000."),
    ]


def test_arrow_goes_in_and_comes_out() -> None:
    need_module("pyarrow")
    import pyarrow as pa  # type: ignore[import-untyped]  # it has no stubs

    pack = read_pack(rules_folder())
    results = pa.table(score_table(pa.table(TABLE), pack, BRIEFLY))
    assert pl.DataFrame(results).equals(score_table(TABLE, pack, BRIEFLY))


def test_no_rows_are_no_rows() -> None:
    assert len(score_table(TABLE.head(0), read_pack(rules_folder()), BRIEFLY)) == 0


@pytest.mark.parametrize("detail", list(Detail))
def test_more_detail_shows_all_that_less_detail_shows(detail: Detail) -> None:
    pack = read_pack(rules_folder())
    brief = score_table(TABLE, pack, BRIEFLY)
    assert score_table(TABLE, pack, Wanted(detail=detail)).select(brief.columns).equals(brief)
