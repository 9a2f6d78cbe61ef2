"""The sheet of sales by month: what sellers could close, what falls due, what is closed and what waits."""

from salesdesign.model.plan import Plan, SalesLine
from salesdesign.workbook.clock import FIRST, Lines, begin_line, begin_months, places
from salesdesign.workbook.inputs import Inputs
from salesdesign.workbook.paper import Book
from salesdesign.workbook.ramping import HIRED, Ramp, gap, gap_formula, ramp_of, ramped_formula

LEARNING = ("hired: to learn", "moved: to learn")
LINES = ("wanted", "fully productive", "one closes", "capacity", "falls due", "expected", "waiting")
NOTE = "capacity = fully productive x one closes; expected = the smaller of capacity and of what waits and falls due"


def write_sales_months(book: Book, plan: Plan, people: Lines, inputs: Inputs) -> Lines:
    """The sheet, written; where its lines stand comes back."""
    sheet = begin_months(book, "Sales by month", plan, NOTE)
    rows: dict[tuple[str, str, str], int] = {}
    for line in plan.workings.sales:
        key = (line.segment, line.role)
        ramp = ramp_of(line, [row for row in plan.months if (row.segment, row.role) == key], inputs)
        rows |= places(sheet, key, (*LEARNING, *LINES) if ramp else LINES)
        sales = Lines(sheet=sheet, rows=rows)
        if ramp:
            _write_learning(sales, line, ramp, inputs.values[f"ramp_months.{line.role}"])
        _write(sales, line, people, ramp)
    return Lines(sheet=sheet, rows=rows)


def _write_learning(sales: Lines, line: SalesLine, ramp: Ramp, needed: float) -> None:
    """What the hired have still to learn, backwards from the last month, and what the moved have, forwards."""
    key, last = (line.segment, line.role), len(line.ramped) - 1
    months = range(last + 1)
    ways = ((LEARNING[0], HIRED, reversed(months)), (LEARNING[1], ramp.moved, months))
    for name, grows, since in ways:
        begin_line(sales.sheet, key, name)
        for month, learned in enumerate(since):
            sales.sheet.compute(FIRST + month, gap_formula(learned, grows, ramp.months), gap(learned, grows, needed))
        sales.sheet.row += 1


def _write(sales: Lines, line: SalesLine, people: Lines, ramp: Ramp | None) -> None:
    key, last = (line.segment, line.role), len(line.ramped) - 1
    for name in LINES:
        begin_line(sales.sheet, key, name)
        for month in range(last + 1):
            formula = _formula(sales, line, name, month)
            if name == "fully productive" and ramp:
                formula = ramped_formula(people, sales, key, month, last)
            value = _values(line)[name][month]
            if formula:
                sales.sheet.compute(FIRST + month, formula, value)
            else:
                sales.sheet.put(FIRST + month, value, "input")
        sales.sheet.row += 1


def _values(line: SalesLine) -> dict[str, tuple[float, ...]]:
    columns = (line.wanted, line.ramped, line.each, line.capacity, line.pipeline, line.expected, line.waiting)
    return dict(zip(LINES, columns, strict=True))


def _formula(sales: Lines, line: SalesLine, name: str, month: int) -> str:
    """How a cell follows from others; empty where it is the plan's own."""
    key = (line.segment, line.role)
    at = {other: sales.at(key, other, month) for other in LINES}
    before = f"+{sales.at(key, 'waiting', month - 1)}" if month else ""
    due = f"{at['falls due']}{before}"
    formulas = {
        "capacity": f"{at['fully productive']}*{at['one closes']}" if line.role else at["falls due"],
        "expected": f"MIN({at['capacity']},{due})",
        "waiting": f"{due}-{at['expected']}",
    }
    return formulas.get(name, "")
