"""`salesdesign whatif`, as it is typed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

VARY = ("--vary", "headcount.sellers=2..20")


@pytest.mark.parametrize("suffix", ["txt", "html", "csv", "json"])
def test_a_file_gets_what_standard_output_would(salesdesign: Command, acme: Path, suffix: str) -> None:
    form = {"txt": "terminal"}.get(suffix, suffix)
    printed = salesdesign("whatif", acme, *VARY, "--format", form).printed
    assert salesdesign("whatif", acme, *VARY, "-o", f"if.{suffix}").code == 0
    assert Path(f"if.{suffix}").read_text(encoding="utf-8") == printed


def test_changes_count_and_are_said(salesdesign: Command, acme: Path) -> None:
    plain = json.loads(salesdesign("whatif", acme, *VARY, "--format", "json").printed)
    ended = salesdesign("whatif", acme, *VARY, "--format", "json", "--set", "customers.relationship=5")
    found = json.loads(ended.printed)
    assert found["changed"] == "For this run only: --set customers.relationship=5."
    assert found["points"] != plain["points"]


@pytest.mark.parametrize(
    "asked", ["headcount.seller=1..3", "headcount.sellers=9..3", "headcount.sellers=..", "company.name=a..b"]
)
def test_bad_input_is_one_line(salesdesign: Command, acme: Path, asked: str) -> None:
    ended = salesdesign("whatif", acme, "--vary", asked)
    assert (ended.code, ended.printed, ended.said.count("\n")) == (2, "", 1)


def test_without_a_fact_there_is_nothing_to_vary(salesdesign: Command, acme: Path) -> None:
    assert salesdesign("whatif", acme).code == 2


def test_three_facts_are_too_many(salesdesign: Command, acme: Path) -> None:
    three = ("--vary", "deal.complexity", "--vary", "process.crm", "--vary", "budget.level")
    assert salesdesign("whatif", acme, *three).code == 2
