"""The rules that come with the program: their own cases, their lint, and the page on their evidence."""

from pathlib import Path

import pytest

from salesdesign.cases.coverage import coverage
from salesdesign.cases.lint import lint_all
from salesdesign.cases.read import read_cases
from salesdesign.cases.run import run_all
from salesdesign.model.pack import Pack
from salesdesign.pack.homes import evidence_page, homes
from salesdesign.pack.read import read_pack
from salesdesign.reporting.escaping import markdown
from salesdesign.resources import rules_folder

EVIDENCE_PAGE = Path(__file__).parents[2] / "docs" / "evidence.md"


@pytest.fixture(scope="module", name="rules")
def _rules() -> Pack:
    return read_pack(rules_folder())


def test_the_rules_pass_their_own_cases(rules: Pack) -> None:
    assert [str(failure) for failure in run_all(read_cases(rules_folder() / "tests"), rules)] == []


def test_every_outcome_gate_and_limit_has_a_case_and_every_case_its_rules(rules: Pack) -> None:
    assert [str(finding) for finding in coverage(read_cases(rules_folder() / "tests"), rules)] == []


def test_the_rules_are_free_of_lint(rules: Pack) -> None:
    assert [str(finding) for finding in lint_all(rules)] == []


def test_every_claim_has_a_home_or_a_reason_for_none(rules: Pack) -> None:
    assert [claim for claim, places in homes(rules).items() if bool(places) == (claim in rules.library.homeless)] == []


def test_the_page_on_evidence_is_up_to_date(rules: Pack) -> None:
    assert EVIDENCE_PAGE.read_text(encoding="utf-8") == evidence_page(rules, markdown), (
        "salesdesign rules evidence -o docs/evidence.md"
    )
