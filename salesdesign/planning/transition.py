"""The transition: who moves, who is hired, who is missing or has too little to do, and what the change costs."""

from collections.abc import Iterable

from salesdesign.model.plan import Move, Transition
from salesdesign.planning.attrition import Path
from salesdesign.planning.calendar import years
from salesdesign.planning.frame import Lane
from salesdesign.planning.ramp import ramp_at, shorter_ramp
from salesdesign.planning.rows import order
from salesdesign.planning.schedule import Outcome, Sales
from salesdesign.planning.supply import up

ASSUMED = frozenset({"founder", "sales_leader", "sales_director"})
"""Jobs of which the plan often only assumes that somebody holds them."""


def moves(outcome: Outcome) -> tuple[Move, ...]:
    """Who moves and stays in the first month, then who is hired, missing and idle."""
    return (*_seated(outcome), *_hired(outcome), *_missing(outcome), *_cut(outcome), *_idle(outcome))


def _place(outcome: Outcome, role: str, place: int) -> str:
    frame = outcome.frame
    if role in ("full_cycle_seller", "account_executive"):
        return frame.basis.markets[place].name
    return frame.desks[place].name


def _seated(outcome: Outcome) -> tuple[Move, ...]:
    found = []
    for (role, place), came in outcome.frame.seating.seats.items():
        for origin, people in came.items():
            if people:
                kind = "stays" if origin == role else "moves"
                segment = _place(outcome, role, place)
                found.append(Move(kind=kind, segment=segment, from_role=origin, to_role=role, people=people, month=1))
    return tuple(
        sorted([*found, *_beside(outcome)], key=lambda move: (move.kind, order((move.segment, move.to_role or ""))))
    )


def _beside(outcome: Outcome) -> Iterable[Move]:
    """Those in jobs that every structure has."""
    seated = {role for role, _ in outcome.frame.seating.seats}
    for (segment, role), path in outcome.paths.items():
        people = path.begin - sum(path.exits)
        if people and role not in seated | ASSUMED:
            yield Move(kind="stays", segment=segment, from_role=role, to_role=role, people=people, month=1)


def _hired(outcome: Outcome) -> tuple[Move, ...]:
    return tuple(
        Move(
            kind="hired",
            segment=key[0],
            from_role=None,
            to_role=key[1],
            people=sum(path.starts),
            month=max(month for month, came in enumerate(path.starts) if came) + 1,
        )
        for key, path in sorted(outcome.paths.items(), key=lambda item: order(item[0]))
        if any(path.starts)
    )


def _missing(outcome: Outcome) -> tuple[Move, ...]:
    """Roles that are short before anybody can start."""
    wait = outcome.frame.basis.pace.time_to_hire
    found = []
    for key, path in sorted(outcome.paths.items(), key=lambda item: order(item[0])):
        first = path.hires[wait] if wait < len(path.hires) else 0
        if first and wait:
            found.append(Move(kind="missing", segment=key[0], from_role=None, to_role=key[1], people=first, month=1))
    return tuple(found)


def _cut(outcome: Outcome) -> tuple[Move, ...]:
    """Posts that are cut, when the notice has run."""
    return tuple(
        Move(kind="leaves", segment=key[0], from_role=key[1], to_role=None, people=people, month=month + 1)
        for key, path in sorted(outcome.paths.items(), key=lambda item: order(item[0]))
        for month, people in enumerate(path.exits)
        if people
    )


def _idle(outcome: Outcome) -> tuple[Move, ...]:
    """People beyond the most that the plan ever keeps busy."""
    frame, found = outcome.frame, []
    for place, (market, lane) in enumerate(zip(frame.basis.markets, frame.lanes, strict=True)):
        if not lane.carrier or lane.carrier == "founder":
            continue
        busy = max(
            (want / each for want, each in zip(market.wanted, lane.per_ramped, strict=False) if each), default=0.0
        )
        found.append((market.name, lane.carrier, outcome.carriers[place], up(busy)))
    for desk in frame.desks:
        for role, step in (("inbound_sdr", "inbound"), ("outbound_sdr", "outbound"), ("customer_success", "care")):
            path = frame.staff.get((desk.name, role))
            months = [getattr(frame.works[place], step) for place in desk.markets]
            if path:
                found.append((desk.name, role, path, up(max(map(sum, zip(*months, strict=True))))))
    return tuple(
        Move(kind="idle", segment=segment, from_role=role, to_role=None, people=_begins(path) - busy, month=1)
        for segment, role, path, busy in found
        if _begins(path) > busy
    )


def _begins(path: Path) -> int:
    return path.begin + path.moved_in - path.moved_out - sum(path.exits)


def transition(outcome: Outcome, staying: float | None, changing: float | None) -> Transition:
    """The bookings that learning costs, and when it is repaid; costs are those of whole plans, as it is and will be."""
    frame = outcome.frame
    lost = sum(
        _learning(outcome, lane, sales)
        for lane, sales in zip(frame.lanes, outcome.sales, strict=True)
        if lane.begin.moved_in
    )
    lost += _developers(outcome)
    if not frame.basis.sized:
        return Transition(dip=None, payback_months=None)
    saved = (staying - changing) / frame.basis.pace.months if staying is not None and changing is not None else 0.0
    worth = lost * (frame.basis.margin if frame.basis.margin is not None else 1.0)
    payback = 0.0 if not lost else worth / saved if saved > 0 else None
    return Transition(dip=round(lost, 2), payback_months=None if payback is None else round(payback, 1))


def _learning(outcome: Outcome, lane: Lane, sales: Sales) -> float:
    """Capacity lost in the first year, as far as there was something to be closed with it."""
    curve = shorter_ramp(outcome.frame.basis.roles[lane.carrier].ramp)
    year = years(outcome.frame.basis.pace.months)[0]
    return sum(
        min(lane.begin.moved_in * (1 - ramp_at(curve, month)) * lane.per_ramped[month], sales.waiting[month])
        for month in year
    )


def _developers(outcome: Outcome) -> float:
    """Bookings lost because moved developers create fewer opportunities at first."""
    frame, lost = outcome.frame, 0.0
    for desk in frame.desks:
        path = frame.staff.get((desk.name, "outbound_sdr"))
        market = frame.basis.markets[desk.markets[0]]
        curve = shorter_ramp(frame.basis.roles["outbound_sdr"].ramp)
        if path:
            missing = sum(path.moved_in * (1 - ramp_at(curve, month)) for month in range(len(curve)))
            lost += missing * market.sources.meetings * market.win_rate * market.deal_value
    return lost
