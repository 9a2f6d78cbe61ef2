"""Uncertainty: seeded draws of what may come otherwise, the chance that the target is met, and what drives it.

Only additions, multiplications and square roots are used on random numbers, so that the bytes are the same everywhere.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from salesdesign.model.plan import Driver
from salesdesign.planning.calendar import quarters, years
from salesdesign.planning.schedule import Outcome, sell

DRAWS = 400
MANY = 60
"""Deals beyond which chance is drawn as a normal number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shock:
    """How one draw differs from the plan; factors of 1 are the plan."""

    win_rate: float = 1.0
    attainment: float = 1.0
    deal_value: float = 1.0
    late: float = 0.0
    """Share of new people's capacity that comes too late."""
    leaving: float = 0.0
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
    drawn = [draw(outcome, Random(seed * 1_000_003 + number)) for number in range(DRAWS)]  # noqa: S311  # not a secret
    firsts = sorted(sum(sum(quarters_[:4]) for quarters_ in markets) for markets in drawn)
    places, count = range(len(outcome.sales)), len(quarters(outcome.frame.basis.pace.months))
    return Spread(
        quantiles=tuple(
            tuple(_quantiles(sorted(markets[place][number] for markets in drawn)) for number in range(count))
            for place in places
        ),
        chance=sum(1 for one in firsts if one >= wanted * (1 - 1e-6)) / DRAWS,
        first_years=tuple(firsts),
    )


def draw(outcome: Outcome, random: Random) -> list[list[float]]:
    """Bookings by market and quarter in one possible future."""
    doubt = outcome.frame.basis.doubt
    common, own = normal(random), normal(random)
    other = doubt.together * common + math.sqrt(1 - doubt.together * doubt.together) * own
    shock = Shock(
        win_rate=max(0.2, 1 + doubt.win_rate * common),
        attainment=max(0.2, 1 + doubt.attainment * other),
        deal_value=max(0.2, 1 + doubt.deal_value * normal(random)),
        late=doubt.starts * normal(random),
        leaving=doubt.leaving * normal(random),
    )
    sold = shocked(outcome, shock)
    return [_noisy(outcome, place, months, random) for place, months in enumerate(sold)]


def normal(random: Random) -> float:
    """A number of mean 0 and deviation 1: the sum of twelve even ones."""
    return sum(random.random() for _ in range(12)) - 6


def shocked(outcome: Outcome, shock: Shock) -> list[list[float]]:
    """Expected bookings by market and month under a shock."""
    found = []
    for lane, path in zip(outcome.frame.lanes, outcome.carriers, strict=True):
        due = tuple(value * shock.win_rate * shock.deal_value for value in lane.pipeline)
        if not lane.carrier:
            found.append(list(due))
            continue
        ramped, rate = [], outcome.frame.basis.roles[lane.carrier].attrition
        for month, people in enumerate(path.ramped):
            new = max(0.0, people - lane.begin.people)
            lost = people * rate * (month + 1) / 12 * shock.leaving * 0.25
            ramped.append(max(0.0, people - new * shock.late - lost) * shock.attainment * shock.deal_value)
        found.append(list(sell(tuple(ramped), lane.per_ramped, due).expected))
    return found


def _noisy(outcome: Outcome, place: int, months: list[float], random: Random) -> list[float]:
    """By quarter, with the luck of single deals."""
    market = outcome.frame.basis.markets[place]
    found = []
    for quarter in quarters(len(months)):
        sold = sum(months[month] for month in quarter)
        deals = sold / market.deal_value if market.deal_value else 0.0
        found.append(sold * _luck(deals, market.win_rate, random) if deals else 0.0)
    return found


def _luck(deals: float, win_rate: float, random: Random) -> float:
    """Deals won over those expected: each opportunity is won or not."""
    tries = deals / win_rate if win_rate else 0.0
    if tries > MANY:
        return max(0.0, 1 + normal(random) * math.sqrt((1 - win_rate) / deals))
    whole = int(tries)
    won = sum(1 for _ in range(whole) if random.random() < win_rate)
    last = (tries - whole) if random.random() < win_rate else 0.0
    return (won + last) / deals


def _quantiles(values: list[float]) -> tuple[float, float, float]:
    last = len(values) - 1
    return values[round(last * 0.1)], values[round(last * 0.5)], values[round(last * 0.9)]


def first_year(outcome: Outcome, sold: list[list[float]]) -> float:
    """Bookings of the first year in all markets."""
    year = years(outcome.frame.basis.pace.months)[0]
    return sum(sum(months[month] for month in year) for months in sold)


def drivers(outcome: Outcome) -> tuple[Driver, ...]:
    """What moves the first year's bookings, most first, one deviation down and up."""
    doubt = outcome.frame.basis.doubt
    ways: dict[str, tuple[float, Callable[[float], Shock]]] = {
        "win_rate": (doubt.win_rate, lambda by: replace(Shock(), win_rate=1 + by)),
        "attainment": (doubt.attainment, lambda by: replace(Shock(), attainment=1 + by)),
        "deal_value": (doubt.deal_value, lambda by: replace(Shock(), deal_value=1 + by)),
        "time_to_hire": (doubt.starts, lambda by: replace(Shock(), late=by)),
        "attrition": (doubt.leaving, lambda by: replace(Shock(), leaving=by)),
    }
    found = []
    for name, (deviation, shock) in ways.items():
        low = first_year(outcome, shocked(outcome, shock(-deviation)))
        high = first_year(outcome, shocked(outcome, shock(deviation)))
        found.append(Driver(name=name, low=round(low, 2), high=round(high, 2), swing=round(abs(high - low), 2)))
    return tuple(sorted(found, key=lambda driver: (-driver.swing, driver.name)))
