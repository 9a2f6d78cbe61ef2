"""The kernel answers on a real Spark as the engine does."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from salesdesign.cli.tabular import Tabular, run_table
from salesdesign.errors import BadInput
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables.sql import sql
from tests.tables.engines import need, need_module
from tests.tables.parity import EVERYTHING, Facts, companies, differences, for_sql, several_decisions, table_of

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


pytestmark = pytest.mark.xdist_group("spark")  # one session for all of them


@pytest.fixture(scope="module")
def spark() -> Iterator["SparkSession"]:
    need(shutil.which("java"), "Java")
    need_module("pyspark")
    from pyspark.sql import SparkSession

    given = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.master("local[2]").appName("salesdesign")
    for name, value in given.items():
        builder = builder.config(name, value)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)  # else the workers take any Python that they find
        session = builder.getOrCreate()
        yield session
        session.stop()


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(several_decisions(), companies())
def test_spark_answers_as_the_engine_does(spark: "SparkSession", pack: Pack, asked: Sequence[Facts]) -> None:
    import pyarrow as pa  # type: ignore[import-untyped]  # it has no stubs

    from salesdesign.tables.spark import plain, score_spark

    frame = spark.createDataFrame(plain(pa.table(table_of(pack, asked))))
    results = [row.asDict() for row in score_spark(frame, pack, EVERYTHING).collect()]
    assert differences(pack, asked, results) == []


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(several_decisions(), companies())
def test_the_query_answers_on_spark_as_the_engine_does(
    spark: "SparkSession", pack: Pack, asked: Sequence[Facts]
) -> None:
    import pyarrow as pa

    from salesdesign.tables.spark import plain

    table = for_sql(table_of(pack, asked))
    spark.createDataFrame(plain(pa.table(table))).createOrReplaceTempView("companies")
    results = [row.asDict() for row in spark.sql(sql(pack, "spark", wanted=EVERYTHING)).collect()]
    assert differences(pack, asked, results) == []


def test_a_table_that_spark_does_not_find_is_bad_input(spark: "SparkSession", tmp_path: Path) -> None:
    assert spark.version  # the session that the command finds
    asked = Tabular(named=(), table="no_such_table", spark=True)
    with pytest.raises(BadInput) as raised:
        run_table(asked, tmp_path, read_pack(rules_folder()))
    assert [problem.file for problem in raised.value.problems] == ["no_such_table"]
