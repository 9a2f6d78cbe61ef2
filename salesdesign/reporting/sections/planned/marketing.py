"""What others must deliver, quarter by quarter, so that the sellers have something to close."""

from salesdesign.model.plan import FunnelRow, Plan
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Prose, Table
from salesdesign.reporting.sections.planned.words import by_quarter
from salesdesign.wording.numbers import number

SOURCES = {
    "leads": "Leads to be worked",
    "inbound": "Opportunities from inbound",
    "outbound": "from outbound",
    "referral": "from recommendations",
    "partner": "from partners",
    "self_sourced": "found by closers",
    "opportunities": "Accepted opportunities in all",
    "deals": "Deals wanted",
}


def marketing(plan: Plan) -> tuple[Block, ...]:
    """Leads and opportunities to be created by quarter; empty without a funnel."""
    used = {name: title for name, title in SOURCES.items() if any(_value(row, name) for row in plan.funnel)}
    if not used:
        return ()
    text = (
        "Opportunities have to be there one sales cycle before they can be won, so they are due earlier than the deals."
    )
    columns = (Column(title="What"), *(Column(title=quarter, numeric=True) for quarter in plan.quarters))
    rows = tuple((Cell(text=title), *_cells(plan, name)) for name, title in used.items())
    return (
        Prose(phrases=(Phrase(text=text),)),
        Table(caption="To be delivered by quarter", columns=columns, rows=rows),
    )


def _cells(plan: Plan, name: str) -> tuple[Cell, ...]:
    sums = by_quarter(plan, ((row.quarter, _value(row, name)) for row in plan.funnel))
    return tuple(Cell(text=number(sums[quarter], 0)) for quarter in plan.quarters)


def _value(row: FunnelRow, name: str) -> float:
    return float(getattr(row, name) or 0.0)
