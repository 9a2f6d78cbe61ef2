"""Supply: the work of each step in people, and the developers and customer-success people that it takes."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from salesdesign.planning.attrition import Begin, Path, Post, walk
from salesdesign.planning.basis import SPECIALISTS, Basis, MarketTerms
from salesdesign.planning.calendar import quarters, years
from salesdesign.planning.funnel import Creation, creation, to_decide, windows
from salesdesign.planning.ramp import ramp_at, shorter_ramp

MANY, STRIDE = 50, 256
"""Developers from which they are added in strides, and how many at once at most; the last are added one by one."""

Shares: TypeAlias = Mapping[int, tuple[float, ...]]
"""Parts of what a desk does, by market and month."""

NUDGE = 1e-9
"""Work of exactly two people is two people, whatever the last bit of a quotient says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """The work of one market in people, by month; closing is by year."""

    closing: tuple[float, ...]
    inbound: tuple[float, ...]
    outbound: tuple[float, ...]
    care: tuple[float, ...]
    creation: Creation
    customers: tuple[float, ...]
    """At the start of each month."""


def up(people: float) -> int:
    """Whole people for so much work."""
    return math.ceil(people - NUDGE)


def work(market: MarketTerms, months: int) -> Work:
    """How many fully productive people each step keeps busy."""
    made, sources = creation(market, months), market.sources
    customers = _customers(market, months)
    return Work(
        closing=tuple(
            sum(market.wanted[month] for month in year) / len(year) / market.output if market.output else 0.0
            for year in years(months)
            for _ in year
        ),
        inbound=tuple(
            max(leads / sources.leads_per_person, came / sources.opportunities_per_person)
            for leads, came in zip(made.leads, made.inbound, strict=True)
        ),
        outbound=tuple(left / sources.meetings if sources.meetings else 0.0 for left in made.outbound),
        care=tuple(served / market.care.accounts_per_person for served in customers),
        creation=made,
        customers=customers,
    )


def closing_share(market: MarketTerms, done: Work, months: int) -> tuple[float, ...]:
    """The share of a closer's time that closes deals, by month: all of it unless one person does every step."""
    if market.structure in SPECIALISTS or market.measured_whole:
        return (1.0,) * months
    shares = []
    for number, year in enumerate(years(months)):
        total = generalist_work(market, done, months)[number]
        closing = done.closing[year.start]
        share = closing / total if closing > 0 else 1 / market.generalist_factor
        shares.extend([share] * len(year))
    return tuple(shares)


def generalist_work(market: MarketTerms, done: Work, months: int) -> tuple[float, ...]:
    """People that a market keeps busy in each year if each of them does every step."""
    found = []
    for number, year in enumerate(years(months)):
        window = windows(market, months)[number] or year
        steps = [_mean(done.inbound, window), _mean(done.outbound, window), _mean_care(market, done, year)]
        found.append((done.closing[year.start] + sum(steps)) * market.generalist_factor)
    return tuple(found)


def _mean(values: tuple[float, ...], over: range) -> float:
    return sum(values[month] for month in over) / len(over) if over else 0.0


def _mean_care(market: MarketTerms, done: Work, year: range) -> float:
    """Over the mean of the customers at the year's start and at its end."""
    first, last = done.customers[year.start], done.customers[year.stop]
    return (first + last) / 2 / market.care.accounts_per_person


def _customers(market: MarketTerms, months: int) -> tuple[float, ...]:
    """Customers at the start of each month, and after the last; zero where nobody looks after them in sales."""
    if not market.care.wanted or market.care.customers is None:
        return (0.0,) * (months + 1)
    counted, decided = [market.care.customers], to_decide(market)
    lost = 0.0
    for month in range(months):
        lost = counted[month] * market.care.churn / 12 if month % 12 == 0 else lost
        won = decided[month] * market.win_rate
        counted.append(max(0.0, counted[month] + won - lost))
    return tuple(counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Markets that share developers and customer success: all lines together, each pod by itself."""

    name: str
    """That of its only market; empty where it serves several."""
    markets: tuple[int, ...]
    """Places in the basis."""
    pods: bool


def desks(basis: Basis, works: tuple[Work, ...]) -> tuple[Desk, ...]:
    """The desks of a plan; `works` are those of the goal.

    A pod has members of its own where they have enough to do; where they would not, pods share them.
    """
    lines = tuple(place for place, market in enumerate(basis.markets) if market.structure == "assembly_line")
    pods = tuple(place for place, market in enumerate(basis.markets) if market.structure == "pod")
    name = basis.markets[lines[0]].name if len(lines) == 1 else ""
    shared = [Desk(name=name, markets=lines, pods=False)] if lines else []
    if len(pods) > 1 and len(lines) < 2 and pod_use(pods, works) < basis.spans.pod_use:
        return (*shared, Desk(name="", markets=pods, pods=True))
    return (*shared, *(Desk(name=basis.markets[place].name, markets=(place,), pods=True) for place in pods))


def pod_use(pods: tuple[int, ...], works: tuple[Work, ...]) -> float:
    """How busy the members of pods are that each have whole people of their own, 0 to 1; closers left out."""
    steps = [
        done for place in pods for done in (works[place].inbound, works[place].outbound, works[place].care) if any(done)
    ]
    people = sum(up(max(done)) for done in steps)
    return sum(sum(done) / len(done) for done in steps) / people if people else 1.0


def post(basis: Basis, role: str) -> Post:
    """How the people of a role come and go."""
    terms = basis.roles[role]
    return Post(
        attrition=terms.attrition,
        months_to_replace=basis.pace.time_to_hire,
        small=basis.pace.small_role,
        ramp=terms.ramp,
        notice=basis.pace.notice,
    )


def follow(needed: tuple[float, ...], begin: Begin, role: str, basis: Basis) -> Path:
    """The path of a role that hires for the work of each month as soon as people can come, and lets nobody go."""
    people, hires = begin.people, []
    for month, work_now in enumerate(needed):
        more = max(0, up(work_now) - people) if month >= basis.pace.time_to_hire else 0
        people += more
        hires.append(more)
    return walk(begin, tuple(hires), post(basis, role), shorter_ramp(basis.roles[role].ramp))


def by_quarter(needed: tuple[float, ...]) -> tuple[float, ...]:
    """What is needed at the start of each quarter, month by month."""
    return tuple(needed[quarter.start] for quarter in quarters(len(needed)) for _ in quarter)


def outbound_path(desk: Desk, works: tuple[Work, ...], begin: Begin, basis: Basis) -> Path:
    """The fewest outbound developers, hired as early as they can come, whose work is enough for each year's deals."""
    hires = [0] * basis.pace.months
    path, shares = _outbound(hires, begin, basis), outbound_shares(desk, works, basis)
    many = sum(max(works[place].outbound) for place in desk.markets) > MANY
    for number in range(len(years(basis.pace.months)) + 1):
        first, last = _window(desk, basis, number)
        limit = _limit(desk, works, path, basis, number)
        stride = STRIDE if many and basis.pace.max_hires is None else 1
        while stride and first < last and not _enough(shares, works, path, basis, number):
            month = _free_month(hires[:last], first, basis)
            if month is None or begin.people + sum(hires) >= limit:
                break
            tried = [*hires]
            tried[month] += stride
            more = _outbound(tried, begin, basis)
            over = begin.people + sum(tried) > limit or _enough(shares, works, more, basis, number)
            if stride > 1 and over:  # fewer may be enough
                stride //= 2
                continue
            hires, path = tried, more
    return path


def outbound_shares(desk: Desk, works: tuple[Work, ...], basis: Basis) -> Shares:
    """How the outbound work of a desk is shared, by market and month.

    Where there is none for what is wanted, the work is that of the goal: people who are there go on.
    """
    months = range(basis.pace.months)
    total = [sum(works[place].outbound[month] for place in desk.markets) for month in months]
    beyond = _beyond(desk, basis) if not all(total) else {}
    return {
        place: tuple(
            works[place].outbound[month] / total[month] if total[month] else beyond[place][month] for month in months
        )
        for place in desk.markets
    }


def created_outbound(shares: Shares, path: Path, basis: Basis) -> dict[int, tuple[float, ...]]:
    """Opportunities that the developers of a desk create, by market and month, shared out as the work falls."""
    return {
        place: tuple(
            ramped * basis.markets[place].sources.meetings * share
            for ramped, share in zip(path.ramped, by_month, strict=True)
        )
        for place, by_month in shares.items()
    }


def _beyond(desk: Desk, basis: Basis) -> Shares:
    """How the outbound work of the goal is shared, by market and month."""
    whole = {
        place: work(replace(basis.markets[place], wanted=basis.markets[place].goal), basis.pace.months).outbound
        for place in desk.markets
    }
    total = [sum(done[month] for done in whole.values()) for month in range(basis.pace.months)]
    return {
        place: tuple(one / all_ if all_ else 0.0 for one, all_ in zip(done, total, strict=True))
        for place, done in whole.items()
    }


def _outbound(hires: list[int], begin: Begin, basis: Basis) -> Path:
    moved = shorter_ramp(basis.roles["outbound_sdr"].ramp)
    return walk(begin, tuple(hires), post(basis, "outbound_sdr"), moved)


def _window(desk: Desk, basis: Basis, number: int) -> tuple[int, int]:
    """The first month in which people can come for the deals of a year, and the month after the last that helps."""
    spans = [windows(basis.markets[place], basis.pace.months)[number] for place in desk.markets]
    put_off = 12 * number if number - 1 in basis.scarce else 0
    first = max(basis.pace.time_to_hire, put_off, min(span.start for span in spans))
    return first, min(basis.pace.months, max(span.stop for span in spans))


def _limit(desk: Desk, works: tuple[Work, ...], path: Path, basis: Basis, number: int) -> float:
    """How many developers a year may have: any number where catching up is reasonable, else those whom it allows.

    What is reasonable is decided on parts of people, so that no larger target is caught up where a smaller is not; and
    by the work of the goal, so that a plan for a part of it may have as many.
    """
    first, last = _window(desk, basis, number)
    window = range(min(_spans(desk, basis, number)), last)
    if not window:
        return 0.0
    busy = sum(sum(works[place].outbound[month] for month in window) for place in desk.markets)
    done = sum(path.ramped[month] for month in window)
    ramp = basis.roles["outbound_sdr"].ramp
    of_one = sum(ramp_at(ramp, month - first) for month in range(first, last))
    most = basis.spans.catch_up * max(busy, _goal_work(desk, basis, window)) / len(window)
    return float("inf") if of_one and (busy - done) / of_one <= most else float(up(most))


def _goal_work(desk: Desk, basis: Basis, window: range) -> float:
    """Months of developers that the goal asks for."""
    markets = [basis.markets[place] for place in desk.markets]
    if all(market.wanted == market.goal for market in markets):
        return 0.0
    done = [work(replace(market, wanted=market.goal), basis.pace.months).outbound for market in markets]
    return sum(one[month] for one in done for month in window)


def _spans(desk: Desk, basis: Basis, number: int) -> tuple[int, ...]:
    return tuple(windows(basis.markets[place], basis.pace.months)[number].start for place in desk.markets)


def _enough(shares: Shares, works: tuple[Work, ...], path: Path, basis: Basis, number: int) -> bool:
    for place, created in created_outbound(shares, path, basis).items():
        window = windows(basis.markets[place], basis.pace.months)[number]
        needed = sum(works[place].creation.outbound[month] for month in window if month < basis.pace.months)
        if sum(created[month] for month in window if month < basis.pace.months) < needed - 1e-6:
            return False
    return True


def _free_month(hires: list[int], first: int, basis: Basis) -> int | None:
    """The first month in which one more can be taken on."""
    limit = basis.pace.max_hires
    if limit is None:
        return first
    return next((month for month in range(first, len(hires)) if hires[month] + 1 <= limit), None)
