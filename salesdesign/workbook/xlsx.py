"""A plan as a workbook: inputs, workings by month and views by quarter, with formulas wherever there can be some."""

from salesdesign.model.plan import Plan
from salesdesign.workbook.checks import Sum, write_checks
from salesdesign.workbook.cost_months import Ground, write_cost_months, write_cost_quarters
from salesdesign.workbook.inputs import Inputs, write_inputs
from salesdesign.workbook.paper import Book
from salesdesign.workbook.people_months import write_people_months
from salesdesign.workbook.rates import write_rates
from salesdesign.workbook.sales_months import write_sales_months
from salesdesign.workbook.tables import View, table_of
from salesdesign.workbook.views import write_bookings, write_cost, write_people, write_table

FOUND = {
    View.FUNNEL: "What must be created in each quarter, to be won one sales cycle later; as the plan found it",
    View.SCORECARD: "What one fully productive person shows in a month and a week",
    View.MOVES: "Who changes role, is hired, is missing or has too little to do",
    View.ALTERNATIVES: "The same company under each other structure",
    View.TERRITORIES: "How even potential for each seller is, as it is and as it would be",
}
"""Tables that no formula gives again: they took a search, or draws."""


def to_xlsx(plan: Plan, company: str) -> bytes:
    """The workbook, the same bytes for the same plan."""
    book = Book()
    _cover(book, plan, company)
    inputs = write_inputs(book, plan)
    if plan.quarters and plan.months:
        _write(book, plan, inputs)
    for view, note in FOUND.items():
        if table_of(plan, view).rows:
            write_table(book, plan, view, note)
    return book.content()


def _write(book: Book, plan: Plan, inputs: Inputs) -> None:
    """Workings first, for the views stand on them; the sheets are put in reading order by the paper."""
    people = write_people_months(book, plan)
    sales = write_sales_months(book, plan, people, inputs)
    sums = [Sum(line="people at the end", cell=write_people(book, plan, people), plan=_headcount(plan))]
    if plan.bookings:
        expected = write_bookings(book, plan, sales)
        sums.append(Sum(line="bookings expected", cell=expected, plan=sum(row.expected for row in plan.bookings)))
    if plan.cost:
        ground = Ground(people=people, sales=sales, rates=write_rates(book, plan, inputs), inputs=inputs)
        total = write_cost(book, plan, write_cost_quarters(book, plan, write_cost_months(book, plan, ground)))
        sums.append(Sum(line="cost", cell=total, plan=sum(row.total for row in plan.cost)))
    write_checks(book, plan, sums)


def _headcount(plan: Plan) -> int:
    return sum(row.end for row in plan.people if row.quarter == plan.quarters[-1])


def _cover(book: Book, plan: Plan, company: str) -> None:
    sheet = book.sheet("Read me", (28, 150))
    sheet.line([f"Sales plan: {company}"], "title")
    facts = (
        ("Structure", plan.structure.replace("_", " ")),
        ("Currency", plan.currency),
        ("Quarters", f"{plan.quarters[0]} to {plan.quarters[-1]}" if plan.quarters else ""),
        ("Feasible", plan.feasible),
        ("Chance of the first year", plan.chance),
    )
    for name, fact in facts:
        sheet.put(0, name, "strong")
        sheet.put(1, fact, "share" if isinstance(fact, float) else "text")
        sheet.row += 1
    notes = (
        *(("Way out", f"{way.text} {_value(way.value, way.unit)}".strip()) for way in plan.ways_out),
        ("Blue on yellow", "may be changed: the assumptions on Inputs, and hires, moves and leavers by month"),
        ("Black", "follows by formula; Checks says whether it is still what the plan found"),
        (
            "Not recomputed",
            "the hiring schedule, P10 to P90, the funnel and the alternatives: they take a search and draws",
        ),
        *(("Doubt", warning.text) for warning in plan.warnings),
    )
    for name, note in notes:
        sheet.put(0, name)
        sheet.put(1, note)
        sheet.row += 1


def _value(value: float | None, unit: str) -> str:
    return "" if value is None else f"({value:,.2f} {unit})"
