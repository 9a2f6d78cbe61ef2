"""Demand: the bookings that are wanted, month by month."""

from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What is known of the bookings wanted in the first year."""

    target: float | None
    revenue: float | None
    growth: float
    retention: float
    """Of revenue, a year: 1 - churn + expansion; nothing is kept by itself where customers buy once."""
    recurring: bool


def first_year(goal: Goal) -> float | None:
    """New bookings wanted in the first year, never below zero; None where neither a target nor revenue is known."""
    if goal.target is not None:
        return goal.target
    if goal.revenue is None:
        return None
    kept = goal.retention if goal.recurring else 0.0
    return max(0.0, goal.revenue * (1 + goal.growth - kept))


def seasons(weights: tuple[float, ...]) -> tuple[float, ...]:
    """Twelve weights with a mean of 1 from four, twelve or none.

    >>> seasons((1, 1, 1, 5))[11]
    2.5
    """
    if not weights or sum(weights) <= 0:
        return (1.0,) * 12
    months = weights if len(weights) == 12 else tuple(weight for weight in weights for _ in range(3))
    return tuple(weight * 12 / sum(months) for weight in months)


def from_start(season: tuple[float, ...], start: str | None) -> tuple[float, ...]:
    """Twelve weights of a calendar year, told from the month in which a plan starts; as they are where none is known.

    >>> from_start((2.0, *(1.0,) * 11), "2027-12")[1]
    2.0
    """
    first = int(start.split("-")[1]) - 1 if start else 0
    return season[first:] + season[:first]


def by_month(first: float, growth: float, season: tuple[float, ...], months: int, *, beyond: int) -> tuple[float, ...]:
    """Wanted bookings by month. Every year grows on the one before; beyond the plan its last year goes on."""
    rise, last = max(0.0, 1 + growth), (months - 1) // 12
    return tuple(first / 12 * rise ** min(month // 12, last) * season[month % 12] for month in range(months + beyond))
