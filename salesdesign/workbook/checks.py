"""The sheet of checks: whether the formulas still give what the plan found."""

from collections.abc import Iterable

from salesdesign.model.plan import Plan
from salesdesign.records import dataclass
from salesdesign.workbook.paper import Book


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """A figure of the workbook beside that of the plan."""

    line: str
    cell: str
    """A formula."""
    plan: float


def write_checks(book: Book, plan: Plan, sums: Iterable[Sum]) -> None:
    """The sheet, written."""
    sheet = book.sheet("Checks", (30, 20, 20, 16, 40), freeze=(3, 1))
    sheet.line(["Checks"], "title")
    sheet.line([f"Over {len(plan.quarters)} quarters; a difference says that something was changed here"], "faint")
    sheet.head(("Figure",), ("This workbook", "The plan", "Difference", "So"))
    for figure in sums:
        sheet.put(0, figure.line)
        sheet.compute(1, figure.cell, figure.plan)
        sheet.put(2, figure.plan, "number")
        here, there = (sheet.at(sheet.row, column) for column in (1, 2))
        sheet.compute(3, f"{here}-{there}", 0.0)
        sheet.compute(4, f'IF(ABS({here}-{there})<0.005,"as planned","changed in this workbook")', "as planned", "text")
        sheet.row += 1
