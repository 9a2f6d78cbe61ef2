"""What selling costs by quarter, against the budget."""

from collections.abc import Iterable, Sequence

from salesdesign.model.plan import CostRow, Plan
from salesdesign.reporting.blocks import Block, Cell, Column, Details, Stack, StackRow, Table
from salesdesign.reporting.sections.planned.stacks import stacked
from salesdesign.reporting.sections.planned.words import YEAR, amount, percent

PARTS = {
    "base": "Base pay",
    "variable": "Variable pay",
    "commission": "Commission",
    "load": "Employer's cost",
    "tools": "Tools",
    "hiring": "Hiring",
    "travel": "Travel",
    "exits": "Severance",
}


def cost(plan: Plan) -> tuple[Block, ...]:
    """Cost by quarter as a picture and, folded away, as a table; empty where pay is not known."""
    if not plan.cost:
        return ()
    return (_picture(plan), Details(summary="What the cost is made of", blocks=(_table(plan),)))


def _picture(plan: Plan) -> Stack:
    budgeted = any(row.budget is not None for row in plan.cost)
    most = max(max(row.total, row.budget or 0.0) for row in plan.cost) or 1.0
    caption = "Cost of selling by quarter; the line is the budget" if budgeted else "Cost of selling by quarter"
    return Stack(caption=caption, series=(), rows=tuple(_bar(plan, row, most) for row in plan.cost))


def _bar(plan: Plan, row: CostRow, most: float) -> StackRow:
    over = f" of {amount(plan, row.budget)}" if row.budget is not None else ""
    return StackRow(
        name=row.quarter,
        text=f"{amount(plan, row.total)}{over}",
        parts=stacked([row.total], most),
        mark=percent(row.budget, most) if row.budget is not None else None,
    )


def _table(plan: Plan) -> Table:
    years = [plan.cost[start : start + YEAR] for start in range(0, len(plan.cost), YEAR)]
    used = {name: title for name, title in PARTS.items() if any(_part(row, name) for row in plan.cost)}
    columns = (Column(title="Part"), *(Column(title=_span(year), numeric=True) for year in years))
    rows = tuple((Cell(text=title), *(_sum(plan, year, name) for year in years)) for name, title in used.items())
    total = (Cell(text="All"), *(_sum(plan, year, "total") for year in years))
    return Table(caption="Cost of selling, to three digits", columns=columns, rows=rows, total=total)


def _span(rows: Sequence[CostRow]) -> str:
    first, last = rows[0].quarter, rows[-1].quarter
    return first if first == last else f"{first} to {last}"


def _sum(plan: Plan, rows: Iterable[CostRow], name: str) -> Cell:
    return Cell(text=amount(plan, sum(_part(row, name) for row in rows)))


def _part(row: CostRow, name: str) -> float:
    return float(getattr(row, name))
