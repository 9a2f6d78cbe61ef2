"""What selling costs by quarter, against the budget, and what it costs for each unit that is booked."""

from collections.abc import Iterable, Iterator, Sequence

from salesdesign.model.plan import CostRow, Plan
from salesdesign.reporting.blocks import (
    Block,
    Cell,
    Column,
    Details,
    Phrase,
    Prose,
    Stack,
    StackRow,
    Table,
)
from salesdesign.reporting.sections.planned.stacks import stacked
from salesdesign.reporting.sections.planned.words import YEAR, amount, percent
from salesdesign.wording.numbers import counted, money

PARTS = {
    "base": "Base pay",
    "variable": "Variable pay",
    "commission": "Commission on bookings",
    "load": "Employer's cost",
    "tools": "Tools",
    "hiring": "Hiring",
    "travel": "Travel",
    "exits": "Severance",
}
GROUPS = {
    "Pay": ("base", "variable", "commission"),
    "Employer's cost": ("load",),
    "Tools and travel": ("tools", "travel"),
    "Hiring and severance": ("hiring", "exits"),
}

HUNDRED = 100


def cost(plan: Plan) -> tuple[Block, ...]:
    """Cost by quarter as a picture and, folded away, as a table; empty where nothing is paid, or pay is not known."""
    if not any(row.total for row in plan.cost):
        return ()
    return (_picture(plan), *_worth(plan), Details(summary="What the cost is made of", blocks=(_table(plan),)))


def _picture(plan: Plan) -> Stack:
    most = max(max(row.total, row.budget or 0.0) for row in plan.cost) or 1.0
    rows = tuple(_bar(plan, row, most) for row in plan.cost)
    return Stack(caption=f"Cost of selling by quarter{_limit(plan)}", series=tuple(GROUPS), rows=rows)


def _limit(plan: Plan) -> str:
    """The budget as the end of a caption; empty where none was given."""
    budgets = {row.budget for row in plan.cost if row.budget is not None}
    if not budgets:
        return ""
    return "; the line is the budget" + (f" of {amount(plan, budgets.pop())}" if len(budgets) == 1 else "")


def _bar(plan: Plan, row: CostRow, most: float) -> StackRow:
    return StackRow(
        name=row.quarter,
        text=amount(plan, row.total),
        parts=stacked((sum(_part([row], name) for name in names) for names in GROUPS.values()), most),
        mark=percent(row.budget, most) if row.budget is not None else None,
    )


def _worth(plan: Plan) -> Iterator[Block]:
    """What a hundred booked cost, and after how long the margin has paid for it."""
    each, alone = (plan.ratios.get(name) for name in ("cost_per_booked", "cost_per_booked_without_care"))
    if not each or not plan.bookings:
        return
    hundred, costs = money(HUNDRED, plan.currency), amount(plan, HUNDRED * each)
    rest = f", {amount(plan, HUNDRED * alone)} without customer success" if alone and alone != each else ""
    phrases = [f"In the first year {hundred} of new bookings cost {costs} of selling{rest}."]
    payback = plan.ratios.get("payback_months")
    if payback:
        phrases.append(f"Their gross margin pays that back in {counted(round(payback), 'month')}.")
    yield Prose(phrases=tuple(Phrase(text=phrase) for phrase in phrases))


def _table(plan: Plan) -> Table:
    """Parts by year: four quarters each, the last as long as the plan."""
    spans = [plan.cost[at : at + YEAR] for at in range(0, len(plan.cost), YEAR)]
    columns = (Column(title="Part"), *(Column(title=_span(rows), numeric=True) for rows in spans))
    used = {name: title for name, title in PARTS.items() if any(_part(rows, name) for rows in spans)}
    rows = tuple((Cell(text=title), *_cells(plan, spans, name)) for name, title in used.items())
    total = (Cell(text="All"), *_cells(plan, spans, "total"))
    return Table(caption="Cost of selling, to three digits", columns=columns, rows=rows, total=total)


def _span(rows: Sequence[CostRow]) -> str:
    return rows[0].quarter if len(rows) == 1 else f"{rows[0].quarter} to {rows[-1].quarter}"


def _cells(plan: Plan, spans: Iterable[Sequence[CostRow]], name: str) -> tuple[Cell, ...]:
    return tuple(Cell(text=amount(plan, _part(rows, name))) for rows in spans)


def _part(rows: Sequence[CostRow], name: str) -> float:
    return float(sum(getattr(row, name) for row in rows))
