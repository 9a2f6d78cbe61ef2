"""The second pack: about another thing than sales, and as well kept as the first; and the packs that `rules new` writes."""

from pathlib import Path

import pytest

from salesdesign.cases.coverage import coverage
from salesdesign.cases.lint import lint_all
from salesdesign.cases.read import read_cases
from salesdesign.cases.run import run_all
from salesdesign.facts.read import read_company
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder

SUPPORT = Path(__file__).parents[2] / "examples" / "packs" / "support-desk"
STARTERS = Path(__file__).parents[2] / "salesdesign" / "pack" / "starters"
PACKS = {"support": SUPPORT, "alone": STARTERS / "alone", "house": STARTERS / "house"}


@pytest.mark.parametrize("name", PACKS)
def test_it_is_free_of_doubts_passes_its_cases_and_leaves_nothing_of_its_own_untried(name: str) -> None:
    pack, cases = read_pack(PACKS[name]), read_cases(PACKS[name] / "tests")
    own = [str(finding) for finding in coverage(cases, pack) if finding.file.startswith(str(PACKS[name]))]
    assert (lint_all(pack), run_all(cases, pack), own) == ((), (), [])


def test_it_shares_no_fact_with_the_first_but_the_name() -> None:
    assert read_pack(SUPPORT).catalogue.facts.keys() & read_pack(rules_folder()).catalogue.facts.keys() == {
        "company.name"
    }


@pytest.mark.parametrize("file", sorted((SUPPORT / "companies").glob("*.yaml")), ids=lambda file: file.stem)
def test_its_companies_are_valid(file: Path) -> None:
    assert read_company(file.read_bytes(), str(file), read_pack(SUPPORT).catalogue, {}).name
