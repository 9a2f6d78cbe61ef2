"""The query answers as the engine does, wherever it runs."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl
import pytest
import sqlglot
from hypothesis import HealthCheck, Phase, given, settings
from sqlglot import exp

from salesdesign.errors import BadUsage
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables.sql import sql
from tests.tables.engines import Postgres, has_postgres, need, need_module, on_duckdb, on_sqlite, postgres
from tests.tables.parity import EVERYTHING, Facts, companies, differences, for_sql, several_decisions, table_of

_few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postgres]:
    need(has_postgres(), "PostgreSQL")
    with tempfile.TemporaryDirectory() as folder, postgres(Path(folder)) as running:
        yield running


@_few
@given(several_decisions(), companies())
def test_duckdb_answers_as_the_engine_does(pack: Pack, asked: Sequence[Facts]) -> None:
    need_module("duckdb")
    table = for_sql(table_of(pack, asked))
    assert differences(pack, asked, on_duckdb(sql(pack, "duckdb", wanted=EVERYTHING), table)) == []


@_few
@given(several_decisions(), companies())
def test_sqlite_answers_as_the_engine_does(pack: Pack, asked: Sequence[Facts]) -> None:
    table = for_sql(table_of(pack, asked))
    assert differences(pack, asked, on_sqlite(sql(pack, "sqlite", wanted=EVERYTHING), table)) == []


@_few
@given(several_decisions(), companies())
def test_postgresql_answers_as_the_engine_does(server: Postgres, pack: Pack, asked: Sequence[Facts]) -> None:
    table = for_sql(table_of(pack, asked))
    assert differences(pack, asked, server.rows(sql(pack, "postgres", wanted=EVERYTHING), table)) == []


@pytest.mark.parametrize(
    "dialect", ["duckdb", "postgres", "sqlite", "spark", "snowflake", "bigquery", "mysql", "trino"]
)
def test_the_query_is_one_that_the_dialect_can_read(dialect: str) -> None:
    query = sql(read_pack(rules_folder()), dialect)
    assert isinstance(sqlglot.parse_one(query, read=dialect), exp.Select)


def test_bigquery_takes_no_dots_in_a_name() -> None:
    query = sql(read_pack(rules_folder()), "bigquery")
    assert ("`structure__pod__net`" in query, "`headcount.sellers`" in query) == (True, False)


@pytest.mark.parametrize("dialect", ["klingon", "tsql", ""])
def test_a_dialect_that_cannot_say_it_is_bad_usage(dialect: str) -> None:
    with pytest.raises(BadUsage, match="there is no such dialect"):
        sql(read_pack(rules_folder()), dialect)


def test_what_is_named_and_read_by_no_rule_is_checked_all_the_same() -> None:
    need_module("duckdb")
    columns = ["company.name", "customers.churn", "headcount.sellers", "headcount.roles.account_executive"]
    query = sql(read_pack(rules_folder()), "duckdb", columns=columns)
    rows = [("A", 0.1, 5, 5), ("B", 12.0, 5, 5), ("C", 0.1, 5, 50)]
    found = on_duckdb(query, pl.DataFrame(rows, schema=columns, orient="row"))
    assert [row["wrong"] for row in sorted(found, key=lambda row: str(row["company.name"]))] == [False, True, True]


def test_a_fact_that_the_table_lacks_is_unknown() -> None:
    query = sql(read_pack(rules_folder()), "duckdb", columns=["company.name", "headcount.sellers"])
    assert ("headcount.sellers" in query, "customers.relationship" in query) == (True, False)
