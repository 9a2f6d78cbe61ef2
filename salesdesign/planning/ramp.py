"""Ramp: what share of full productivity somebody brings in each month after the first day."""


def linear_ramp(months: float) -> tuple[float, ...]:
    """The curve of somebody who is fully productive after so many months, rising evenly; empty for at once.

    >>> linear_ramp(2)
    (0.25, 0.75)
    """
    if months <= 0:
        return ()
    return tuple((month + 0.5) / months for month in range(int(months) + 1) if (month + 0.5) / months < 1)


def shorter_ramp(curve: tuple[float, ...]) -> tuple[float, ...]:
    """The curve of somebody who knows the company already: twice as fast.

    >>> shorter_ramp((0.2, 0.4, 0.6, 0.8))
    (0.4, 0.8)
    """
    return curve[1::2]


def ramp_at(curve: tuple[float, ...], month: int) -> float:
    """The share in that month since the start, from 0."""
    return curve[month] if month < len(curve) else 1.0
