"""The kernel of tables answers as the engine does: every outcome, every point, every choice."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables.score import score_table
from salesdesign.tables.sql import sql
from tests.tables.engines import need_module, on_duckdb, on_sqlite
from tests.tables.parity import (
    EVERYTHING,
    Facts,
    companies,
    differences,
    examples,
    for_sql,
    several_decisions,
    table_of,
)

_some = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(rules_folder())


@_some
@given(several_decisions(), companies())
def test_polars_answers_as_the_engine_does(drawn: Pack, asked: Sequence[Facts]) -> None:
    results = score_table(table_of(drawn, asked), drawn, EVERYTHING)
    assert differences(drawn, asked, results.iter_rows(named=True)) == []


@_some
@given(several_decisions(), companies(), st.floats(0, 5))
def test_columns_that_the_table_lacks_and_other_weights_change_nothing_else(
    drawn: Pack, asked: Sequence[Facts], weight: float
) -> None:
    table = table_of(drawn, asked)
    stated = [column.name for column in table if column.null_count() < len(column)] or table.columns[:1]
    wanted = replace(EVERYTHING, weights={"criterion_0": weight})
    results = score_table(table.select(stated), drawn, wanted)
    assert differences(drawn, asked, results.iter_rows(named=True), wanted.weights) == []


def test_the_companies_of_the_cases_get_the_same_answers_from_a_table(pack: Pack) -> None:
    asked = examples(pack)
    results = score_table(table_of(pack, asked), pack, EVERYTHING)
    assert (len(asked) > 20, differences(pack, asked, results.iter_rows(named=True))) == (True, [])


def test_the_companies_of_the_cases_get_the_same_answers_from_sqlite(pack: Pack) -> None:
    asked = examples(pack)
    results = on_sqlite(sql(pack, "sqlite", wanted=EVERYTHING), for_sql(table_of(pack, asked)))
    assert differences(pack, asked, results) == []


def test_the_companies_of_the_cases_get_the_same_answers_from_duckdb(pack: Pack) -> None:
    need_module("duckdb")
    asked = examples(pack)
    results = on_duckdb(sql(pack, "duckdb", wanted=EVERYTHING), for_sql(table_of(pack, asked)))
    assert differences(pack, asked, results) == []
