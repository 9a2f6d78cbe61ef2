"""Ways out of a plan that cannot be done: what binds, what is reached, and what it would take."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce
from itertools import combinations

from salesdesign.model.plan import WayOut
from salesdesign.planning.basis import Basis, MarketTerms
from salesdesign.planning.calendar import years
from salesdesign.planning.cost import budget_growth, by_year
from salesdesign.planning.frame import frame
from salesdesign.planning.funnel import to_decide
from salesdesign.planning.hiring import attempt, broken
from salesdesign.planning.reach import STEPS, Reached, aimed, largest, reach, reachable, unlimited, whole
from salesdesign.planning.schedule import Outcome, starts_by_month
from salesdesign.planning.terms import scaled, wanted_first
from salesdesign.records import dataclass

DIGITS = 3
"""Of an amount in a way out."""


SPARED: Mapping[str, str] = {
    "support": "sales leader, operations or enablement",
    "managers": "managers, support or customer success",
}
"""Whom a plan does without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """A plan that cannot be done as wanted."""

    binds: tuple[str, ...]
    """budget, pace, pipeline, time_to_hire or founders: each of them holds the plan back."""
    outcome: Outcome
    """The most of the target that can be reached, at near the least cost."""
    ways: tuple[WayOut, ...]
    spared: str
    """Whom the budget does not pay: support, or managers and customer success as well."""


def blocked(basis: Basis) -> Blocked:
    """What binds, and the ways out."""
    reached = reach(basis)
    binds = _binds(basis, reached)
    ways = (_fewer(basis, reached), *_others(basis, reached, binds))
    return Blocked(binds=binds, outcome=reached.outcome, ways=ways, spared=reached.spared)


def relaxed(basis: Basis, limit: str) -> Basis:
    """The same company without one of its limits."""
    if limit == "budget":
        return replace(basis, budget=None)
    if limit == "pace":
        return replace(basis, pace=replace(basis.pace, max_hires=None))
    if limit == "pipeline":
        return replace(basis, markets=tuple(_with_pipeline(market) for market in basis.markets))
    at_once = {role: replace(terms, ramp=()) for role, terms in basis.roles.items()}
    return replace(basis, roles=at_once, pace=replace(basis.pace, time_to_hire=0))


def _with_pipeline(market: MarketTerms) -> MarketTerms:
    """As many opportunities open as the first sales cycle needs."""
    return replace(market, open_opportunities=max(market.open_opportunities, sum(to_decide(market)[: market.cycle])))


def limits(basis: Basis) -> tuple[str, ...]:
    """What may hold the plan back: budget, pace, pipeline, time_to_hire."""
    found = ["budget"] if basis.budget is not None else []
    if basis.pace.max_hires is not None:
        found.append("pace")
    return (*found, "pipeline", "time_to_hire")


def _binds(basis: Basis, reached: Reached) -> tuple[str, ...]:
    """The fewest limits without which all that is wanted could be had; without fewer of them it could not."""
    if not basis.sized and basis.budget is not None:
        return ("budget",)
    if all(market.carrier in ("founder", "") for market in basis.markets) and reached.ceiling != whole(basis):
        return ("founders",) if any(market.carrier for market in basis.markets) else ("pipeline",)
    known = limits(basis)
    for many in range(1, len(known) + 1):
        for together in combinations(known, many):
            if reachable(reduce(relaxed, together, basis), whole(basis)) is not None:
                return together
    return known


def _fewer(basis: Basis, reached: Reached) -> WayOut:
    """The target that can be had, rounded down; what today's people bring where not even they can be paid."""
    unit, wanted = "bookings in the first year", wanted_first(basis)
    if not reached.alike and basis.budget is not None:
        first = years(basis.pace.months)[0]
        alone = sum(sum(sales.expected[month] for month in first) for sales in reached.outcome.sales)
        text = "Today's people alone bring this, and the budget pays for nobody more."
        if broken(reached.outcome):
            text = "Today's people alone bring this, and they already cost more than the budget."
        if reached.spared:
            text = f"This is reached, with no {SPARED[reached.spared]} hired: the budget pays for none."
        return WayOut(kind="bookings", value=round(alone, 2), unit=unit, text=text)
    text = "With a first year's target of this, on which later years grow as before, every year is met."
    if len(years(basis.pace.months)) == 1:
        text = "With a target of this it is met."
    value = next((value for value in _targets(basis, wanted) if _can(basis, value, wanted)), 0.0)
    return WayOut(kind="bookings", value=value, unit=unit, text=text)


def _targets(basis: Basis, wanted: float) -> Iterator[float]:
    """Targets to be tried, the largest first: from that on which a rough plan is found."""
    most = largest(lambda part: wanted > 0 and attempt(frame(scaled(basis, part)), roughly=True) is not None, STEPS)
    for step in range(min(STEPS - 1, round((most or 0.0) * STEPS) + 1), 0, -1):
        yield rounded_down(wanted * step / STEPS)


def _can(basis: Basis, value: float, wanted: float) -> bool:
    """Whether a plan for that target is found."""
    return attempt(frame(scaled(basis, value / wanted))) is not None


def _others(basis: Basis, reached: Reached, binds: tuple[str, ...]) -> tuple[WayOut, ...]:
    found = []
    if "budget" in binds:
        found.append(_budget(basis, reached))
    if "pace" in binds:
        found.append(_pace(basis, reached))
    return (*found, *(WayOut(kind=kind, value=None, unit="", text=TEXTS[kind]) for kind in binds if kind in TEXTS))


TEXTS: Mapping[str, str] = {
    "founders": "Hire people who sell: founders have no more time.",
    "pipeline": "Begin later, or create opportunities earlier: those of today are too few for the first deals.",
    "time_to_hire": "Begin later: nobody hired today is productive in time.",
}


def _budget(basis: Basis, reached: Reached) -> WayOut:
    """What the dearest year takes, in money of the first: all that is wanted, else all that can be had."""
    free = replace(basis, budget=None)
    outcome = attempt(frame(free))
    text = "Raise the sales budget to this."
    if outcome is None:
        text = "Raise the sales budget to this for the most that can be reached in time."
        most = replace(basis, budget=None)
        outcome = reachable(most, reached.ceiling, roughly=False) or reachable(most, reached.ceiling)
    outcome = outcome or reached.outcome
    return WayOut(kind="budget", value=rounded_up(needed_budget(outcome)), unit="money a year", text=text)


def needed_budget(outcome: Outcome) -> float:
    """The yearly budget that pays for every year of a plan, as it grows."""
    spans, basis = years(outcome.frame.basis.pace.months), outcome.frame.basis
    return max(
        cost * 12 / len(year) / budget_growth(basis, number)
        for number, (cost, year) in enumerate(zip(by_year(outcome), spans, strict=True))
    )


def _pace(basis: Basis, reached: Reached) -> WayOut:
    quick = relaxed(basis, "pace")
    outcome = attempt(frame(quick)) or attempt(frame(unlimited(basis)))
    outcome = outcome or attempt(frame(aimed(unlimited(basis), reached.ceiling))) or reached.outcome
    most = max(starts_by_month(outcome), default=0)
    return WayOut(kind="pace", value=float(most), unit="hires in a month", text="Take on so many in one month.")


def rounded_down(amount: float) -> float:
    """An amount in three digits, never more than it is.

    >>> rounded_down(123_456)
    123000.0
    """
    step = _step(amount)
    return math.floor(amount / step + 1e-9) * step


def rounded_up(amount: float) -> float:
    """An amount in three digits, never less than it is.

    >>> rounded_up(123_456)
    124000.0
    """
    step = _step(amount)
    return math.ceil(amount / step - 1e-9) * step


def _step(amount: float) -> float:
    return 10.0 ** max(-2, math.floor(math.log10(amount)) - DIGITS + 1) if amount > 0 else 1.0
