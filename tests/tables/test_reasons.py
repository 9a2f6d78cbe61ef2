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
    "current.symptoms": ["silos", "silos;silos", "silos;;pod", "gloom", None],
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
    told = Reasons(pack.catalogue, kernel.reading.facts, "table").of(kernel.rejected(frame.lazy()).collect())
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


def test_a_cell_with_more_problems_than_anybody_reads_is_told_as_in_a_file(pack: Pack) -> None:
    symptoms = ";".join(f"x{number}" for number in range(201))
    rows = {"company.name": ["A"], "current.symptoms": [symptoms], "deal.value": ["x"]}
    found = problems_of(1, {name: cells[0] for name, cells in rows.items()}, pack.catalogue, "table")
    told = score_table(pl.DataFrame(rows), pack)["problem"].item()
    assert told == " ".join(f"{problem.subject}: {reason(problem)}" for problem in found)


def test_what_is_refused_by_itself_is_not_told_beside_others(pack: Pack) -> None:
    rows = {"company.name": ["A", "B"], "headcount.sellers": ["-5", "5"], "headcount.dedicated": ["7", "7"]}
    first, second = score_table(pl.DataFrame(rows), pack)["problem"].to_list()
    assert (first.count("headcount"), "dedicated" in first, "dedicated" in second) == (1, False, True)
