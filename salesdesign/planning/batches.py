"""Batches: a good schedule of one market without a search, for plans too long to be searched month by month.

Each year in turn takes on one batch: as many people, in that month, as reach the year's target at least cost.
"""

from salesdesign.planning.attrition import Path, walk
from salesdesign.planning.calendar import years
from salesdesign.planning.cost import price, recruiting
from salesdesign.planning.frame import Frame
from salesdesign.planning.ramp import shorter_ramp
from salesdesign.planning.schedule import SLACK, carrier_post, sell

Hires = tuple[int, ...]

EARLY = 6
"""Months before a year in which its batch may start, to be productive when it begins."""


def batch_hires(frame: Frame, place: int, most: int) -> Hires | None:
    """Hires by month that reach every target of the market and its run-rate at the end; None where batches cannot."""
    months = frame.basis.pace.months
    hires: Hires = (0,) * months
    for year in years(months):
        first = max(frame.basis.pace.time_to_hire, year.start - EARLY)
        found = [_smallest(frame, place, hires, (month, most, year.stop)) for month in range(first, year.stop)]
        found.append(hires if _reaches(frame, place, hires, year.stop) else None)
        reaching = [option for option in found if option is not None]
        if not reaching:
            return None
        hires = min(reaching, key=lambda option: (_cost(frame, place, option), option))
    return hires


def _smallest(frame: Frame, place: int, hires: Hires, batch: tuple[int, int, int]) -> Hires | None:
    """The hires with the smallest batch in that month that reaches the year's target, by halving."""
    month, high, stop = batch
    low = 0
    if not _reaches(frame, place, _with(hires, month, high), stop):
        return None
    while low < high:
        middle = (low + high) // 2
        if _reaches(frame, place, _with(hires, month, middle), stop):
            high = middle
        else:
            low = middle + 1
    return _with(hires, month, low)


def _with(hires: Hires, month: int, more: int) -> Hires:
    return (*hires[:month], hires[month] + more, *hires[month + 1 :])


def _path(frame: Frame, place: int, hires: Hires) -> Path:
    lane = frame.lanes[place]
    moved = shorter_ramp(frame.basis.roles[lane.carrier].ramp)
    return walk(lane.begin, hires, carrier_post(frame.basis, lane.carrier), moved)


def _reaches(frame: Frame, place: int, hires: Hires, stop: int) -> bool:
    """Whether every year up to that month reaches its target, and the run-rate at the end where it is the last."""
    market, lane = frame.basis.markets[place], frame.lanes[place]
    path = _path(frame, place, hires)
    sales = sell(path.ramped, lane.per_ramped, lane.pipeline)
    for year in years(stop):
        wanted = sum(market.wanted[month] for month in year)
        if sum(sales.expected[month] for month in year) < wanted - SLACK / 2 * max(1.0, wanted):
            return False
    if stop < len(hires) or not market.season[-1]:
        return True
    final = years(len(hires))[-1]
    wanted = sum(market.wanted[month] for month in final) / max(1e-9, sum(market.season[month] for month in final))
    return path.ramped[-1] * lane.per_ramped[-1] / market.season[-1] >= wanted * (1 - SLACK / 2)


def _cost(frame: Frame, place: int, hires: Hires) -> float:
    path = _path(frame, place, hires)
    each = price(frame.basis, frame.lanes[place].carrier, place).total
    return sum(path.present) * each + sum(path.starts) * recruiting(frame.basis)
