"""The views by quarter: people, bookings, cost and funnel, each a sheet that follows from those by month."""

from collections.abc import Iterable, Mapping, Sequence

from salesdesign.model.plan import Plan
from salesdesign.workbook.clock import Lines, quarter_months
from salesdesign.workbook.paper import Book, Sheet
from salesdesign.workbook.people_months import keys_of
from salesdesign.workbook.tables import View, table_of

QUARTER = 3
"""The column of the first quarter."""

HEAD = 2
"""The row with the quarters' names."""

BOOKED = ("wanted", "capacity", "expected")


def begin_view(book: Book, name: str, plan: Plan, note: str) -> Sheet:
    """A sheet by quarter with its head."""
    sheet = book.sheet(name, (22, 22, 18, *(15 for _ in plan.quarters)), freeze=(3, QUARTER))
    sheet.line([name], "title")
    sheet.line([note], "faint")
    sheet.head(("Segment", "Role", "Line"), plan.quarters)
    return sheet


def write_people(book: Book, plan: Plan, people: Lines) -> str:
    """The people by quarter; the formula for everyone at the end comes back."""
    sheet = begin_view(book, "People", plan, "End of the quarter; hires, moves and leavers within it")
    ends = []
    for key in keys_of(plan):
        rows = [row for row in plan.people if (row.segment, row.role) == key]
        for line in ("hires", "moved in", "moved out", "leavers"):
            values = [getattr(row, line.replace(" ", "_")) for row in rows]
            if any(values):
                _head(sheet, key, line)
                for quarter, value in enumerate(values):
                    months = people.over(key, line, quarter_months(quarter))
                    sheet.compute(QUARTER + quarter, f"SUM({months})", value, "whole")
                sheet.row += 1
        ends.append(sheet.row)
        _head(sheet, key, "end")
        for quarter, row in enumerate(rows):
            last = quarter_months(quarter).stop - 1
            sheet.compute(QUARTER + quarter, people.at(key, "end", last), row.end, "whole_total")
        sheet.row += 1
    _head(sheet, ("Everyone", ""), "end")
    for quarter, name in enumerate(plan.quarters):
        everyone = sum(row.end for row in plan.people if row.quarter == name)
        formula = "+".join(sheet.at(row, QUARTER + quarter) for row in ends) or "0"
        sheet.compute(QUARTER + quarter, formula, everyone, "whole_total")
    return sheet.at(sheet.row, QUARTER + len(plan.quarters) - 1)


def write_bookings(book: Book, plan: Plan, sales: Lines) -> str:
    """The bookings by quarter and segment; the formula for all that is expected comes back.

    How far they may miss was drawn when the plan was made, and stands as it was found.
    """
    note = "wanted, capacity and expected follow from the months; P10, P50 and P90 were drawn when the plan was made"
    sheet = begin_view(book, "Bookings", plan, note)
    rows: dict[str, list[int]] = {name: [] for name in BOOKED}
    for line in plan.workings.sales:
        key = (line.segment, line.role)
        found = [row for row in plan.bookings if row.segment == line.segment]
        for name in BOOKED:
            rows[name].append(sheet.row)
            _head(sheet, key, name)
            for quarter, row in enumerate(found):
                months = sales.over(key, name, quarter_months(quarter))
                sheet.compute(QUARTER + quarter, f"ROUND(SUM({months}),2)", getattr(row, name), "money")
            sheet.row += 1
        for name in ("p10", "p50", "p90", "coverage", "quota_per_head"):
            _stated(sheet, key, name.replace("_", " "), (getattr(row, name) for row in found))
    _together(sheet, plan, rows)
    shown = range(sheet.row - len(BOOKED), sheet.row)
    _draw(book, sheet, ("Bookings by quarter", len(plan.quarters)), shown)
    return f"SUM({sheet.span(sheet.row - 1, QUARTER, QUARTER + len(plan.quarters) - 1)})"


def _together(sheet: Sheet, plan: Plan, rows: Mapping[str, Sequence[int]]) -> None:
    """All segments in one line each."""
    for name in BOOKED:
        _head(sheet, ("All segments", ""), name)
        for quarter, called in enumerate(plan.quarters):
            whole = sum(getattr(row, name) for row in plan.bookings if row.quarter == called)
            formula = "+".join(sheet.at(row, QUARTER + quarter) for row in rows[name])
            sheet.compute(QUARTER + quarter, formula, whole, "total")
        sheet.row += 1


def _draw(book: Book, sheet: Sheet, titled: tuple[str, int], rows: Iterable[int]) -> None:
    """A picture of some lines of the sheet over so many quarters, two rows below it."""
    title, quarters = titled
    last = QUARTER + quarters - 1
    chart = book.line_chart()
    for row in rows:
        chart.add_series(
            {
                "name": f"={sheet.at(row, QUARTER - 1)}",
                "categories": f"={sheet.span(HEAD, QUARTER, last)}",
                "values": f"={sheet.span(row, QUARTER, last)}",
            }
        )
    chart.set_title({"name": title})
    chart.set_y_axis({"num_format": "#,##0", "min": 0})
    sheet.paper.insert_chart(sheet.row + 2, 0, chart, {"x_scale": 1.6})


def write_cost(book: Book, plan: Plan, by_role: Lines) -> str:
    """The cost by quarter in parts; the formula for all of it comes back."""
    sheet = begin_view(book, "Cost", plan, f"In {plan.currency}, summed over the sheet by role")
    parts = tuple(dict.fromkeys(line.part for line in plan.workings.costs))
    first, bottom = sheet.row, by_role.sheet.row
    for part in parts:
        _head(sheet, ("Whole company", ""), part)
        for quarter, row in enumerate(plan.cost):
            names = f"'{by_role.sheet.name}'!$C$4:$C${max(bottom, 4)}"
            column = by_role.sheet.at(3, QUARTER + quarter).split("!")[1]
            below = by_role.sheet.at(max(bottom, 4) - 1, QUARTER + quarter).split("!")[1]
            cells = f"'{by_role.sheet.name}'!{column}:{below}"
            sheet.compute(QUARTER + quarter, f'SUMIF({names},"{part}",{cells})', getattr(row, part), "money")
        sheet.row += 1
    total = sheet.row
    _head(sheet, ("Whole company", ""), "total")
    for quarter, row in enumerate(plan.cost):
        ends = [sheet.at(place, QUARTER + quarter).split("!")[1] for place in (first, max(first, total - 1))]
        sheet.compute(QUARTER + quarter, f"SUM({ends[0]}:{ends[1]})", row.total, "total")
    sheet.row += 1
    shown = [total, total + 1] if _budget(sheet, plan, total) else [total]
    _draw(book, sheet, ("Cost by quarter", len(plan.quarters)), shown)
    return f"SUM({sheet.span(total, QUARTER, QUARTER + len(plan.quarters) - 1)})"


def _budget(sheet: Sheet, plan: Plan, total: int) -> bool:
    """Whether there is a budget, which then stands below the total."""
    if not any(row.budget is not None for row in plan.cost):
        return False
    budget = sheet.row
    _stated(sheet, ("Whole company", ""), "budget", (row.budget for row in plan.cost))
    _head(sheet, ("Whole company", ""), "left of it")
    for quarter, row in enumerate(plan.cost):
        left = f"{sheet.at(budget, QUARTER + quarter)}-{sheet.at(total, QUARTER + quarter)}"
        sheet.compute(QUARTER + quarter, left, (row.budget or 0.0) - row.total, "money")
    sheet.row += 1
    return True


def write_table(book: Book, plan: Plan, view: View, note: str) -> None:
    """A table of the plan as it was found."""
    table = table_of(plan, view)
    sheet = book.sheet(view.value.capitalize(), tuple(20 for _ in table.columns), freeze=(3, 0))
    sheet.line([view.value.capitalize()], "title")
    sheet.line([note], "faint")
    sheet.head([name.replace("_", " ") for name in table.columns])
    for row in table.rows:
        for column, cell in enumerate(row):
            sheet.put(column, cell, "number" if isinstance(cell, float) else "text")
        sheet.row += 1


def _stated(sheet: Sheet, key: tuple[str, str], line: str, values: Iterable[float | None]) -> None:
    _head(sheet, key, line)
    for quarter, value in enumerate(values):
        sheet.put(QUARTER + quarter, value, "input")
    sheet.row += 1


def _head(sheet: Sheet, key: tuple[str, str], line: str) -> None:
    for column, cell in enumerate((key[0] or "Whole company", key[1].replace("_", " "), line)):
        sheet.put(column, cell)
