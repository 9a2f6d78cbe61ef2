"""How a plan is worded: amounts no more precise than they are known, quarters, months, jobs, why a plan fails."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import floor, log10

from salesdesign.model.plan import Plan
from salesdesign.reporting.sections.jobs import role_name
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, money

DIGITS = 3
"""Amounts of a plan are told to so many digits: no input is known better."""

YEAR = 4
"""Quarters of the first year."""

BINDING = {
    "budget": "the budget does not pay for it",
    "capacity": "too few people can be productive in time",
    "pace": "people cannot be hired fast enough",
    "time_to_hire": "nobody who is hired now is productive in time",
    "pipeline": "too few opportunities are open for the first deals",
    "founders": "the founders have no more time to sell",
    "chance": "it cannot be made as sure as you want it",
}

ORDINALS = ("first", "second", "third", "fourth", "fifth")

MARKETS = 5
"""So many segments are told one by one; a workbook holds all of them."""


def amount(plan: Plan, value: float) -> str:
    """An amount of the plan in its currency, to three digits."""
    return money(rounded(value), plan.currency)


def rounded(value: float) -> float:
    """A number to three digits.

    >>> rounded(402292.06), rounded(-1.2345), rounded(0)
    (402000.0, -1.23, 0.0)
    """
    return round(value, DIGITS - 1 - floor(log10(abs(value)))) if value else 0.0


def percent(value: float, most: float) -> float:
    """How long a bar is beside the longest one, 0 to 100."""
    return round(100 * value / most, 1)


def why_not(binding: str | None) -> str:
    """What keeps an infeasible plan from its target, in a clause."""
    return BINDING.get(binding or "", "its limits do not allow it")


def job(view: View, role: str, count: float = 2) -> str:
    """A job as a table names it."""
    return capitalised(role_name(view, role, count))


def structure_name(view: View, structure: str) -> str:
    """A structure as a table names it; a plan of several may mix them."""
    option = view.option(view.pack.main, structure)
    if structure == "mixed":
        return "Each segment its own"
    return option.name if option else capitalised(structure.replace("_", " "))


def first_year(plan: Plan) -> frozenset[str]:
    """The names of the first four quarters."""
    return frozenset(plan.quarters[:YEAR])


def years(plan: Plan) -> tuple[tuple[str, ...], ...]:
    """The names of the quarters of each year of the plan."""
    return tuple(plan.quarters[first : first + YEAR] for first in range(0, len(plan.quarters), YEAR))


def by_quarter(plan: Plan, pairs: Iterable[tuple[str, float]]) -> Mapping[str, float]:
    """Sums by quarter, in order, of (quarter, value) pairs."""
    sums = dict.fromkeys(plan.quarters, 0.0)
    for quarter, value in pairs:
        sums[quarter] += value
    return sums


def month_name(plan: Plan, month: int) -> str:
    """A month of the plan, counted from 1: October 2027, or month 10 of the plan where no start was given."""
    if plan.start is None:
        return f"month {month} of the plan"
    year, first = (int(part) for part in plan.start.split("-"))
    at = first - 1 + month - 1
    return date(year + at // 12, at % 12 + 1, 1).strftime("%B %Y")


def markets_told(plan: Plan) -> tuple[str, ...]:
    """The segments that are told one by one: all of a few, else those of which most is wanted, in their order."""
    wanted: dict[str, float] = {}
    for row in plan.bookings:
        wanted[row.segment] = wanted.get(row.segment, 0.0) + row.wanted
    largest = sorted(wanted, key=lambda name: -wanted[name])[:MARKETS]
    return tuple(name for name in wanted if name in largest)


def too_many(plan: Plan) -> bool:
    """Whether there are more segments than a page tells one by one."""
    return len({row.segment for row in plan.bookings}) > MARKETS


def largest_only(plan: Plan, caption: str) -> str:
    """A table's caption, with the remark that it holds the largest segments where it does not hold all."""
    return f"{caption}, in the {MARKETS} largest segments; the workbook has all" if too_many(plan) else caption
