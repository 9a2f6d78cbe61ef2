"""How a plan is worded: amounts no more precise than they are known, quarters, jobs, reasons why a plan fails."""

from collections.abc import Iterable, Mapping
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
    "budget": "the budget does not reach",
    "capacity": "too few people can be productive in time",
    "pace": "people cannot be hired fast enough",
    "pipeline": "too few opportunities are open for the first deals",
    "founders": "the founders have no more time",
}


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


def why_not(plan: Plan) -> str:
    """What keeps an infeasible plan from its target, in a clause."""
    return BINDING.get(plan.binding or "", "its limits do not allow it")


def job(view: View, role: str, count: float = 2) -> str:
    """A job as a table names it."""
    return capitalised(role_name(view, role, count))


def first_year(plan: Plan) -> frozenset[str]:
    """The names of the first four quarters."""
    return frozenset(plan.quarters[:YEAR])


def by_quarter(plan: Plan, pairs: Iterable[tuple[str, float]]) -> Mapping[str, float]:
    """Sums by quarter, in order, of (quarter, value) pairs."""
    sums = dict.fromkeys(plan.quarters, 0.0)
    for quarter, value in pairs:
        sums[quarter] += value
    return sums
