"""The rows of a plan: an outcome by month and by quarter."""

from salesdesign.model.plan import BookingsRow, CostRow, FunnelRow, MonthRow, PeopleRow
from salesdesign.planning.attrition import Path
from salesdesign.planning.basis import ROLES, Basis
from salesdesign.planning.calendar import quarters
from salesdesign.planning.cost import PARTS, budget_growth, cents, costs
from salesdesign.planning.frame import Lane
from salesdesign.planning.funnel import to_decide
from salesdesign.planning.schedule import Outcome
from salesdesign.planning.uncertainty import Spread

CARE = ("customer_success",)


def order(key: tuple[str, str]) -> tuple[str, int]:
    """By segment, then by role."""
    return key[0], ROLES.index(key[1])


def month_rows(outcome: Outcome) -> tuple[MonthRow, ...]:
    """Everyone by month."""
    return tuple(
        MonthRow(
            month=month + 1,
            segment=key[0],
            role=key[1],
            start=_before(path, month),
            hires=path.starts[month],
            moved_in=path.moved_in if month == 0 else 0,
            leavers=path.leavers[month],
            moved_out=path.moved_out if month == 0 else 0,
            end=path.present[month] - path.leavers[month],
        )
        for key, path in sorted(outcome.paths.items(), key=lambda item: order(item[0]))
        for month in range(len(path.present))
    )


def _before(path: Path, month: int) -> int:
    return path.begin if month == 0 else path.present[month - 1] - path.leavers[month - 1]


def people_rows(outcome: Outcome, names: tuple[str, ...]) -> tuple[PeopleRow, ...]:
    """Everyone by quarter."""
    spans = quarters(outcome.frame.basis.pace.months)
    priced = costs(outcome) if outcome.frame.basis.rates.priced else {}
    rows = []
    for key, path in sorted(outcome.paths.items(), key=lambda item: order(item[0])):
        spent = [cents(months, spans) for months in priced[key].values()] if priced else []
        needed = _needed(outcome, key)
        for number, span in enumerate(spans):
            rows.append(
                PeopleRow(
                    quarter=names[number],
                    segment=key[0],
                    role=key[1],
                    start=_before(path, span.start),
                    hires=sum(path.starts[month] for month in span),
                    moved_in=path.moved_in if number == 0 else 0,
                    leavers=sum(path.leavers[month] for month in span),
                    moved_out=path.moved_out if number == 0 else 0,
                    end=path.present[span.stop - 1] - path.leavers[span.stop - 1],
                    ramped=round(_mean(path.ramped, span), 4),
                    needed=round(_mean(needed, span), 4) if needed else None,
                    cost=sum(part[number] for part in spent) / 100 if priced else None,
                )
            )
    return tuple(rows)


def _mean(values: tuple[float, ...], span: range) -> float:
    return sum(values[month] for month in span) / len(span)


def _needed(outcome: Outcome, key: tuple[str, str]) -> tuple[float, ...]:
    """The work of developers and customer success in people."""
    frame = outcome.frame
    steps = {"inbound_sdr": "inbound", "outbound_sdr": "outbound", "customer_success": "care"}
    desk = next((desk for desk in frame.desks if desk.name == key[0]), None)
    if desk is None or key[1] not in steps:
        return ()
    works = [getattr(frame.works[place], steps[key[1]]) for place in desk.markets]
    return tuple(sum(work[month] for work in works) for month in range(frame.basis.pace.months))


def cost_rows(outcome: Outcome, names: tuple[str, ...]) -> tuple[CostRow, ...]:
    """What it costs by quarter; none where pay is unknown."""
    basis = outcome.frame.basis
    if not basis.rates.priced:
        return ()
    spans, everyone = quarters(basis.pace.months), costs(outcome)
    whole = {key: {part: cents(parts[part], spans) for part in PARTS} for key, parts in everyone.items()}
    rows = []
    for number, name in enumerate(names):
        part = {name_: sum(parts[name_][number] for parts in whole.values()) for name_ in PARTS}
        care = sum(parts[name_][number] for key, parts in whole.items() if key[1] in CARE for name_ in PARTS)
        rows.append(
            CostRow(
                quarter=name,
                base=part["base"] / 100,
                variable=part["variable"] / 100,
                commission=part["commission"] / 100,
                pay=(part["base"] + part["variable"] + part["commission"]) / 100,
                load=part["load"] / 100,
                tools=part["tools"] / 100,
                hiring=part["hiring"] / 100,
                travel=part["travel"] / 100,
                exits=part["exits"] / 100,
                total=sum(part.values()) / 100,
                budget=None if basis.budget is None else round(basis.budget / 4 * budget_growth(basis, number // 4), 2),
                care=care / 100,
            )
        )
    return tuple(rows)


def booking_rows(outcome: Outcome, spread: Spread, names: tuple[str, ...], goal: Basis) -> tuple[BookingsRow, ...]:
    """Bookings by segment and quarter; `goal` is the basis whose bookings are wanted, whatever the plan is for."""
    basis, rows = outcome.frame.basis, []
    for place, (market, lane) in enumerate(zip(basis.markets, outcome.frame.lanes, strict=True)):
        sales = outcome.sales[place]
        for number, span in enumerate(quarters(basis.pace.months)):
            wanted = sum(goal.markets[place].wanted[month] for month in span)
            ramped = _mean(outcome.carriers[place].ramped, span)
            low, middle, high = spread.quantiles[place][number]
            rows.append(
                BookingsRow(
                    quarter=names[number],
                    segment=market.name,
                    wanted=round(wanted, 2),
                    capacity=round(sum(sales.capacity[month] for month in span), 2),
                    pipeline=round(sum(lane.pipeline[month] for month in span), 2),
                    expected=round(sum(sales.expected[month] for month in span), 2),
                    p10=round(low, 2),
                    p50=round(middle, 2),
                    p90=round(high, 2),
                    sources=_shares(lane, span),
                    coverage=_coverage(outcome, place, span, wanted),
                    quota_per_head=round(wanted * 4 / ramped, 2) if ramped > 0 and lane.carrier else None,
                )
            )
    return tuple(rows)


def _shares(lane: Lane, span: range) -> dict[str, float]:
    created = {name: sum(months[month] for month in span) for name, months in lane.created.items()}
    total = sum(created.values())
    return {name: round(value / total, 4) if total else 0.0 for name, value in sorted(created.items())}


def _coverage(outcome: Outcome, place: int, span: range, wanted: float) -> float | None:
    """Value of what is open as the quarter begins, over what is wanted in it.

    None where a part of it is decided after the end of the plan, which counts no further.
    """
    market, lane = outcome.frame.basis.markets[place], outcome.frame.lanes[place]
    due = range(span.start, span.start + market.cycle)
    if not wanted or not market.win_rate or due.stop > len(lane.pipeline):
        return None
    waiting = outcome.sales[place].waiting[span.start - 1] if span.start else 0.0
    return round((sum(lane.pipeline[month] for month in due) + waiting) / market.win_rate / wanted, 4)


def funnel_rows(outcome: Outcome, names: tuple[str, ...]) -> tuple[FunnelRow, ...]:
    """What has to be created by segment and quarter."""
    basis, rows = outcome.frame.basis, []
    for market, done in zip(basis.markets, outcome.frame.works, strict=True):
        made, decide = done.creation, to_decide(market)
        for name, span in zip(names, quarters(basis.pace.months), strict=True):
            parts = (made.inbound, made.outbound, made.referral, made.partner, made.self_sourced)
            inbound, outbound, referral, partner, own = (sum(part[month] for month in span) for part in parts)
            rows.append(
                FunnelRow(
                    quarter=name,
                    segment=market.name,
                    leads=round(sum(made.leads[month] for month in span), 2),
                    inbound=round(inbound, 2),
                    outbound=round(outbound, 2),
                    referral=round(referral, 2),
                    partner=round(partner, 2),
                    self_sourced=round(own, 2),
                    opportunities=round(sum(made.needed[month] for month in span), 2),
                    deals=round(sum(decide[month] for month in span) * market.win_rate, 2),
                )
            )
    return tuple(rows)
