"""Decisions in figures are those of an advice."""

from dataclasses import replace
from pathlib import Path

import pytest

from salesdesign.advise.decisions import take_decisions
from salesdesign.bulk.columns import result_cells, result_columns
from salesdesign.bulk.decide import decided
from salesdesign.engine.compile import compile_pack
from salesdesign.engine.rows.compile import compile_scorer
from salesdesign.facts.read import read_company
from salesdesign.model.company import Company
from tests.bulk.companies import EXAMPLES, PACK

MACHINE = compile_pack(PACK)
SCORER = compile_scorer(MACHINE)
FILES = sorted(EXAMPLES.glob("*.yaml"))


def company_of(file: Path) -> Company:
    return read_company(file.read_bytes(), file.name, PACK.catalogue)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_decision_is_that_of_the_advice(file: Path) -> None:
    company = company_of(file)
    full = take_decisions(company, PACK, MACHINE, {})
    assert [taken.chosen for taken in decided(company, SCORER).taken] == [
        ranking.chosen for ranking in full.rankings.values()
    ]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_figure_is_that_of_the_advice(file: Path) -> None:
    company = company_of(file)
    full = take_decisions(company, PACK, MACHINE, {})
    cells = dict(zip(result_columns(PACK), result_cells(PACK)(decided(company, SCORER)), strict=True))
    for decision, ranking in full.rankings.items():
        for item in ranking.standings:
            assert cells[f"{decision}.{item.option}.net"] == item.net / 1000
            assert cells[f"{decision}.{item.option}.rank"] == item.rank
            assert cells[f"{decision}.{item.option}.closed"] == bool(item.closed)


def test_facts_are_told_what_was_decided() -> None:
    company = company_of(FILES[0])
    known = {name: value for name, value in company.facts.items() if name != "current.structure"}
    assert decided(replace(company, facts=known), SCORER).facts["decided.structure"] in [
        option.id for option in PACK.decision("structure").options
    ]
