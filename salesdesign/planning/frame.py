"""The frame of a plan: everything that does not hang on how many quota carriers are hired and when."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from salesdesign.planning.attrition import Begin, Path, walk
from salesdesign.planning.basis import Basis, MarketTerms
from salesdesign.planning.calendar import years
from salesdesign.planning.moves import KEPT, Seating, seat_people
from salesdesign.planning.outbound import created_outbound, outbound_path, outbound_shares
from salesdesign.planning.supply import Desk, Work, by_quarter, closing_share, desks, follow, post, up, work
from salesdesign.records import dataclass

STEPS: Mapping[str, str] = {"inbound_sdr": "inbound", "outbound_sdr": "outbound", "customer_success": "care"}
"""Which work keeps whom of a desk busy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One market without its carriers: what they can close, and what there is to be closed."""

    per_ramped: tuple[float, ...]
    """Bookings of one fully productive carrier by month."""
    pipeline: tuple[float, ...]
    """Bookings that fall due by month at the win rate."""
    begin: Begin
    most: int
    """More people are not taken on to make up for a late start: they would be idle for good afterwards."""
    carrier: str
    created: Mapping[str, tuple[float, ...]]
    """Opportunities created by month and source."""
    beside: tuple[float, ...] = ()
    """Closers whose work founders do beside the carriers, by month; empty where they do none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A plan without its quota carriers."""

    basis: Basis
    desks: tuple[Desk, ...]
    works: tuple[Work, ...]
    lanes: tuple[Lane, ...]
    seating: Seating
    staff: Mapping[tuple[str, str], Path]
    """People by segment and role, other than carriers and those who follow from headcount."""

    def people(self, *roles: str) -> tuple[int, ...]:
        """How many work in these roles of the staff, by month."""
        paths = [path for (_, role), path in self.staff.items() if role in roles]
        return tuple(sum(path.present[month] for path in paths) for month in range(self.basis.pace.months))


def frame(basis: Basis) -> Frame:
    """The frame of a plan: work, developers, care, and the pipeline that they bring."""
    works = tuple(work(market, basis.pace.months) for market in basis.markets)
    goal = _works_of_goal(basis, works)
    places = desks(basis, goal)
    seating = seat_people(basis, places, goal)
    staff: dict[tuple[str, str], Path] = {}
    outbound: dict[int, tuple[float, ...]] = {}
    for place, desk in enumerate(places):
        staff.update(_desk(desk, place, (works, goal), (basis, seating)))
        shares = outbound_shares(desk, works, basis)
        outbound.update(created_outbound(shares, staff[desk.name, "outbound_sdr"], basis))
    staff.update(_kept(basis))
    lanes = tuple(_lane(basis, place, works[place], seating, outbound.get(place)) for place in range(len(works)))
    used = {key: path for key, path in staff.items() if path.begin or path.moved_in or any(path.starts)}
    return Frame(basis=basis, desks=places, works=works, lanes=lanes, seating=seating, staff=used)


def _works_of_goal(basis: Basis, works: tuple[Work, ...]) -> tuple[Work, ...]:
    """The work for which today's people take their seats."""
    whole = tuple(replace(market, wanted=market.goal) for market in basis.markets)
    return works if whole == basis.markets else tuple(work(market, basis.pace.months) for market in whole)


def _desk(
    desk: Desk, place: int, done: tuple[tuple[Work, ...], tuple[Work, ...]], ground: tuple[Basis, Seating]
) -> dict[tuple[str, str], Path]:
    (basis, seating), (works, goal) = ground, done
    months = range(basis.pace.months)
    begin = {
        role: _leaving(basis, seating.begin((role, place)), [getattr(goal[market], step) for market in desk.markets])
        for role, step in STEPS.items()
    }
    inbound = tuple(sum(works[market].inbound[month] for market in desk.markets) for month in months)
    care = tuple(sum(works[market].care[month] for market in desk.markets) for month in months)
    return {
        (desk.name, "inbound_sdr"): follow(inbound, begin["inbound_sdr"], "inbound_sdr", basis),
        (desk.name, "outbound_sdr"): outbound_path(desk, works, begin["outbound_sdr"], basis),
        (desk.name, "customer_success"): follow(by_quarter(care), begin["customer_success"], "customer_success", basis),
    }


def _kept(basis: Basis) -> dict[tuple[str, str], Path]:
    """Account managers as what customers buy more asks for, and specialists as they are."""
    months = (0,) * basis.pace.months
    kept = {("", role): walk(Begin(stayed=basis.today.get(role, 0)), months, post(basis, role)) for role in KEPT}
    if basis.expansion:
        begin = Begin(stayed=basis.today.get("account_manager", 0))
        kept["", "account_manager"] = follow(by_quarter(basis.expansion), begin, "account_manager", basis)
    if basis.founding and not any(market.carrier == "founder" for market in basis.markets):
        kept["", "founder"] = walk(Begin(stayed=basis.today["founder"]), months, post(basis, "founder"))
    return kept


def _lane(basis: Basis, place: int, done: Work, seating: Seating, outbound: tuple[float, ...] | None) -> Lane:
    market, months = basis.markets[place], basis.pace.months
    share = closing_share(market, done, months)
    begin = seating.begin((market.carrier, place)) if market.carrier else Begin()
    if market.carrier == "founder":
        begin = Begin(stayed=basis.today.get("founder", 0))
    time = market.founder_time if market.carrier == "founder" else 1.0
    created = _created(done, outbound)
    each = tuple(market.output * part * time * season for part, season in zip(share, market.season, strict=True))
    begin = _leaving(basis, begin, [_busy(market, each)]) if market.carrier != "founder" else begin
    return Lane(
        per_ramped=each,
        most=max(begin.people, _most(market, each, basis.spans.closers_catch_up)),
        pipeline=_pipeline(basis, place, created),
        begin=begin,
        carrier=market.carrier,
        created=created,
        beside=_beside(basis, market),
    )


def _beside(basis: Basis, market: MarketTerms) -> tuple[float, ...]:
    """What founders close beside people who sell: their part of the first year, after which they hand over."""
    share = basis.founding / len(basis.markets) if market.carrier not in ("", "founder") else 0.0
    return tuple(share if month < 12 else 0.0 for month in range(basis.pace.months)) if share else ()


def _most(market: MarketTerms, each: tuple[float, ...], catch_up: float) -> int:
    """The carriers of the busiest year, and as many more as make up for a late start."""
    return up(catch_up * max(_busy(market, each), default=0.0))


def _busy(market: MarketTerms, each: tuple[float, ...]) -> tuple[float, ...]:
    """Carriers whom the goal of each year keeps busy."""
    spans = [(year, sum(each[month] for month in year)) for year in years(len(each))]
    return tuple(sum(market.goal[month] for month in year) / can for year, can in spans if can > 0)


def _leaving(basis: Basis, begin: Begin, busy: Sequence[Sequence[float]]) -> Begin:
    """With posts cut, where that is allowed, of people whom no time of the plan keeps busy."""
    if not basis.pace.allow_exits or not basis.sized:
        return begin
    needed = up(max((sum(work) for work in zip(*busy, strict=True)), default=0.0))
    return replace(begin, exits=max(0, begin.people - needed))


def _created(done: Work, outbound: tuple[float, ...] | None) -> dict[str, tuple[float, ...]]:
    """Generalists find what is left themselves, in the time that is set aside for it."""
    made = done.creation
    return {
        "inbound": made.inbound,
        "outbound": made.outbound if outbound is None else outbound,
        "referral": made.referral,
        "partner": made.partner,
        "self_sourced": made.self_sourced,
    }


def _pipeline(basis: Basis, place: int, created: Mapping[str, tuple[float, ...]]) -> tuple[float, ...]:
    """What falls due: first what is open today, evenly over one cycle, then what was created one cycle ago."""
    market = basis.markets[place]
    worth = market.deal_value * market.win_rate
    first = market.open_opportunities * worth / market.cycle
    by_month = [sum(source[month] for source in created.values()) for month in range(basis.pace.months)]
    return tuple(
        first if month < market.cycle else by_month[month - market.cycle] * worth for month in range(basis.pace.months)
    )
