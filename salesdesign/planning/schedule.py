"""A schedule, evaluated month by month: carriers, those who follow from them, bookings, and what misses its mark."""

from collections.abc import Mapping
from dataclasses import replace
from operator import add, mul

from salesdesign.planning.attrition import Begin, Path, Post, walk
from salesdesign.planning.basis import CARRIERS, Basis
from salesdesign.planning.calendar import years
from salesdesign.planning.followers import Follower, directors, followers
from salesdesign.planning.frame import Frame
from salesdesign.planning.ramp import shorter_ramp
from salesdesign.planning.supply import post
from salesdesign.records import dataclass

Schedule = tuple[tuple[int, ...], ...]
"""Hires of carriers by market and month."""

SLACK = 1e-6
"""Share of a target that may be missing: rounding, no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sales:
    """The bookings of one market by month."""

    capacity: tuple[float, ...]
    expected: tuple[float, ...]
    waiting: tuple[float, ...]
    """Bookings that wait for a seller, at the end of the month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A schedule and all that follows from it."""

    frame: Frame
    hires: Schedule
    carriers: tuple[Path, ...]
    followers: Mapping[str, Path]
    sales: tuple[Sales, ...]

    @property
    def paths(self) -> Mapping[tuple[str, str], Path]:
        """Everyone, by segment and role."""
        names = [market.name for market in self.frame.basis.markets]
        lanes = zip(names, self.frame.lanes, self.carriers, strict=True)
        closing = {(name, lane.carrier): path for name, lane, path in lanes if lane.carrier}
        return {**closing, **self.frame.staff, **{("", role): path for role, path in self.followers.items()}}


def evaluate(frame: Frame, hires: Schedule) -> Outcome:
    """What a schedule comes to."""
    carriers = tuple(_carriers(frame, place, line) for place, line in enumerate(hires))
    sales = tuple(
        sell(path.ramped, lane.per_ramped, lane.pipeline) if lane.carrier else _unattended(lane.pipeline)
        for path, lane in zip(carriers, frame.lanes, strict=True)
    )
    return Outcome(frame=frame, hires=hires, carriers=carriers, followers=_followers(frame, carriers), sales=sales)


def sell(ramped: tuple[float, ...], per_ramped: tuple[float, ...], pipeline: tuple[float, ...]) -> Sales:
    """Bookings by month: opportunities wait for sellers, and sellers' idle time is lost."""
    capacity = tuple(map(mul, ramped, per_ramped))
    expected, waiting, queue = [], [], 0.0
    for can, due in zip(capacity, pipeline, strict=True):
        queue += due
        sold = can if can < queue else queue
        queue -= sold
        expected.append(sold)
        waiting.append(queue)
    return Sales(capacity=capacity, expected=tuple(expected), waiting=tuple(waiting))


def _unattended(pipeline: tuple[float, ...]) -> Sales:
    return Sales(capacity=pipeline, expected=pipeline, waiting=(0.0,) * len(pipeline))


def carrier_post(basis: Basis, carrier: str) -> Post:
    """How carriers come and go; founders stay."""
    return post(basis, carrier)


def _carriers(frame: Frame, place: int, hires: tuple[int, ...]) -> Path:
    lane = frame.lanes[place]
    if not lane.carrier:
        return walk(Begin(), (0,) * len(hires), carrier_post(frame.basis, CARRIERS["island"]))
    return carrier_path(frame, place, hires)


def carrier_path(frame: Frame, place: int, hires: tuple[int, ...]) -> Path:
    """The carriers of a market, with what founders do beside them among their productive work."""
    lane = frame.lanes[place]
    moved = shorter_ramp(frame.basis.roles[lane.carrier].ramp)
    path = walk(lane.begin, hires, carrier_post(frame.basis, lane.carrier), moved)
    return replace(path, ramped=tuple(map(add, path.ramped, lane.beside))) if lane.beside else path


def sellers(frame: Frame, carriers: tuple[Path, ...]) -> tuple[int, ...]:
    """Quota carriers by month, founders left out."""
    return tuple(
        sum(
            path.present[month]
            for path, lane in zip(carriers, frame.lanes, strict=True)
            if lane.carrier and lane.carrier != "founder"
        )
        for month in range(frame.basis.pace.months)
    )


def _followers(frame: Frame, carriers: tuple[Path, ...]) -> dict[str, Path]:
    count = sellers(frame, carriers)
    paths = {}
    for follower in followers(frame):
        path = _follower_path(frame.basis, follower, count)
        paths[follower.role] = path
    paths["sales_director"] = _directors(frame.basis, paths["sales_manager"])
    return {role: path for role, path in paths.items() if path.begin or any(path.starts)}


def _follower_path(basis: Basis, follower: Follower, count: tuple[int, ...]) -> Path:
    present = follower.present(count, basis.pace.time_to_hire)
    before = (follower.today, *present[:-1])
    hires = tuple(now - earlier for now, earlier in zip(present, before, strict=True))
    return walk(Begin(stayed=follower.today), hires, post(basis, follower.role))


def _directors(basis: Basis, managers: Path) -> Path:
    """Those who lead today's managers are taken to be there."""
    today = directors(managers.begin, basis.spans)
    people, hires = today, []
    for month, count in enumerate(managers.present):
        wanted = directors(count, basis.spans) if month >= basis.pace.time_to_hire else 0
        hires.append(max(0, wanted - people))
        people = max(people, wanted)
    return walk(Begin(stayed=today), tuple(hires), post(basis, "sales_director"))


def shortfalls(outcome: Outcome) -> tuple[tuple[int, int, float], ...]:
    """Market, year and missing bookings, where a year's target is missed."""
    found = []
    for place, (market, sales) in enumerate(zip(outcome.frame.basis.markets, outcome.sales, strict=True)):
        for number, year in enumerate(years(outcome.frame.basis.pace.months)):
            wanted = sum(market.wanted[month] for month in year)
            missing = wanted - sum(sales.expected[month] for month in year)
            if missing > SLACK * max(1.0, wanted):
                found.append((place, number, missing))
    return tuple(found)


def run_rate(outcome: Outcome, place: int) -> tuple[float, float]:
    """What the carriers of a market can close in an average month at the end, and what is wanted then."""
    market, lane = outcome.frame.basis.markets[place], outcome.frame.lanes[place]
    last = years(outcome.frame.basis.pace.months)[-1]
    each = lane.per_ramped[-1] / market.season[-1] if market.season[-1] else market.output
    wanted = sum(market.wanted[month] for month in last) / max(1e-9, sum(market.season[month] for month in last))
    return outcome.carriers[place].ramped[-1] * each, wanted


def ends_short(outcome: Outcome) -> tuple[int, ...]:
    """Markets whose capacity at the end is below the run-rate needed then."""
    short = []
    for place, lane in enumerate(outcome.frame.lanes):
        can, wanted = run_rate(outcome, place)
        if lane.carrier and can < wanted * (1 - SLACK):
            short.append(place)
    return tuple(short)


def starts_by_month(outcome: Outcome) -> tuple[int, ...]:
    """Carriers and developers who start in each month."""
    pulled = ("inbound_sdr", "outbound_sdr")
    paths = [*outcome.carriers, *(path for (_, role), path in outcome.frame.staff.items() if role in pulled)]
    return tuple(sum(path.starts[month] for path in paths) for month in range(outcome.frame.basis.pace.months))
