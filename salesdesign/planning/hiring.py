"""Hiring: the least-cost schedule of quota carriers, and what to do where there is none."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from salesdesign.planning.batches import batch_hires
from salesdesign.planning.calendar import years
from salesdesign.planning.cost import budgets, by_year, costs, objective, price, recruiting
from salesdesign.planning.followers import Follower, followers
from salesdesign.planning.frame import Frame
from salesdesign.planning.hiring_model import Aim, Lines, build, whole_aim
from salesdesign.planning.program import GAP, INFINITY, NODES, Solution, relaxed, solve
from salesdesign.planning.schedule import (
    Outcome,
    Schedule,
    ends_short,
    evaluate,
    shortfalls,
    starts_by_month,
)

WHOLE = 80
"""Markets times months up to which followers are counted as whole people in one search."""
LONG = 24
"""Months beyond which a market is planned in batches."""
FEW, ROUGH = 20, 0.02
"""Nodes and gap of a search that is one of many."""
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
    """The constraints that a schedule breaks: target, run_rate, pace, budget."""
    found = []
    if shortfalls(outcome):
        found.append("target")
    if ends_short(outcome):
        found.append("run_rate")
    limit = outcome.frame.basis.pace.max_hires
    if limit is not None and max(starts_by_month(outcome), default=0) > limit:
        found.append("pace")
    spent = zip(by_year(outcome), budgets(outcome.frame.basis), strict=True)
    if any(cost > budget * (1 + 1e-9) + 0.005 for cost, budget in spent):
        found.append("budget")
    return tuple(found)


def search(frame: Frame, *, gap: float = GAP) -> Found | None:
    """The least-cost schedule that breaks nothing; None where the search finds none."""
    if not any(lane.carrier and lane.carrier != "founder" for lane in frame.lanes):
        outcome = evaluate(frame, nobody_hired(frame))
        return None if broken(outcome) else Found(outcome=outcome, bound=objective(outcome))
    if len(frame.lanes) * frame.basis.pace.months <= WHOLE:
        return _together(frame, gap, NODES)
    return _apart(frame) or _together(frame, ROUGH, FEW)


def search_roughly(frame: Frame) -> Found | None:
    """A schedule that breaks nothing, within some percent of the least cost, looked for in all markets together."""
    if not any(lane.carrier and lane.carrier != "founder" for lane in frame.lanes):
        return search(frame)
    if len(frame.lanes) * frame.basis.pace.months <= WHOLE:
        return _together(frame, ROUGH, FEW)
    return _apart(frame) or _together(frame, ROUGH, FEW)


def search_quickly(frame: Frame) -> Found | None:
    """A schedule that breaks nothing and may cost some percent more than the least; for comparisons."""
    if not any(lane.carrier and lane.carrier != "founder" for lane in frame.lanes):
        return search(frame)
    return _apart(frame) or _together(frame, ROUGH, FEW)


def _together(frame: Frame, gap: float, nodes: int) -> Found | None:
    """All markets in one search, its budget tightened while surplus bookings earn more commission than it allows."""
    limits = budgets(frame.basis)
    beside = _beside(frame)
    bound: float | None = None
    for _ in range(ROUNDS):
        aim = whole_aim(frame, beside, limits)
        outcome, solution = _solved(frame, aim, gap, nodes)
        if outcome is None or solution is None:
            return None
        bound = _bound(frame, aim, solution) if bound is None else bound
        if not broken(outcome):
            return Found(outcome=outcome, bound=min(bound, objective(outcome)))
        limits = _tightened(outcome, limits)
    return None


def _tightened(outcome: Outcome, limits: tuple[float, ...]) -> tuple[float, ...]:
    stated = budgets(outcome.frame.basis)
    over = (cost - budget for cost, budget in zip(by_year(outcome), stated, strict=True))
    return tuple(limit - max(0.0, more) * 1.0001 for limit, more in zip(limits, over, strict=True))


def _apart(frame: Frame) -> Found | None:
    """Each market by itself, followers priced by the share that a carrier takes; None if that breaks something."""
    hires = list(nobody_hired(frame))
    bound = sum(_beside(frame))
    extra = _follower_price(frame)
    for place, lane in enumerate(frame.lanes):
        if not lane.carrier:
            continue
        aim = _alone(frame, place, extra)
        one = _batched(frame, aim) if frame.basis.pace.months > LONG else _solved(frame, aim, GAP, FEW)
        if one[0] is None or one[1] is None:
            return None
        hires[place] = one[0].hires[place]
        bound += _bound(frame, aim, one[1], beside=False)
    outcome = evaluate(frame, tuple(hires))
    bound += _follower_base(frame, outcome) + _directors_today(frame)
    return None if broken(outcome) else Found(outcome=outcome, bound=min(bound, objective(outcome)))


def _batched(frame: Frame, aim: Aim) -> tuple[Outcome | None, Solution | None]:
    """A schedule in batches, with the bound of a search in which people can be parted."""
    place = aim.places[0]
    program, lines = build(frame, aim)
    hires = batch_hires(frame, place, round(lines[place].cap))
    bound = solve(relaxed(program))
    if hires is None or bound is None:
        return None, None
    schedule = tuple(hires if at == place else nobody for at, nobody in enumerate(nobody_hired(frame)))
    return evaluate(frame, schedule), bound


def _alone(frame: Frame, place: int, extra: float) -> Aim:
    months = frame.basis.pace.months
    return Aim(
        places=(place,),
        budgets=(INFINITY,) * len(years(months)),
        free_starts=(INFINITY,) * months,
        followers=(),
        extra_price=extra,
    )


def _follower_price(frame: Frame) -> float:
    """What the shares of followers that go with one carrier cost in a month; nothing for those that never follow."""
    return sum(price(frame.basis, one.role).total / one.each for one in followers(frame) if _always(one))


def _always(follower: Follower) -> bool:
    """Whether every further carrier brings its share of the role."""
    return follower.before == 0


def _follower_base(frame: Frame, outcome: Outcome) -> float:
    """What followers cost at least beyond the price put on carriers: today's people, and those of other roles."""
    total = 0.0
    for one in followers(frame):
        each = price(frame.basis, one.role).total
        if not _always(one):
            total += each * one.today * frame.basis.pace.months
            continue
        beside = sum(
            max(0.0, one.beside[month] / one.each + one.fixed[month])
            for month in range(frame.basis.pace.time_to_hire, frame.basis.pace.months)
        )
        total += each * beside
        early = sum(
            sum(path.present[month] for path in outcome.carriers) / one.each
            for month in range(frame.basis.pace.time_to_hire)
        )
        total += each * (one.today * frame.basis.pace.time_to_hire - early)
    return total


def _solved(frame: Frame, aim: Aim, gap: float, nodes: int) -> tuple[Outcome | None, Solution | None]:
    program, lines = build(frame, aim)
    solution = solve(program, gap=gap, nodes=nodes)
    if solution is None:
        return None, None
    return evaluate(frame, _hires(frame, lines, solution)), solution


def _hires(frame: Frame, lines: Mapping[int, Lines], solution: Solution) -> Schedule:
    nobody = (0,) * frame.basis.pace.months
    return tuple(
        tuple(round(solution.values[column]) for column in lines[place].hires) if place in lines else nobody
        for place in range(len(frame.lanes))
    )


def _beside(frame: Frame) -> tuple[float, ...]:
    """What everyone but carriers and followers costs in each year."""
    outcome = evaluate(frame, nobody_hired(frame))
    staff = [parts for key, parts in costs(outcome).items() if key in frame.staff]
    return tuple(
        sum(months[month] for parts in staff for months in parts.values() for month in year)
        for year in years(frame.basis.pace.months)
    )


def _bound(frame: Frame, aim: Aim, solution: Solution, *, beside: bool = True) -> float:
    """The solver's bound in money, with what its program leaves out."""
    unit = max([1.0, *(price(frame.basis, frame.lanes[place].carrier, place).total for place in aim.places)])
    fixed = 0.0
    for follower in aim.followers:
        each = price(frame.basis, follower.role).total
        fixed += each * follower.today * min(frame.basis.pace.time_to_hire, frame.basis.pace.months)
        if frame.basis.pace.time_to_hire < frame.basis.pace.months:
            fixed -= recruiting(frame.basis) * follower.today
    if not beside:
        return solution.bound * unit + fixed
    return solution.bound * unit + fixed + _directors_today(frame) + sum(_beside(frame))


def _directors_today(frame: Frame) -> float:
    """What directors of today cost over the plan: the program has none, and nobody is let go."""
    level, managers = frame.basis.spans.second_level, frame.basis.today.get("sales_manager", 0)
    today = max(0, math.ceil((managers - level) / level))
    return today * price(frame.basis, "sales_director").total * frame.basis.pace.months
