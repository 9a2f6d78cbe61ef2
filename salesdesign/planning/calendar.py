"""The clock of a plan: months from 0, quarters and years of it, and what they are called."""


def quarter_names(start: str | None, quarters: int) -> tuple[str, ...]:
    """The names of the quarters: "2027-Q1" from a month that begins a quarter, "2027-02" from another, else "Q1".

    >>> quarter_names("2027-10", 2)
    ('2027-Q4', '2028-Q1')
    >>> quarter_names(None, 2)
    ('Q1', 'Q2')
    """
    if start is None:
        return tuple(f"Q{number + 1}" for number in range(quarters))
    year, month = (int(part) for part in start.split("-"))
    firsts = [(year * 12 + month - 1 + 3 * number) for number in range(quarters)]
    if (month - 1) % 3:
        return tuple(f"{first // 12}-{first % 12 + 1:02d}" for first in firsts)
    return tuple(f"{first // 12}-Q{first % 12 // 3 + 1}" for first in firsts)


def years(months: int) -> tuple[range, ...]:
    """The months of each year of the plan, the last one as long as it is.

    >>> years(15)
    (range(0, 12), range(12, 15))
    """
    return tuple(range(first, min(first + 12, months)) for first in range(0, months, 12))


def quarters(months: int) -> tuple[range, ...]:
    """The months of each quarter."""
    return tuple(range(first, min(first + 3, months)) for first in range(0, months, 3))
