"""The companies whose answer an expert knows, against the rules that come with the program."""

from pathlib import Path

import pytest

from salesdesign.cases.case import Case
from salesdesign.cases.read import read_cases
from salesdesign.cases.run import run
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder

COMPANIES = read_cases(Path(__file__).parent / "companies")


@pytest.fixture(scope="module", name="rules")
def _rules() -> tuple[Pack, Machine]:
    pack = read_pack(rules_folder())
    return pack, compile_pack(pack)


@pytest.mark.parametrize("case", COMPANIES, ids=lambda case: case.id)
def test_a_company_gets_the_answer_that_an_expert_would_expect(case: Case, rules: tuple[Pack, Machine]) -> None:
    failures = run(case, *rules)
    assert not failures, "\n".join(map(str, failures))
