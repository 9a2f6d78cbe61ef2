"""A company gets the same results from a facts file as from a table."""

import pytest

from salesdesign.bulk.columns import result_cells, result_columns
from salesdesign.bulk.decide import decided
from salesdesign.engine.compile import compile_pack
from salesdesign.engine.rows.compile import compile_scorer
from salesdesign.facts.read import read_company
from tests.bulk.companies import EXAMPLES, PACK

pl = pytest.importorskip("polars")


def test_results_are_those_of_a_table() -> None:
    from salesdesign.tables.score import PROBLEM, score_table

    found = (read_company(file.read_bytes(), "", PACK.catalogue) for file in sorted(EXAMPLES.glob("*.yaml")))
    companies = [company for company in found if not (company.segments or company.territories)]
    rows = [{name: _plain(value) for name, value in company.facts.items()} for company in companies]
    table = score_table(pl.DataFrame(rows, infer_schema_length=None), PACK).drop("company.name", PROBLEM)
    assert tuple(table.columns) == result_columns(PACK)
    scorer, cells = compile_scorer(compile_pack(PACK)), result_cells(PACK)
    assert [tuple(cells(decided(company, scorer))) for company in companies] == table.rows()


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
