"""Outbound: the fewest developers whose work is enough for each year's deals, and what they create."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeAlias

from salesdesign.planning.attrition import Begin, Path, walk
from salesdesign.planning.basis import Basis
from salesdesign.planning.calendar import years
from salesdesign.planning.funnel import windows
from salesdesign.planning.ramp import ramp_at, shorter_ramp
from salesdesign.planning.supply import Desk, Work, post, up, work

MANY, STRIDE = 50, 256
"""Developers from which they are added in strides, and how many at once at most; the last are added one by one."""

Shares: TypeAlias = Mapping[int, tuple[float, ...]]
"""Parts of what a desk does, by market and month."""


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
