"""Uncertainty: seeded draws of what may come otherwise, the chance that the target is met, and what drives it.

All draws are made at once, in columns. Only additions, multiplications and square roots are used on random numbers of
a stream that never changes, so that the bytes are the same everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from salesdesign.model.plan import Driver
from salesdesign.planning.calendar import quarters, years
from salesdesign.planning.frame import Lane
from salesdesign.planning.schedule import Outcome
from salesdesign.records import dataclass

if TYPE_CHECKING:
    from numpy import float64
    from numpy.random import RandomState
    from numpy.typing import NDArray

    Column = NDArray[float64]
    """One number for each draw."""

DRAWS = 400
MANY = 60
"""Deals beyond which chance is drawn as a normal number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shock:
    """How draws differ from the plan; factors of 1 are the plan."""

    win_rate: Column
    attainment: Column
    deal_value: Column
    late: Column
    """Share of new people's capacity that comes too late."""
    leaving: Column
    """Share of all capacity that is lost to further leavers, or gained."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Bookings as they may come: P10, P50, P90 by market and quarter, and the chance of the first year's target."""

    quantiles: tuple[tuple[tuple[float, float, float], ...], ...]
    chance: float
    first_years: tuple[float, ...]
    """Bookings of the first year in each draw, sorted."""


def spread(outcome: Outcome, seed: int, wanted: float) -> Spread:
    """What the draws come to; `wanted` is the first year's target."""
    import numpy as np  # imported when a plan is made: the solver brings it

    drawn = _drawn(outcome, seed)
    firsts = np.sort(_firsts(drawn))
    return Spread(
        quantiles=tuple(tuple(_quantiles(np.sort(quarter)) for quarter in markets) for markets in drawn),
        chance=_reaching(firsts, wanted),
        first_years=tuple(firsts.tolist()),
    )


def chance(outcome: Outcome, seed: int, wanted: float) -> float:
    """The chance of the first year's target alone."""
    return _reaching(_firsts(_drawn(outcome, seed)), wanted)


def _drawn(outcome: Outcome, seed: int) -> list[list[Column]]:
    """Bookings by market and quarter."""
    import numpy as np

    random = np.random.RandomState(seed)  # its stream is frozen for good, unlike that of newer generators
    sold = shocked(outcome, _shock(outcome, random))
    return [_noisy(outcome, place, months, random) for place, months in enumerate(sold)]


def _firsts(drawn: list[list[Column]]) -> Column:
    """Bookings of the first year."""
    return _total([quarter for markets in drawn for quarter in markets[:4]])


def _reaching(firsts: Column, wanted: float) -> float:
    import numpy as np

    return float(np.count_nonzero(firsts >= wanted * (1 - 1e-6))) / DRAWS


def _shock(outcome: Outcome, random: RandomState) -> Shock:
    """A shock for each draw."""
    import numpy as np

    doubt = outcome.frame.basis.doubt
    common, own, value, late, leaving = (normal(random) for _ in range(5))
    other = doubt.together * common + math.sqrt(1 - doubt.together * doubt.together) * own
    return Shock(
        win_rate=np.maximum(0.2, 1 + doubt.win_rate * common),
        attainment=np.maximum(0.2, 1 + doubt.attainment * other),
        deal_value=np.maximum(0.2, 1 + doubt.deal_value * value),
        late=doubt.starts * late,
        leaving=doubt.leaving * leaving,
    )


def normal(random: RandomState) -> Column:
    """Numbers of mean 0 and deviation 1: sums of twelve even ones."""
    return _total([random.random_sample(DRAWS) for _ in range(12)]) - 6.0


def _total(columns: list[Column]) -> Column:
    """The sum, in the order given."""
    found = columns[0].copy()
    for column in columns[1:]:
        found += column
    return found


def shocked(outcome: Outcome, shock: Shock) -> list[list[Column]]:
    """Expected bookings by market and month under shocks."""
    found = []
    for place, lane in enumerate(outcome.frame.lanes):
        due = [value * shock.win_rate * shock.deal_value for value in lane.pipeline]
        found.append(_sold(_capacity(outcome, place, lane, shock), due) if lane.carrier else due)
    return found


def _capacity(outcome: Outcome, place: int, lane: Lane, shock: Shock) -> list[Column]:
    """What the people of a market can close in each month."""
    import numpy as np

    rate = outcome.frame.basis.roles[lane.carrier].attrition
    found = []
    for month, (people, each) in enumerate(zip(outcome.carriers[place].ramped, lane.per_ramped, strict=True)):
        new = max(0.0, people - lane.begin.people)
        lost = people * rate * (month + 1) / 12 * 0.25
        ramped = np.maximum(0.0, people - new * shock.late - lost * shock.leaving)
        found.append(ramped * shock.attainment * shock.deal_value * each)
    return found


def _sold(capacity: list[Column], due: list[Column]) -> list[Column]:
    """Opportunities wait for sellers, and sellers' idle time is lost."""
    import numpy as np

    found, queue = [], np.zeros_like(due[0])
    for can, now in zip(capacity, due, strict=True):
        queue = queue + now
        sold = np.minimum(can, queue)
        queue = queue - sold
        found.append(sold)
    return found


def _noisy(outcome: Outcome, place: int, months: list[Column], random: RandomState) -> list[Column]:
    """By quarter, with the luck of single deals."""
    market, found = outcome.frame.basis.markets[place], []
    for quarter in quarters(len(months)):
        sold = _total([months[month] for month in quarter])
        found.append(sold * _luck(sold / (market.deal_value or 1.0), market.win_rate or 1.0, random))
    return found


def _luck(deals: Column, win_rate: float, random: RandomState) -> Column:
    """Deals won over those expected: each opportunity is won or not, and many of them as a normal number."""
    import numpy as np

    tries = deals / win_rate
    smooth = np.maximum(0.0, 1 + normal(random) * np.sqrt((1 - win_rate) / np.maximum(deals, 1e-9)))
    won = np.zeros_like(deals)
    few = np.minimum(tries, MANY)
    for number in range(int(np.ceil(few.max()))):
        share = np.clip(few - number, 0.0, 1.0)
        won = won + share * (random.random_sample(DRAWS) < win_rate)
    single = won / np.maximum(deals, 1e-9)
    return np.where(deals > 0, np.where(tries > MANY, smooth, single), 0.0)


def _quantiles(values: Column) -> tuple[float, float, float]:
    last = len(values) - 1
    return float(values[round(last * 0.1)]), float(values[round(last * 0.5)]), float(values[round(last * 0.9)])


def first_year(outcome: Outcome, sold: list[list[Column]]) -> float:
    """Bookings of the first year in all markets, in the first draw."""
    year = years(outcome.frame.basis.pace.months)[0]
    return sum(float(months[month][0]) for months in sold for month in year)


def drivers(outcome: Outcome) -> tuple[Driver, ...]:
    """What moves the first year's bookings, most first, one deviation down and up."""
    import numpy as np

    doubt = outcome.frame.basis.doubt
    one, none = np.ones(1), np.zeros(1)
    plan = Shock(win_rate=one, attainment=one, deal_value=one, late=none, leaving=none)
    ways: dict[str, tuple[float, Callable[[float], Shock]]] = {
        "win_rate": (doubt.win_rate, lambda by: replace(plan, win_rate=one + by)),
        "attainment": (doubt.attainment, lambda by: replace(plan, attainment=one + by)),
        "deal_value": (doubt.deal_value, lambda by: replace(plan, deal_value=one + by)),
        "time_to_hire": (doubt.starts, lambda by: replace(plan, late=none + by)),
        "attrition": (doubt.leaving, lambda by: replace(plan, leaving=none + by)),
    }
    found = []
    for name, (deviation, shock) in ways.items():
        low = first_year(outcome, shocked(outcome, shock(-deviation)))
        high = first_year(outcome, shocked(outcome, shock(deviation)))
        found.append(Driver(name=name, low=round(low, 2), high=round(high, 2), swing=round(abs(high - low), 2)))
    return tuple(sorted(found, key=lambda driver: (-driver.swing, driver.name)))
