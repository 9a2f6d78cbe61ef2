"""Reasons of many rows at once are those of each row read by itself as a facts file."""

import polars as pl
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from salesdesign.tables.kernel import Wanted, kernel_of
from salesdesign.tables.outline import Detail
from salesdesign.tables.reasons import Reason, Reasons
from salesdesign.tables.reject import problems_of, reason
from salesdesign.tables.score import score_table

CELLS = {
    "company.name": ["A", "B", "", None, "x" * 201, "a\x07b"],
    "company.currency": ["EUR", "eur", "USD", "euros", None],
    "company.usd_per_unit": ["1.1", "0", "x", None],
    "headcount.sellers": ["3", "-1", "12", "many", "1.5", None],
    "headcount.dedicated": ["4", "2", "99999999", "", None],
    "customers.mix.smb": ["0.6", "0.2", "60 %", "2", None],
    "customers.mix.mid_market": ["0.3", "0.1", "-1", None],
    "customers.mix.enterprise": ["0.5", "0.1", "half", None],
    "current.symptoms": ["silos", "silos;silos", "silos;;pod", "gloom", "a;b;c;d;e;f;g;h;i;j;k;silos", None],
    "current.structure": ["pod", "pods", "island", None],
    "customers.relationship": ["5", "9", "2.5", None],
    "process.crm": ["yes", "perhaps", None],
    "deal.value": ["100", "1e400", "012", None],
    "company.as_of": ["2026-01-31", "2026-02-30", None],
    "plan.seasonality": ["1;1;1;1", "1;x", "-1;2;3;4", None],
}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(rules_folder())


@settings(max_examples=20, phases=[Phase.generate])
@given(st.lists(st.tuples(*map(st.sampled_from, CELLS.values())), min_size=5, max_size=40))
def test_they_are_those_of_the_reader_of_facts_files(pack: Pack, rows: list[tuple[str | None, ...]]) -> None:
    frame = pl.DataFrame(rows, schema=dict.fromkeys(CELLS, pl.String), orient="row")
    kernel = kernel_of(frame.schema, pack, Wanted(detail=Detail.DECISIONS, keep=()), "table")
    told = Reasons(pack.catalogue, kernel, "table").of(kernel.rejected(frame.lazy()).collect())
    problems = [problems_of(1, dict(zip(CELLS, row, strict=True)), pack.catalogue, "table") for row in rows]
    wrong = [found for found in problems if found[0].wrong != "This row cannot be read."]
    assert [[(one.column, one.why) for one in found] for _, found in told] == [
        [(problem.subject, reason(problem)) for problem in found] for found in wrong
    ]


def test_the_same_wrong_cell_is_read_once(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    real = Reasons._of_cell

    def of_cell(self: Reasons, place: int, name: str, cell: object) -> tuple[Reason, ...]:
        asked.append(cell)
        return real(self, place, name, cell)

    monkeypatch.setattr(Reasons, "_of_cell", of_cell)
    found = score_table(pl.DataFrame({"company.name": "A", "deal.value": ["x"] * 1_000 + ["y"] * 1_000}), pack)
    assert (asked, found["problem"].n_unique(), found["problem"].null_count()) == (["x", "y"], 2, 0)


def test_very_many_different_cells_are_told_alike(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesdesign.tables.reasons._IN_FULL", 2)
    cells = ["x", "y", "z", "x"]
    told = score_table(pl.DataFrame({"company.name": "A", "deal.value": cells}), pack)["problem"].to_list()
    in_full = [f"deal.value: '{cell}' is no number. Write a plain number, such as 20000." for cell in cells]
    alike = "deal.value: It cannot be read, or is out of bounds: an amount is due. Write, for example, 20000."
    assert told == [*in_full[:2], alike, in_full[0]]


def test_very_many_different_conflicts_are_told_alike(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("salesdesign.tables.reasons._IN_FULL", 1)
    shares = {"customers.mix.smb": [0.9, 0.8], "customers.mix.enterprise": 0.9}
    people = {"headcount.sellers": 5, "headcount.dedicated": [7, 8]}
    first, second = score_table(pl.DataFrame({"company.name": "A", **shares, **people}), pack)["problem"].to_list()
    assert first == (
        "customers.mix: The shares sum to 1.8 (smb 0.9 + enterprise 0.9). Lower one of them. headcount.dedicated: "
        "7 with one job are more than there are sellers (5). Give how many of the sellers do one sales job and no other."
    )
    assert second == (
        "customers.mix: The shares make no whole. Together they never exceed 1, and are 1 where all are given. "
        "headcount.dedicated: It does not go with headcount.sellers. Give how many of the sellers do one sales job and "
        "no other."
    )


def test_a_list_that_is_refused_is_in_no_conflict(pack: Pack) -> None:
    rows = pl.DataFrame({"company.name": "A", "plan.seasonality": ["x;y", "1;2", "1;2;3;4"]})
    first, second, third = score_table(rows, pack)["problem"].to_list()
    assert (first.count("no number"), "quarters" in first, "quarters" in second, third) == (2, False, True, None)


def test_what_is_refused_by_itself_is_not_told_beside_others(pack: Pack) -> None:
    rows = {"company.name": ["A", "B"], "headcount.sellers": ["-5", "5"], "headcount.dedicated": ["7", "7"]}
    first, second = score_table(pl.DataFrame(rows), pack)["problem"].to_list()
    assert (first.count("headcount"), "dedicated" in first, "dedicated" in second) == (1, False, True)
