"""Where the deals come from, quarter by quarter, and what marketing must deliver for them."""

from collections.abc import Iterable

from salesdesign.model.plan import FunnelRow, Plan
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Point, Points, Prose, Table
from salesdesign.reporting.phrasing import sentence
from salesdesign.reporting.sections.planned.words import by_quarter
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import number

SOURCES = {
    "leads": "Leads that people work",
    "inbound": "Opportunities from these leads",
    "outbound": "Opportunities from outbound work",
    "referral": "Opportunities from recommendations",
    "partner": "Opportunities from partners",
    "self_sourced": "Opportunities that closers find",
    "opportunities": "All accepted opportunities",
    "deals": "Deals wanted",
}
MONTHS = 3
"""Of a quarter."""

AHEAD = "Opportunities are due one sales cycle before the deals that come of them."
MORE = 1.05
"""Times today's leads from which marketing has to deliver more."""


def marketing(view: View, plan: Plan) -> tuple[Block, ...]:
    """Leads and opportunities to be created by quarter; empty without a funnel."""
    used = {name: title for name, title in SOURCES.items() if any(_value(row, name) for row in plan.funnel)}
    if not used:
        return ()
    columns = (Column(title="To be delivered"), *(Column(title=quarter, numeric=True) for quarter in plan.quarters))
    rows = tuple((Cell(text=title), *_cells(plan, name)) for name, title in used.items())
    texts = (*in_short(view, plan), AHEAD)
    return (
        Prose(phrases=tuple(Phrase(text=text) for text in texts)),
        Table(caption="What has to come in by quarter", columns=columns, rows=rows),
        *_make_or_buy(plan),
    )


def in_short(view: View, plan: Plan) -> Iterable[str]:
    """What marketing must deliver a month, beside what comes in today."""
    sums = by_quarter(plan, ((row.quarter, _value(row, "leads")) for row in plan.funnel))
    low, high = (number(end(sums.values()) / MONTHS, 0) for end in (min, max))
    if high == "0":
        return
    many = high if low == high else f"{low} to {high}"
    today = view.number("leads.inbound_per_month")
    enough = "about as many as come in today" if today and max(sums.values()) / MONTHS <= today * MORE else ""
    come = f"today {number(today, 0)} come in" if today and not enough else enough
    yield f"Marketing must deliver {many} leads a month{f'; {come}' if come else ''}."


def _make_or_buy(plan: Plan) -> Iterable[Block]:
    texts = [warning.text for warning in plan.warnings if warning.code == "make_or_buy"]
    if texts:
        yield Points(items=tuple(Point(label="Make or buy", text=sentence(text)) for text in texts))


def _cells(plan: Plan, name: str) -> tuple[Cell, ...]:
    sums = by_quarter(plan, ((row.quarter, _value(row, name)) for row in plan.funnel))
    return tuple(Cell(text=number(sums[quarter], 0)) for quarter in plan.quarters)


def _value(row: FunnelRow, name: str) -> float:
    return float(getattr(row, name) or 0.0)
