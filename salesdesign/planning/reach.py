"""Reach: the largest part of what is wanted, by year and market, that can be had within the limits of a plan."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product

from salesdesign.planning.basis import NEVER, Basis, MarketTerms, SupportSteps
from salesdesign.planning.calendar import years
from salesdesign.planning.cost import budgets, by_year
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import attempt, broken, nobody_hired
from salesdesign.planning.schedule import Outcome, evaluate
from salesdesign.records import dataclass

Parts = tuple[tuple[float, ...], ...]
"""By market and year, the part of the wanted bookings that a plan is for, 0 to 1."""

STEPS, LIFTS = 128, 64
"""Into so many parts a target is cut to see how much of it can be reached, for all years and then for each."""
WORTH, LEFT = 1.02, 0.05
"""Bookings over those with support from which it is spared; the part of a budget that is money left over."""
"""More sellers than there are."""
LARGE = 200
"""Markets times months beyond which years are not looked at one by one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """The most that can be had."""

    parts: Parts
    alike: float
    """The part that can be had of every year and market alike; 0 where not even today's people can be paid."""
    ceiling: Parts
    """What could be had with any budget and any pace."""
    outcome: Outcome
    spared: str = ""
    """Whom the budget does not pay: support, or managers and customer success as well."""


def aimed(basis: Basis, parts: Parts) -> Basis:
    """The same basis with a part of what is wanted."""
    return replace(
        basis, markets=tuple(_aimed(market, own, basis) for market, own in zip(basis.markets, parts, strict=True))
    )


def _aimed(market: MarketTerms, parts: tuple[float, ...], basis: Basis) -> MarketTerms:
    last = len(parts) - 1
    wanted = tuple(
        value * parts[min(month // 12, last, (basis.pace.months - 1) // 12)]
        for month, value in enumerate(market.wanted)
    )
    return replace(market, wanted=wanted)


def unlimited(basis: Basis) -> Basis:
    """With any budget and any pace."""
    return replace(basis, budget=None, pace=replace(basis.pace, max_hires=None))


def reachable(basis: Basis, parts: Parts, *, roughly: bool = True) -> Outcome | None:
    """A plan for those parts, within all limits; None where none is found."""
    return attempt(frame(aimed(basis, parts)), roughly=roughly)


def reach(basis: Basis) -> Reached:
    """The most that can be had, at near the least cost.

    Where a budget leaves money over, because the next leader or support post is dearer than what is left, nobody of
    them is hired if that brings more; where it pays for no support at all, no manager and no customer success either.
    """
    top = ceiling(basis)
    found = _within(basis, top)
    if basis.budget is None:
        return found or _idle(basis, top)
    if found is None or _leaves_money(found):
        other = _within(frugal(basis), top)
        if other is not None and (found is None or _bookings(other) > _bookings(found) * WORTH):
            found = replace(other, alike=found.alike if found else 0.0, spared="support")
    if found is None:
        other = _within(lean(basis), top)
        found = None if other is None else replace(other, alike=0.0, spared="managers")
    idle = _idle(basis, top)
    if found is None or (not broken(idle.outcome) and _bookings(idle) > _bookings(found)):
        return replace(idle, alike=found.alike if found else 0.0)
    return found


def _bookings(reached: Reached) -> float:
    return sum(sum(sales.expected) for sales in reached.outcome.sales)


def _leaves_money(reached: Reached) -> bool:
    """Whether a year that falls short leaves a part of its budget."""
    spent = zip(by_year(reached.outcome), budgets(reached.outcome.frame.basis), strict=True)
    short = [any(own[year] < 1 for own in reached.parts) for year in range(len(reached.parts[0]))]
    return any(less and cost < budget * (1 - LEFT) for less, (cost, budget) in zip(short, spent, strict=True))


def _within(basis: Basis, top: Parts) -> Reached | None:
    alike = largest(_can(basis, partial(_times, top)), STEPS)
    if alike is None:
        return None
    parts = _lifted(basis, top, _times(top, alike)) if alike < 1 else top
    outcome = reachable(basis, parts, roughly=False) or reachable(basis, parts)
    return None if outcome is None else Reached(parts=parts, alike=alike, ceiling=top, outcome=outcome)


def frugal(basis: Basis) -> Basis:
    """The same company with no leader, operations or enablement hired: those duties go to somebody who is there."""
    none = {role: SupportSteps(first=NEVER, second=NEVER, each=NEVER) for role in basis.spans.support}
    spans = replace(basis.spans, leader_from=NEVER, support=none)
    return replace(basis, spans=spans)


def lean(basis: Basis) -> Basis:
    """The same company with nobody hired beside closers and developers."""
    thin = frugal(basis)
    spans = replace(thin.spans, manager_from=NEVER, pool_until=NEVER, closers_per_engineer=None)
    markets = tuple(replace(market, care=replace(market.care, wanted=False)) for market in basis.markets)
    return replace(thin, spans=spans, markets=markets)


def whole(basis: Basis) -> Parts:
    """All that is wanted."""
    return ((1.0,) * len(years(basis.pace.months)),) * len(basis.markets)


def largest(can: Callable[[float], bool], steps: int) -> float | None:
    """The largest part that can be had, by halving, on a grid; None where not even nothing can."""
    if can(1.0):
        return 1.0
    low, high = 0, steps
    while high - low > 1:
        middle = (low + high) // 2
        if can(middle / steps):
            low = middle
        else:
            high = middle
    return low / steps if low or can(0.0) else None


def ceiling(basis: Basis) -> Parts:
    """What could be had with any budget and any pace: each year in turn, then all of any market that can have it."""
    free, parts = unlimited(basis), whole(basis)
    if reachable(free, parts) is not None:
        return parts
    found = tuple(tuple(0.0 for _ in own) for own in parts)
    for year in range(len(parts[0])):
        tried = partial(_with_year, found, year)
        found = tried(largest(_can(free, tried), LIFTS) or 0.0)
    if len(found) * basis.pace.months > LARGE:
        return found
    for place in range(len(found) if len(found) > 1 else 0):
        one_full = (*found[:place], parts[place], *found[place + 1 :])
        found = one_full if reachable(free, one_full) is not None else found
    return found


def _lifted(basis: Basis, top: Parts, parts: Parts) -> Parts:
    """Each year in turn raised as far as the others leave room, then each market, then by what a better plan saves."""
    if len(parts) * basis.pace.months > LARGE:
        return parts
    for year in range(len(parts[0])):
        tried = partial(_between, parts, top, year)
        parts = tried(largest(_can(basis, tried), LIFTS) or 0.0)
    for year, place in product(range(len(parts[0])), range(len(parts) if len(parts) > 1 else 0)):
        alone = partial(_between_at, parts, top, (year, place))
        parts = alone(_up_to(_can(basis, alone)))
    for year in range(len(parts[0])):
        tried = partial(_between, parts, top, year)
        parts = tried(_up_to(_can(basis, tried, roughly=False)))
    return parts


def _idle(basis: Basis, top: Parts) -> Reached:
    """What today's people bring, with nobody hired or replaced: not even they can be paid."""
    still = replace(unlimited(basis), pace=replace(basis.pace, max_hires=None, time_to_hire=basis.pace.months))
    part = largest(_can(still, partial(_times, whole(basis))), STEPS) or 0.0
    ground = frame(replace(aimed(still, _times(whole(basis), part)), budget=basis.budget))
    return Reached(
        parts=_times(whole(basis), part), alike=0.0, ceiling=top, outcome=evaluate(ground, nobody_hired(ground))
    )


def _can(basis: Basis, parts: Callable[[float], Parts], *, roughly: bool = True) -> Callable[[float], bool]:
    """Whether a plan is found for the parts that follow from one number."""
    return lambda part: reachable(basis, parts(part), roughly=roughly) is not None


def _up_to(can: Callable[[float], bool]) -> float:
    """A part that can be had, by strides that double until one is too long; 0 where the first is."""
    reached, stride = 0, 1
    while stride and reached + stride <= LIFTS:
        if can((reached + stride) / LIFTS):
            reached, stride = reached + stride, stride * 2
        else:
            stride = stride // 4
    return reached / LIFTS


def _times(parts: Parts, factor: float) -> Parts:
    return tuple(tuple(part * factor for part in own) for own in parts)


def _with_year(parts: Parts, year: int, part: float) -> Parts:
    return tuple((*own[:year], part, *own[year + 1 :]) for own in parts)


def _between(low: Parts, high: Parts, year: int, part: float) -> Parts:
    return tuple(
        (*own[:year], own[year] + part * (most[year] - own[year]), *own[year + 1 :])
        for own, most in zip(low, high, strict=True)
    )


def _between_at(low: Parts, high: Parts, at: tuple[int, int], part: float) -> Parts:
    year, place = at
    raised = _between(low, high, year, part)
    return (*low[:place], raised[place], *low[place + 1 :])
