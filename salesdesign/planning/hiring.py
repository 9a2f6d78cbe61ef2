"""Hiring: the least-cost schedule of quota carriers, with a bound that says how far it may be from the least."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.planning.basis import Basis
from salesdesign.planning.calendar import years
from salesdesign.planning.composing import compose, compose_roughly, crew_of
from salesdesign.planning.cost import budgets, by_year, costs, objective, price, recruiting
from salesdesign.planning.followers import directors
from salesdesign.planning.frame import Frame
from salesdesign.planning.frame import frame as framed
from salesdesign.planning.hiring_model import Aim, Lines, aim_of, build
from salesdesign.planning.program import GAP, INFINITY, NODES, Solution, relaxed, solve
from salesdesign.planning.schedule import (
    SLACK,
    Outcome,
    Schedule,
    ends_short,
    evaluate,
    sellers,
    shortfalls,
    starts_by_month,
)
from salesdesign.planning.supply import up
from salesdesign.records import dataclass

EXACT = 12
"""Markets times months up to which the schedule is searched until nothing cheaper can exist."""
LARGE = 200
"""Markets times months beyond which markets are bounded one by one."""
SHIFT = 0.1
"""Share of a year's budget by which it may be overspent at first so that people are put off to another year."""
ROUNDS = 4
"""How often a budget is tightened for commission on bookings beyond the target."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A schedule with its proof."""

    outcome: Outcome
    bound: float
    """No schedule has a lower objective."""

    @property
    def gap(self) -> float:
        """Share of the objective that may still be saved."""
        cost = objective(self.outcome)
        return max(0.0, (cost - self.bound) / cost) if cost > 0 else 0.0


def nobody_hired(frame: Frame) -> Schedule:
    """The schedule that hires no carriers."""
    return ((0,) * frame.basis.pace.months,) * len(frame.lanes)


def broken(outcome: Outcome) -> tuple[str, ...]:
    """The constraints that a schedule breaks: target, run_rate, crowd, pace, budget."""
    found = []
    if shortfalls(outcome):
        found.append("target")
    if ends_short(outcome):
        found.append("run_rate")
    lanes = zip(outcome.frame.lanes, outcome.carriers, strict=True)
    if any(lane.carrier and max(path.present) > lane.most for lane, path in lanes):
        found.append("crowd")
    limit = outcome.frame.basis.pace.max_hires
    if limit is not None and max(starts_by_month(outcome), default=0) > limit:
        found.append("pace")
    if over_budget(outcome, outcome.frame.basis):
        found.append("budget")
    return tuple(found)


def over_budget(outcome: Outcome, basis: Basis) -> bool:
    """Whether a year costs more than that company's budget for it."""
    spent = zip(by_year(outcome), budgets(basis), strict=True)
    return any(cost > budget * (1 + 1e-9) + 0.005 for cost, budget in spent)


def search(frame: Frame, *, gap: float = GAP) -> Found | None:
    """The least-cost schedule that breaks nothing; None where none is found.

    Small plans are searched to the end. Larger ones are composed, with the bound of a plan whose people can be parted.
    """
    if _hires(frame) and len(frame.lanes) * frame.basis.pace.months <= EXACT:
        return _cheaper(_searched(frame, gap), attempt(frame))
    outcome = attempt(frame)
    return None if outcome is None else Found(outcome=outcome, bound=least(outcome))


def _cheaper(found: Found | None, composed: Outcome | None) -> Found | None:
    """What was searched, unless the one that was composed costs less: a solver has tolerances."""
    if composed is None or (found is not None and objective(found.outcome) <= objective(composed)):
        return found
    bound = least(composed) if found is None else min(found.bound, objective(composed))
    return Found(outcome=composed, bound=bound)


def attempt(frame: Frame, *, roughly: bool = False) -> Outcome | None:
    """A schedule near the least cost that breaks nothing, without proof; None where none is found."""
    if not _hires(frame):
        idle = evaluate(frame, nobody_hired(frame))
        return None if broken(idle) else idle
    way = compose_roughly if roughly else compose
    outcome = _evaluated(frame, way(frame))
    if outcome is not None and _shifts(outcome):
        put_off = framed(replace(frame.basis, scarce=_overspent(outcome)))
        outcome = _evaluated(put_off, way(put_off))
    return None if outcome is None or broken(outcome) else outcome


def _evaluated(frame: Frame, schedule: Schedule | None) -> Outcome | None:
    return None if schedule is None else evaluate(frame, schedule)


def _overspent(outcome: Outcome) -> frozenset[int]:
    """The years whose budget does not suffice."""
    spent = zip(by_year(outcome), budgets(outcome.frame.basis), strict=True)
    return frozenset(number for number, (cost, budget) in enumerate(spent) if cost > budget)


def _shifts(outcome: Outcome) -> bool:
    """Whether one year overspends by little while others have something left."""
    spent, limits = by_year(outcome), budgets(outcome.frame.basis)
    over = _overspent(outcome)
    few = all(spent[year] < limits[year] * (1 + SHIFT) for year in over)
    return 0 < len(over) < len(limits) and few and sum(spent) < sum(limits)


def least(outcome: Outcome) -> float:
    """What any schedule for the same targets costs at least."""
    frame, cost = outcome.frame, objective(outcome)
    if not _hires(frame):
        return cost
    nobody = evaluate(frame, nobody_hired(frame))
    aim = aim_of(frame, _beside(nobody), budgets(frame.basis), _sure(nobody))
    apart = len(frame.lanes) * frame.basis.pace.months > LARGE
    if apart:  # what joins markets makes large programs slow: followers of those who are surely there are added instead
        aim = replace(aim, followers=(), budgets=(INFINITY,) * len(aim.budgets))
    program, lines = build(frame, aim)
    solution = solve(relaxed(program))
    if solution is None:
        return cost
    bound = _bound(aim, lines, (nobody, solution))
    return min(cost, bound - _directors_today(frame) + crew_of(frame).cost(aim.sure) if apart else bound)


def _hires(frame: Frame) -> bool:
    """Whether there is anybody to hire for."""
    return any(lane.carrier and lane.carrier != "founder" for lane in frame.lanes)


def _searched(frame: Frame, gap: float) -> Found | None:
    """All markets in one search, its budget tightened while surplus bookings earn more commission than it allows."""
    limits = budgets(frame.basis)
    nobody = evaluate(frame, nobody_hired(frame))
    beside, sure = _beside(nobody), _sure(nobody)
    bound: float | None = None
    for _ in range(ROUNDS):
        aim = aim_of(frame, beside, limits, sure)
        program, lines = build(frame, aim)
        solution = solve(program, gap=gap, nodes=NODES)
        if solution is None:
            return None
        outcome = evaluate(frame, _schedule(frame, lines, solution))
        bound = _bound(aim, lines, (nobody, solution)) if bound is None else bound
        if not broken(outcome):
            return Found(outcome=outcome, bound=min(bound, objective(outcome)))
        limits = _tightened(outcome, limits)
    return None


def _sure(nobody: Outcome) -> tuple[int, ...]:
    """Carriers who are there by each month at least, whoever is hired: today's, and those whom each year needs.

    A year's target needs so many on average from the month on in which people can come, so at one time as many at
    least; whoever follows from them never shrinks again.
    """
    frame, found = nobody.frame, list(sellers(nobody.frame, nobody.carriers))
    for year in years(frame.basis.pace.months):
        needed = up(sum(_on_average(nobody, place, year) for place in range(len(frame.lanes))))
        for month in range(year.stop - 1, len(found)):
            found[month] = max(found[month], needed)
    return tuple(found)


def _on_average(nobody: Outcome, place: int, year: range) -> float:
    """Carriers of a market whom a year's target needs from the month on in which people can come."""
    frame = nobody.frame
    lane, market, wait = frame.lanes[place], frame.basis.markets[place], frame.basis.pace.time_to_hire
    each = sum(lane.per_ramped[month] for month in year if month >= wait)
    if lane.carrier in ("", "founder") or not each:
        return 0.0
    wanted = sum(market.wanted[month] for month in year) * (1 - SLACK)
    before = sum(nobody.sales[place].capacity[month] for month in year if month < wait)
    return max(0.0, (wanted - before) / each)


def _tightened(outcome: Outcome, limits: tuple[float, ...]) -> tuple[float, ...]:
    stated = budgets(outcome.frame.basis)
    over = (cost - budget for cost, budget in zip(by_year(outcome), stated, strict=True))
    return tuple(limit - max(0.0, more) * 1.0001 for limit, more in zip(limits, over, strict=True))


def _schedule(frame: Frame, lines: Mapping[int, Lines], solution: Solution) -> Schedule:
    nobody = (0,) * frame.basis.pace.months
    return tuple(
        tuple(round(solution.values[column]) for column in lines[place].hires) if place in lines else nobody
        for place in range(len(frame.lanes))
    )


def _beside(nobody: Outcome) -> tuple[float, ...]:
    """What everyone but carriers and followers costs in each year."""
    staff = [parts for key, parts in costs(nobody).items() if key in nobody.frame.staff]
    return tuple(
        sum(months[month] for parts in staff for months in parts.values() for month in year)
        for year in years(nobody.frame.basis.pace.months)
    )


def _bound(aim: Aim, lines: Mapping[int, Lines], known: tuple[Outcome, Solution]) -> float:
    """The solver's bound in money, with what its program leaves out."""
    nobody, solution = known
    frame = nobody.frame
    unit = max([1.0, *(price(frame.basis, frame.lanes[place].carrier, place).total for place in lines)])
    fixed = 0.0
    for follower in aim.followers:
        each = price(frame.basis, follower.role).total
        fixed += each * follower.today * min(frame.basis.pace.time_to_hire, frame.basis.pace.months)
        if frame.basis.pace.time_to_hire < frame.basis.pace.months:
            fixed -= recruiting(frame.basis) * follower.today
    return solution.bound * unit + fixed + _directors_today(frame) + sum(_beside(nobody))


def _directors_today(frame: Frame) -> float:
    """What directors of today cost over the plan: the program has none, and nobody is let go."""
    today = directors(frame.basis.today.get("sales_manager", 0), frame.basis.spans)
    return today * price(frame.basis, "sales_director").total * frame.basis.pace.months
