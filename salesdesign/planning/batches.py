"""Batches: a good schedule of one market without a search.

Each year in turn takes on one batch: as many people, from that month on, as reach the year's target at least cost.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from salesdesign.planning.attrition import Path
from salesdesign.planning.calendar import years
from salesdesign.planning.frame import Frame
from salesdesign.planning.schedule import SLACK, carrier_path, sell

Hires = tuple[int, ...]
Cost = Callable[[Path], float]

EARLY = 6
"""Months before a year in which its batch may start, to be productive when it begins."""


@dataclass(frozen=True, kw_only=True)  # no slots: what is computed once is kept
class Ground:
    """One market whose hires are looked for."""

    frame: Frame
    place: int
    room: tuple[float, ...]
    """Who may start in each month."""
    cost: Cost
    """What a path costs, with those who follow from it."""

    @cached_property
    def months(self) -> int:
        """Of the plan."""
        return self.frame.basis.pace.months

    @cached_property
    def wanted(self) -> tuple[tuple[range, float], ...]:
        """The months of each year with the bookings that are enough."""
        market = self.frame.basis.markets[self.place]
        sums = [(year, sum(market.wanted[month] for month in year)) for year in years(self.months)]
        return tuple((year, wanted - SLACK / 2 * max(1.0, wanted)) for year, wanted in sums)

    @cached_property
    def at_the_end(self) -> float:
        """Fully productive people who must be there in the last month."""
        market, lane = self.frame.basis.markets[self.place], self.frame.lanes[self.place]
        last = years(self.months)[-1]
        season = sum(market.season[month] for month in last)
        if not season or not market.season[-1]:
            return 0.0
        wanted = sum(market.wanted[month] for month in last) / season * market.season[-1] * (1 - SLACK / 2)
        each = lane.per_ramped[-1]
        return wanted / each if each else float("inf") if wanted > 0 else 0.0

    @cached_property
    def scarce(self) -> bool:
        """Whether the room for new people is limited in any month in which they can come."""
        return any(free < float("inf") for free in self.room[self.frame.basis.pace.time_to_hire :])

    @cached_property
    def known(self) -> dict[Hires, Path]:
        """Paths that were walked already."""
        return {}

    def path(self, hires: Hires) -> Path:
        """The people who come of it."""
        path = self.known.get(hires)
        if path is None:
            path = carrier_path(self.frame, self.place, hires)
            self.known[hires] = path
        return path

    def fits(self, path: Path) -> bool:
        """Whether no month takes on more than it may, or has more than can be reasoned with."""
        wait = self.frame.basis.pace.time_to_hire
        if max(path.present) > self.frame.lanes[self.place].most or any(path.hires[:wait]):
            return False
        return not self.scarce or all(
            came <= free or not came for came, free in zip(path.starts, self.room, strict=True)
        )

    def reaches(self, path: Path, stop: int) -> bool:
        """Whether every year up to that month reaches its target, and the run-rate at the end where it is the last."""
        lane = self.frame.lanes[self.place]
        if stop == self.months and path.ramped[-1] < self.at_the_end:
            return False
        sold = sell(path.ramped[:stop], lane.per_ramped[:stop], lane.pipeline[:stop]).expected
        return all(sum(sold[year.start : year.stop]) >= enough for year, enough in self.wanted if year.stop <= stop)

    def good(self, path: Path) -> bool:
        """Whether it breaks nothing."""
        return self.fits(path) and self.reaches(path, self.months)


def batch_hires(ground: Ground, most: int, step: int = 1) -> Hires | None:
    """Hires by month that reach every target of the market and its run-rate at the end; None where batches cannot.

    `step` is how many months lie between two in which a batch is tried.
    """
    hires: Hires = (0,) * ground.months
    for year, _ in ground.wanted:
        if _enough(ground, hires, year.stop):
            continue
        wait = ground.frame.basis.pace.time_to_hire
        soon = range(max(wait, year.start - EARLY), year.stop, step)
        found = _batches(ground, hires, soon, (most, year.stop))
        found = found or _batches(ground, hires, range(wait, soon.start, step), (most, year.stop))
        if not found:
            return None
        hires = min(found, key=lambda option: (ground.cost(ground.path(option)), option))
    return hires


def _enough(ground: Ground, hires: Hires, stop: int) -> bool:
    path = ground.path(hires)
    return ground.fits(path) and ground.reaches(path, stop)


def _batches(ground: Ground, hires: Hires, starts: range, limits: tuple[int, int]) -> list[Hires]:
    """For each month of start, the hires with the smallest batch that is enough; whoever comes later must be more."""
    found, least = [], 1
    for month in starts:
        option = _smallest(ground, hires, month, (least, *limits))
        if option is None:
            break
        least = max(1, sum(option) - sum(hires))
        found.append(option)
    return found


def _smallest(ground: Ground, hires: Hires, month: int, limits: tuple[int, int, int]) -> Hires | None:
    """The hires with the smallest batch from that month on that is enough, between the least and the most."""
    low, most, stop = limits
    high, stride, best = low, 1, None
    while best is None:
        best = _tried(ground, hires, (month, high, stop))
        if best is None:
            low, high, stride = high + 1, min(most, high + stride), stride * 2
            if low > high:
                return None
    while low < high:
        middle = (low + high) // 2
        tried = _tried(ground, hires, (month, middle, stop))
        if tried is None:
            low = middle + 1
        else:
            high, best = middle, tried
    return best


def _tried(ground: Ground, hires: Hires, batch: tuple[int, int, int]) -> Hires | None:
    """The hires with that batch, where there is room for it and it is enough."""
    month, many, stop = batch
    found = _with(ground, hires, month, many)
    return found if found is not None and _enough(ground, found, stop) else None


def _with(ground: Ground, hires: Hires, month: int, more: int) -> Hires | None:
    """So many more from that month on, as soon as there is room beside those who replace leavers."""
    found, left = list(hires), more
    again = ground.path(hires).replacements if any(free < float("inf") for free in ground.room[month:]) else ()
    for now in range(month, len(hires)):
        free = ground.room[now] - hires[now] - again[now] if again else float("inf")
        take = left if free == float("inf") else min(left, max(0, int(free)))
        found[now] += take
        left -= take
        if not left:
            return tuple(found)
    return None
