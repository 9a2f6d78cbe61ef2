"""Tables as CSV and plans as JSON."""

import csv
import io
import json
from dataclasses import asdict

import pytest

from salesdesign.workbook.tables import Table, View, table_of
from salesdesign.workbook.texts import to_csv, to_json
from tests.workbook.plans import plan_for, plan_of_two_markets


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "|calc"])
def test_a_text_that_a_spreadsheet_would_compute_is_made_harmless(text: str) -> None:
    written = to_csv(Table(columns=("name",), rows=((text,),)))
    assert list(csv.reader(io.StringIO(written, newline=""))) == [["name"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\r\n=1"])
def test_a_text_cannot_begin_another_cell(text: str) -> None:
    assert to_csv(Table(columns=("name",), rows=((text,),))) == "name\n' =1\n"


def test_numbers_below_nothing_stay_numbers() -> None:
    assert to_csv(Table(columns=("a", "b"), rows=((-1.5, None),))) == "a,b\n-1.5,\n"


@pytest.mark.parametrize("view", list(View))
def test_every_table_has_a_row_for_each_thing(view: View) -> None:
    plan = plan_of_two_markets()
    table = table_of(plan, view)
    assert len(table.rows) == len(getattr(plan, view.value))
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_people_have_a_column_for_each_measure() -> None:
    columns = table_of(plan_for("pod"), View.PEOPLE).columns
    assert columns[:9] == ("quarter", "segment", "role", "start", "hires", "moved_in", "leavers", "moved_out", "end")


def test_sources_of_bookings_have_columns_of_their_own() -> None:
    assert "sources.inbound" in table_of(plan_for("pod"), View.BOOKINGS).columns


def test_json_holds_the_plan_and_nothing_else() -> None:
    plan = plan_of_two_markets()
    assert json.loads(to_json(plan)) == json.loads(json.dumps(asdict(plan)))
