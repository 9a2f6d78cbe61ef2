"""What a plan says in single numbers: ratios, scorecard, teams, the last useful start."""

from collections.abc import Mapping

from salesdesign.model.plan import Score
from salesdesign.planning.attrition import Path
from salesdesign.planning.basis import Basis
from salesdesign.planning.calendar import years
from salesdesign.planning.cost import by_year, commission_rate, costs, recruiting
from salesdesign.planning.frame import Lane
from salesdesign.planning.funnel import to_decide
from salesdesign.planning.ramp import ramp_at
from salesdesign.planning.rows import CARE
from salesdesign.planning.schedule import Outcome, sellers

WEEKS = 52 / 12
"""In a month."""


def ratios(outcome: Outcome, goal: Basis) -> Mapping[str, float]:
    """Ratios of the first year and of the end; those that would divide by nothing are left out."""
    frame, basis = outcome.frame, outcome.frame.basis
    first = years(basis.pace.months)[0]
    booked = sum(sum(sales.expected[month] for month in first) for sales in outcome.sales) if goal.sized else 0.0
    wanted = sum(sum(market.wanted[month] for month in first) for market in goal.markets)
    closers, developers = sellers(frame, outcome.carriers)[-1], frame.people("inbound_sdr", "outbound_sdr")[-1]
    ends = {role: sum(path.present[-1] for (_, name), path in outcome.paths.items() if name == role) for role in _ENDS}
    found = {
        "buffer": buffer_of(outcome, goal) if goal.sized else None,
        "over_assignment": _ratio(_quotas(outcome, first), wanted) if goal.sized else None,
        "closers_per_developer": _ratio(closers, developers),
        "sellers_per_manager": _ratio(closers + developers, ends["sales_manager"]),
        "closers_per_engineer": _ratio(closers, ends["sales_engineer"]),
        "person_years_first_year": sum(sum(path.present[month] for month in first) for path in outcome.paths.values())
        / 12,
        "hires": float(sum(sum(path.starts) for path in outcome.paths.values())),
        **_money(outcome, booked, first),
    }
    return {name: round(value, 4) for name, value in sorted(found.items()) if value is not None}


_ENDS = ("sales_manager", "sales_engineer")


def _ratio(over: float, under: float) -> float | None:
    return over / under if under else None


def buffer_of(outcome: Outcome, goal: Basis) -> float:
    """The share by which a plan is sized above the target; none where it falls short of it."""
    pairs = zip(outcome.frame.basis.markets, goal.markets, strict=True)
    found = [_ratio(sum(own.wanted[:12]), sum(market.wanted[:12])) for own, market in pairs]
    return max([0.0, *(ratio - 1 for ratio in found if ratio is not None)])


def _quotas(outcome: Outcome, year: range) -> float:
    """The sum of quotas of the year, as far as people are productive."""
    lanes = zip(outcome.frame.basis.markets, outcome.frame.lanes, outcome.sales, strict=True)
    return sum(
        sum(sales.capacity[month] for month in year) / market.attainment
        for market, lane, sales in lanes
        if lane.carrier
    )


def _money(outcome: Outcome, booked: float, year: range) -> dict[str, float | None]:
    basis = outcome.frame.basis
    if not basis.rates.priced:
        return {}
    whole = by_year(outcome)[0]
    care = sum(
        sum(months[month] for month in year)
        for key, parts in costs(outcome).items()
        if key[1] in CARE
        for months in parts.values()
    )
    each = _ratio(whole - care, booked)
    return {
        "cost_per_booked": _ratio(whole, booked),
        "cost_per_booked_without_care": each,
        "care_cost_over_revenue": _ratio(care, basis.revenue or 0.0),
        "payback_months": each / basis.margin * 12 if each is not None and basis.margin else None,
    }


def scorecard(outcome: Outcome) -> tuple[Score, ...]:
    """What one fully productive person shows in a month and a week, from the funnel of the first year."""
    scores = []
    for market, lane in zip(outcome.frame.basis.markets, outcome.frame.lanes, strict=True):
        if lane.carrier and market.deal_value:
            each = sum(lane.per_ramped[:12]) / len(lane.per_ramped[:12])
            scores.append(_score(lane.carrier, market.name, "bookings", each))
            scores.append(_score(lane.carrier, market.name, "deals won", each / market.deal_value))
            if market.win_rate:
                decided = each / market.deal_value / market.win_rate
                scores.append(_score(lane.carrier, market.name, "opportunities decided", decided))
    for desk in outcome.frame.desks:
        scores.extend(_desk_scores(outcome, desk.name, desk.markets[0]))
    return tuple(scores)


def _desk_scores(outcome: Outcome, name: str, place: int) -> tuple[Score, ...]:
    sources, care = outcome.frame.basis.markets[place].sources, outcome.frame.basis.markets[place].care
    present = {role for segment, role in outcome.frame.staff if segment == name}
    found = (
        _score("outbound_sdr", name, "accepted opportunities", sources.meetings),
        _score("inbound_sdr", name, "leads worked at most", sources.leads_per_person),
        _score("inbound_sdr", name, "accepted opportunities at most", sources.opportunities_per_person),
        _score("customer_success", name, "customers talked with in a quarter", care.accounts_per_person / 3),
    )
    return tuple(score for score in found if score.role in present)


def _score(role: str, segment: str, measure: str, a_month: float) -> Score:
    return Score(
        role=role, segment=segment, measure=measure, a_month=round(a_month, 2), a_week=round(a_month / WEEKS, 2)
    )


def last_start(outcome: Outcome) -> int | None:
    """The last month, from 1, in which a closer can start and still repay the hire within the first year."""
    basis, best = outcome.frame.basis, None
    year = years(basis.pace.months)[0]
    for place, lane in enumerate(outcome.frame.lanes):
        if lane.carrier in ("", "founder"):
            continue
        for month in range(basis.pace.time_to_hire, year.stop):
            gain = _brings(outcome, lane, month, year.stop)
            if gain >= max(1.0, lane.per_ramped[month] / 2):
                worth = gain * ((basis.margin or 1.0) - commission_rate(outcome.frame, place))
                if worth >= recruiting(basis):
                    best = max(best or 0, month + 1)
    return best


def _brings(outcome: Outcome, lane: Lane, start: int, stop: int) -> float:
    curve = outcome.frame.basis.roles[lane.carrier].ramp
    return sum(ramp_at(curve, month - start) * lane.per_ramped[month] for month in range(start, stop))


def teams(outcome: Outcome) -> Mapping[str, Mapping[str, float]]:
    """People by role at the end, by market; shared people by the work that they do there."""
    frame, found = outcome.frame, {}
    for place, market in enumerate(frame.basis.markets):
        team = {}
        if frame.lanes[place].carrier:
            team[frame.lanes[place].carrier] = float(outcome.carriers[place].present[-1])
        for desk in frame.desks:
            if place in desk.markets:
                team.update(_shares(outcome, desk.name, desk.markets, place))
        found[market.name] = {role: people for role, people in sorted(team.items()) if people}
    return found


def _shares(outcome: Outcome, name: str, markets: tuple[int, ...], place: int) -> dict[str, float]:
    steps = {"inbound_sdr": "inbound", "outbound_sdr": "outbound", "customer_success": "care"}
    shares = {}
    for role, step in steps.items():
        path: Path | None = outcome.frame.staff.get((name, role))
        done = {market: getattr(outcome.frame.works[market], step)[-1] for market in markets}
        total = sum(done.values())
        part = done[place] / total if total else 1 / len(markets)
        shares[role] = round(path.present[-1] * part, 2) if path else 0.0
    return shares


def deals_a_year(outcome: Outcome) -> float:
    """Deals wanted in the first year."""
    year = years(outcome.frame.basis.pace.months)[0]
    return sum(
        sum(to_decide(market)[month] for month in year) * market.win_rate for market in outcome.frame.basis.markets
    )
