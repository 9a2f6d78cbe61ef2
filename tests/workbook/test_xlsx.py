"""The workbook, recomputed by LibreOffice, gives the plan's own numbers; and it is the same bytes each time."""

import io
import re
import zipfile

import pytest

from salesdesign.model.plan import Plan
from salesdesign.workbook.xlsx import to_xlsx
from tests.workbook.office import Grid, need_office, recomputed
from tests.workbook.plans import plan_for, plan_of_two_markets

PLANS = ("island", "assembly_line", "pod", "two markets")

Numbers = dict[tuple[str, str, str], list[float]]
"""By segment, role and line."""


def named(name: str) -> Plan:
    return plan_of_two_markets() if name == "two markets" else plan_for(name)


@pytest.fixture(scope="module", params=PLANS)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Plan, dict[str, Grid]]:
    """A plan, and its workbook as LibreOffice computes it from inputs alone."""
    need_office()
    plan = named(request.param)
    return plan, recomputed(to_xlsx(plan, "Acme"), tmp_path_factory.mktemp("office"))


def lines_of(grid: Grid) -> Numbers:
    """The lines of a sheet by quarter."""
    return {(row[0], row[1], row[2]): [float(cell) for cell in row[3:] if cell] for row in grid[3:]}


def test_no_cell_fails(both: tuple[Plan, dict[str, Grid]]) -> None:
    _, sheets = both
    failed = {cell for grid in sheets.values() for row in grid for cell in row if cell.startswith(("#", "Err:"))}
    assert failed == set()


def test_cost_is_that_of_the_plan_to_the_cent(both: tuple[Plan, dict[str, Grid]]) -> None:
    plan, sheets = both
    lines = lines_of(sheets["Cost"])
    parts = {part for _, _, part in lines} - {"budget", "left of it"}
    found = {part: [round(cell, 2) for cell in lines["Whole company", "", part]] for part in parts}
    assert found == {part: [getattr(row, part) for row in plan.cost] for part in parts}
    assert {"base", "load", "hiring", "commission", "total"} <= parts


def test_people_are_those_of_the_plan(both: tuple[Plan, dict[str, Grid]]) -> None:
    plan, sheets = both
    lines = lines_of(sheets["People"])
    wanted: Numbers = {}
    for row in plan.people:
        for line in ("hires", "moved_in", "moved_out", "leavers", "end"):
            key = (row.segment or "Whole company", row.role.replace("_", " "), line.replace("_", " "))
            wanted.setdefault(key, []).append(getattr(row, line))
    everyone = lines.pop(("Everyone", "", "end"))
    assert lines == {key: cells for key, cells in wanted.items() if key[2] == "end" or any(cells)}
    assert everyone == [sum(row.end for row in plan.people if row.quarter == quarter) for quarter in plan.quarters]


def test_bookings_are_those_of_the_plan_to_the_cent(both: tuple[Plan, dict[str, Grid]]) -> None:
    plan, sheets = both
    lines = lines_of(sheets["Bookings"])
    for line in ("wanted", "capacity", "expected"):
        whole = lines.pop(("All segments", "", line))
        found = [cell for key, cells in lines.items() if key[2] == line for cell in cells]
        assert found == pytest.approx([getattr(row, line) for row in plan.bookings], abs=0.0051)
        assert sum(whole) == pytest.approx(sum(found), abs=0.01)


def test_every_check_says_as_planned(both: tuple[Plan, dict[str, Grid]]) -> None:
    _, sheets = both
    assert {row[4] for row in sheets["Checks"][3:]} == {"as planned"}


@pytest.mark.parametrize("name", PLANS)
def test_what_can_be_computed_is_a_formula(name: str) -> None:
    """A workbook of pasted values would have none; on yellow stand schedule, productivity, pipeline, draws and sources."""
    plan, sheets = named(name), formulas_by_sheet(to_xlsx(named(name), "Acme"))
    months, people = 3 * len(plan.quarters), len({(row.segment, row.role) for row in plan.months})
    carriers = sum(1 for line in plan.workings.sales if line.role)
    assert sheets["Cost by month"] == months * len(plan.workings.costs)
    assert sheets["People by month"] == people * (3 * months - 1)
    assert sheets["Sales by month"] == months * (4 * len(plan.workings.sales) + 2 * carriers)


def formulas_by_sheet(content: bytes) -> dict[str, int]:
    """How many formulas each sheet has."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        return {
            name: book.read(f"xl/worksheets/sheet{number}.xml").count(b"<f>") for number, name in enumerate(names, 1)
        }


@pytest.mark.parametrize("name", PLANS)
def test_the_same_plan_gives_the_same_bytes(name: str) -> None:
    assert to_xlsx(named(name), "Acme") == to_xlsx(named(name), "Acme")


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    content = to_xlsx(plan_of_two_markets(), "=1+1")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = [book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/")]
    assert not [sheet for sheet in sheets if b"HYPERLINK" in sheet or b"<f>1+1" in sheet]
