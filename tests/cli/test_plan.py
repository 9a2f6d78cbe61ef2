"""`salesdesign plan`: what it prints and writes, and what it refuses."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

FACTS = """\
company: {name: Acme, annual_revenue: 4000000}
headcount: {sellers: 10}
deal: {mean_value: 20000, win_rate: 0.25, cycle_days: 60}
current: {structure: island}
plan: {target: 1500000, horizon_quarters: 2, start: 2027-01}
"""


@pytest.fixture
def planned(folder: Path) -> Path:
    """A facts file with enough in it for a plan."""
    path = folder / "planned.yaml"
    path.write_text(FACTS)
    return path


def test_a_terminal_shows_people_bookings_and_cost_by_quarter(salesdesign: Command, planned: Path) -> None:
    ended = salesdesign("plan", planned)
    assert (ended.code, ended.said) == (0, "")
    assert all(title in ended.printed for title in ("People at the end", "Bookings, USD", "Cost, USD", "2027-Q2"))


def test_csv_has_a_row_for_each_quarter_and_role(salesdesign: Command, planned: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(salesdesign("plan", planned, "--format", "csv").printed)))
    assert {row["quarter"] for row in rows} == {"2027-Q1", "2027-Q2"}
    assert all(
        int(row["start"]) + int(row["hires"]) + int(row["moved_in"]) - int(row["leavers"]) - int(row["moved_out"])
        == int(row["end"])
        for row in rows
    )


@pytest.mark.parametrize("table", ["people", "bookings", "cost", "funnel", "assumptions"])
def test_a_table_that_is_named_is_csv(salesdesign: Command, planned: Path, table: str) -> None:
    rows = list(csv.DictReader(io.StringIO(salesdesign("plan", planned, "--table", table).printed)))
    assert rows
    assert all(None not in row for row in rows)


def test_json_is_the_plan_of_the_advice(salesdesign: Command, planned: Path) -> None:
    alone = json.loads(salesdesign("plan", planned, "--format", "json").printed)
    advice = json.loads(salesdesign("recommend", planned, "--format", "json").printed)
    assert alone == advice["plan"]


def test_a_workbook_is_written_to_a_file(salesdesign: Command, planned: Path) -> None:
    ended = salesdesign("plan", planned, "-o", "acme.xlsx")
    assert (ended.code, ended.printed, ended.said) == (0, "", "Wrote acme.xlsx.\n")
    assert Path("acme.xlsx").read_bytes().startswith(b"PK")


def test_another_structure_can_be_planned(salesdesign: Command, planned: Path) -> None:
    plan = json.loads(salesdesign("plan", planned, "--format", "json", "--structure", "assembly_line").printed)
    assert plan["structure"] == "assembly_line"
    assert "account_executive" in {row["role"] for row in plan["people"]}


def test_a_fact_can_be_set_for_the_plan(salesdesign: Command, planned: Path) -> None:
    plan = json.loads(salesdesign("plan", planned, "--format", "json", "--set", "plan.horizon_quarters=3").printed)
    assert plan["quarters"] == ["2027-Q1", "2027-Q2", "2027-Q3"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--structure", "matrix"], "No plan can be made for matrix. There are: founder_led, island"),
        (["--format", "json", "--table", "cost"], "--table cost: Only CSV holds one table."),
        (["-o", "acme.doc"], "acme.doc: The ending says no format."),
        (["-o", "nowhere/acme.csv"], "nowhere/acme.csv: There is no folder nowhere."),
    ],
)
def test_what_does_not_go_together_is_refused(
    salesdesign: Command, planned: Path, arguments: list[str], said: str
) -> None:
    ended = salesdesign("plan", planned, *arguments)
    assert (ended.code in (2, 3), ended.printed, said in ended.said) == (True, "", True)


def test_a_company_that_says_nothing_of_people_and_money_cannot_be_planned(salesdesign: Command, folder: Path) -> None:
    (folder / "bare.yaml").write_text("company: {name: Bare}\n")
    ended = salesdesign("plan", "bare.yaml")
    assert (ended.code, ended.printed) == (2, "")
    assert "give one of headcount.sellers" in ended.said or "could be chosen" in ended.said
