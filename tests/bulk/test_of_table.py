"""The portfolio of a table is that of the same companies in files."""

from pathlib import Path

import pytest

from salesdesign.bulk.decide import decided
from salesdesign.bulk.portfolio import Portfolio
from salesdesign.bulk.summary import summary_of
from salesdesign.engine.compile import compile_pack
from salesdesign.engine.rows.compile import compile_scorer
from salesdesign.facts.read import read_company
from tests.bulk.companies import EXAMPLES, PACK

pl = pytest.importorskip("polars")


def test_a_table_spreads_and_stands_out_of_line_as_its_companies_do(tmp_path: Path) -> None:
    from salesdesign.bulk.of_table import portfolio_of
    from salesdesign.tables.files import score_file

    read = [read_company(file.read_bytes(), "", PACK.catalogue) for file in sorted(EXAMPLES.glob("*.yaml"))]
    companies = [company for company in read if not (company.segments or company.territories)]
    source = tmp_path / "companies.parquet"
    facts = [
        {name: list(value) if isinstance(value, tuple) else value for name, value in company.facts.items()}
        for company in companies
    ]
    pl.DataFrame(facts, infer_schema_length=None).write_parquet(source)
    counts = score_file(source, PACK, tmp_path / "out")
    found = portfolio_of(source, counts, PACK)

    wanted, scorer = Portfolio(PACK), compile_scorer(compile_pack(PACK))
    for company in companies:
        wanted.add(summary_of(company, decided(company, scorer), PACK), None)
    assert _told(found) == _told(wanted)


def _told(portfolio: Portfolio) -> object:
    first = [
        (one.name, one.lead, one.budget, one.people, one.chosen, one.closed) for one, _ in portfolio.most_at_stake()
    ]
    return (portfolio.companies, portfolio.verdicts, portfolio.chosen, portfolio.spread, portfolio.out_of_line, first)
