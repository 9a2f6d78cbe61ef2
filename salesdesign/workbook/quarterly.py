"""A plan by quarter over all of its segments: lines of people, bookings and cost."""

from collections.abc import Callable, Iterable

from salesdesign.model.plan import BookingsRow, Plan
from salesdesign.records import dataclass
from salesdesign.reporting.sections.planned.people import ranked
from salesdesign.reporting.sections.planned.words import job
from salesdesign.reporting.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a table with one cell for each quarter."""

    name: str
    cells: tuple[str, ...]
    strong: bool = False


def people(view: View, plan: Plan) -> tuple[Line, ...]:
    """Everyone by role at the end of each quarter, and together; hires and leavers below."""
    by_role = {role: [0] * len(plan.quarters) for role in ranked({row.role for row in plan.people if row.end})}
    places = {quarter: place for place, quarter in enumerate(plan.quarters)}
    for row in (row for row in plan.people if row.role in by_role):
        by_role[row.role][places[row.quarter]] += row.end
    lines = [Line(name=job(view, role), cells=_counts(counts)) for role, counts in by_role.items()]
    return (
        *lines,
        Line(name="together", cells=_counts(map(sum, zip(*by_role.values(), strict=True))), strong=True),
        Line(name="hired", cells=_counts(_sums(plan, lambda row: row.hires))),
        Line(name="left", cells=_counts(_sums(plan, lambda row: row.leavers))),
    )


def bookings(plan: Plan) -> tuple[Line, ...]:
    """What is wanted, what sellers could close, what is expected, and how far it may miss either way."""
    names = {
        "wanted": lambda row: row.wanted,
        "capacity": lambda row: row.capacity,
        "expected": lambda row: row.expected,
        "low (P10)": lambda row: row.p10,
        "middle (P50)": lambda row: row.p50,
        "high (P90)": lambda row: row.p90,
    }
    return tuple(
        Line(name=name, cells=_thousands(_booked(plan, read)), strong=name in ("wanted", "expected"))
        for name, read in names.items()
    )


def costs(plan: Plan) -> tuple[Line, ...]:
    """What selling costs, in parts, and the budget beside it."""
    lines = {
        "pay": [row.pay for row in plan.cost],
        "on top of pay": [row.load for row in plan.cost],
        "tools and travel": [row.tools + row.travel for row in plan.cost],
        "hiring and exits": [row.hiring + row.exits for row in plan.cost],
    }
    budget = [row.budget for row in plan.cost]
    found = [Line(name=name, cells=_thousands(values)) for name, values in lines.items()]
    found.append(Line(name="together", cells=_thousands([row.total for row in plan.cost]), strong=True))
    known = [value for value in budget if value is not None]
    return (*found, Line(name="budget", cells=_thousands(known), strong=True)) if known else tuple(found)


def _sums(plan: Plan, read: Callable[..., int]) -> list[int]:
    return [sum(read(row) for row in plan.people if row.quarter == quarter) for quarter in plan.quarters]


def _booked(plan: Plan, read: Callable[[BookingsRow], float]) -> list[float]:
    """Over all segments; quantiles of several segments are summed, which is wider than they are together."""
    return [sum(read(row) for row in plan.bookings if row.quarter == quarter) for quarter in plan.quarters]


def _counts(values: Iterable[int]) -> tuple[str, ...]:
    return tuple(f"{value:,}" for value in values)


def _thousands(values: Iterable[float]) -> tuple[str, ...]:
    return tuple(f"{value / 1000:,.0f}" for value in values)
