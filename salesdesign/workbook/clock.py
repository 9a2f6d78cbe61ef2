"""Sheets by month: their head, and where each of their lines stands."""

from collections.abc import Mapping

from salesdesign.model.plan import Plan
from salesdesign.records import dataclass
from salesdesign.workbook.paper import Book, Sheet

FIRST = 3
"""The column of the first month, after segment, role and line."""

MONTHS_A_QUARTER = 3

Key = tuple[str, str]
"""Segment and role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Where the lines of a sheet by month stand."""

    sheet: Sheet
    rows: Mapping[tuple[str, str, str], int]
    """By segment, role and line."""

    def at(self, key: Key, line: str, month: int) -> str:
        """The cell of a line in a month, from 0."""
        return self.sheet.at(self.rows[(*key, line)], FIRST + month)

    def over(self, key: Key, line: str, months: range) -> str:
        """The cells of a line in some months."""
        return self.sheet.span(self.rows[(*key, line)], FIRST + months.start, FIRST + months.stop - 1)


def months_of(plan: Plan) -> range:
    """The months of the plan, from 0."""
    return range(MONTHS_A_QUARTER * len(plan.quarters))


def quarter_months(quarter: int) -> range:
    """The months of a quarter, both from 0."""
    return range(MONTHS_A_QUARTER * quarter, MONTHS_A_QUARTER * (quarter + 1))


def begin_months(book: Book, name: str, plan: Plan, note: str) -> Sheet:
    """A sheet by month with its head."""
    months = months_of(plan)
    sheet = book.sheet(name, (22, 22, 18, *(13 for _ in months)), freeze=(4, FIRST))
    sheet.line([name], "title")
    sheet.line([note], "faint")
    sheet.line(["", "", "Quarter", *(plan.quarters[month // MONTHS_A_QUARTER] for month in months)], "faint")
    sheet.head(("Segment", "Role", "Line"), [f"Month {month + 1}" for month in months])
    return sheet


def begin_line(sheet: Sheet, key: Key, line: str) -> None:
    """The first three cells of a line."""
    for column, cell in enumerate((key[0] or "Whole company", key[1].replace("_", " "), line)):
        sheet.put(column, cell)


def places(sheet: Sheet, key: Key, lines: tuple[str, ...]) -> dict[tuple[str, str, str], int]:
    """Where lines will stand that are written one below the other from here."""
    return {(*key, line): sheet.row + number for number, line in enumerate(lines)}
