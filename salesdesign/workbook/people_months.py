"""The sheet of people by month: hires, moves and leavers are the plan's, all else follows by formula."""

from collections.abc import Sequence

from salesdesign.model.plan import MonthRow, Plan
from salesdesign.workbook.clock import FIRST, Key, Lines, begin_line, begin_months, places
from salesdesign.workbook.paper import Book

LINES = ("start", "hires", "moved in", "moved out", "present", "leavers", "end")
NOTE = "present = start + hires + moved in - moved out; end = present - leavers"


def write_people_months(book: Book, plan: Plan) -> Lines:
    """The sheet, written; where its lines stand comes back."""
    sheet = begin_months(book, "People by month", plan, NOTE)
    rows: dict[tuple[str, str, str], int] = {}
    for key in keys_of(plan):
        rows |= places(sheet, key, LINES)
        months = [row for row in plan.months if (row.segment, row.role) == key]
        _write(Lines(sheet=sheet, rows=rows), key, months)
    return Lines(sheet=sheet, rows=rows)


def keys_of(plan: Plan) -> tuple[Key, ...]:
    """Everyone's segment and role, in the order of the plan."""
    return tuple(dict.fromkeys((row.segment, row.role) for row in plan.months))


def _write(lines: Lines, key: Key, months: Sequence[MonthRow]) -> None:
    sheet = lines.sheet
    for line in LINES:
        begin_line(sheet, key, line)
        for number, month in enumerate(months):
            _cell(lines, key, line, (number, month))
        sheet.row += 1


def _cell(lines: Lines, key: Key, line: str, at: tuple[int, MonthRow]) -> None:
    number, month = at
    sheet, column = lines.sheet, FIRST + number
    present = month.start + month.hires + month.moved_in - month.moved_out
    stated = {
        "hires": month.hires,
        "moved in": month.moved_in,
        "moved out": month.moved_out,
        "leavers": month.leavers,
        **({} if number else {"start": month.start}),
    }
    if line in stated:
        sheet.put(column, stated[line], "whole_input")
    elif line == "start":
        sheet.compute(column, lines.at(key, "end", number - 1), month.start, "whole")
    elif line == "present":
        sheet.compute(column, _present(lines, key, number), present, "whole")
    else:
        formula = f"{lines.at(key, 'present', number)}-{lines.at(key, 'leavers', number)}"
        sheet.compute(column, formula, month.end, "whole_total")


def _present(lines: Lines, key: Key, number: int) -> str:
    start, hires, came, went = (lines.at(key, line, number) for line in LINES[:4])
    return f"{start}+{hires}+{came}-{went}"
