"""The sheet of cost by month and the one by quarter in whole cents: people times rates, and what follows no rate."""

from salesdesign.model.plan import CostLine, Plan
from salesdesign.records import dataclass
from salesdesign.workbook.clock import FIRST, Key, Lines, begin_line, begin_months, months_of, quarter_months
from salesdesign.workbook.inputs import Inputs
from salesdesign.workbook.paper import Book
from salesdesign.workbook.rates import Rates

CLOSE = 1e-6
NOTE = (
    "people present x rate; hires x recruiting; bookings x commission. On yellow: what the plan adds beyond the rates"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """The sheets that cost stands on."""

    people: Lines
    sales: Lines
    rates: Rates
    inputs: Inputs


def write_cost_months(book: Book, plan: Plan, ground: Ground) -> Lines:
    """The sheet by month, written; where its lines stand comes back."""
    sheet = begin_months(book, "Cost by month", plan, NOTE)
    rows: dict[tuple[str, str, str], int] = {}
    for line in plan.workings.costs:
        key = (line.segment, line.role)
        rows[(*key, line.part)] = sheet.row
        begin_line(sheet, key, line.part)
        live = _is_live(plan, line, ground)
        for month, value in enumerate(line.by_month):
            if live:
                sheet.compute(FIRST + month, _formula(key, line.part, month, ground), value)
            else:
                sheet.put(FIRST + month, value, "input")
        sheet.row += 1
    return Lines(sheet=sheet, rows=rows)


def write_cost_quarters(book: Book, plan: Plan, by_month: Lines) -> Lines:
    """The sheet by quarter, written: each running total is rounded to the cent, so that the quarters add up."""
    sheet = book.sheet("Cost by role", (22, 22, 18, *(15 for _ in plan.quarters)), freeze=(3, FIRST))
    sheet.line(["Cost by role"], "title")
    sheet.line([f"In {plan.currency}, to the cent; each running total is rounded"], "faint")
    sheet.head(("Segment", "Role", "Part"), plan.quarters)
    rows: dict[tuple[str, str, str], int] = {}
    for line in plan.workings.costs:
        key = (line.segment, line.role)
        rows[(*key, line.part)] = sheet.row
        begin_line(sheet, key, line.part)
        before = 0.0
        for quarter in range(len(plan.quarters)):
            until = round(sum(line.by_month[: quarter_months(quarter).stop]) + 1e-8, 2)
            sheet.compute(FIRST + quarter, _rounded(by_month, key, line.part, quarter), round(until - before, 2))
            before = until
        sheet.row += 1
    return Lines(sheet=sheet, rows=rows)


def _rounded(by_month: Lines, key: Key, part: str, quarter: int) -> str:
    months = quarter_months(quarter)
    until = f"ROUND(SUM({by_month.over(key, part, range(months.stop))}),2)"
    return f"{until}-ROUND(SUM({by_month.over(key, part, range(months.start))}),2)" if months.start else until


def _formula(key: Key, part: str, month: int, ground: Ground) -> str:
    rate = ground.rates.cells[(*key, part)]
    if part == "commission":
        return f"{ground.sales.at(key, 'expected', month)}*{rate}"
    if part == "hiring":
        return f"{ground.people.at(key, 'hires', month)}*{rate}"
    each = f"{ground.people.at(key, 'present', month)}*{rate}"
    if part != "load" or not _earns_commission(key, ground):
        return each
    commission = f"{ground.sales.at(key, 'expected', month)}*{ground.rates.cells[(*key, 'commission')]}"
    return f"{each}+{commission}*{ground.inputs.cells['employer_charge']}"


def _earns_commission(key: Key, ground: Ground) -> bool:
    return ground.rates.values[(*key, "commission")] > 0 and ground.inputs.knows("employer_charge")


def _is_live(plan: Plan, line: CostLine, ground: Ground) -> bool:
    """Whether rates give the plan's own amounts in every month."""
    key = (line.segment, line.role)
    if (*key, line.part) not in ground.rates.values:
        return False
    rate = ground.rates.values[(*key, line.part)]
    booked = next((sold.expected for sold in plan.workings.sales if (sold.segment, sold.role) == key), None)
    months = [row for row in plan.months if (row.segment, row.role) == key]
    for month in months_of(plan):
        row = months[month]
        present = row.start + row.hires + row.moved_in - row.moved_out
        sold = booked[month] if booked else 0.0
        counts = {"commission": sold, "hiring": row.hires}
        comes_to = counts.get(line.part, present) * rate
        if line.part == "load" and _earns_commission(key, ground):
            comes_to += sold * ground.rates.values[(*key, "commission")] * ground.inputs.values["employer_charge"]
        if abs(comes_to - line.by_month[month]) > CLOSE:
            return False
    return True
