"""Supply: the work of each step in people, the desks that share it, and the people who follow it month by month."""

import math

from salesdesign.planning.attrition import Begin, Path, Post, walk
from salesdesign.planning.basis import SPECIALISTS, Basis, MarketTerms
from salesdesign.planning.calendar import quarters, years
from salesdesign.planning.funnel import Creation, creation, to_decide, windows
from salesdesign.planning.ramp import shorter_ramp
from salesdesign.records import dataclass

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
