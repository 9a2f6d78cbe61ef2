"""What the people can close against what is wanted, quarter by quarter, with how far it may turn out otherwise."""

from collections.abc import Iterable, Iterator

from salesdesign.model.plan import Plan
from salesdesign.reporting.blocks import (
    Block,
    Cell,
    Column,
    Details,
    Phrase,
    Prose,
    Range,
    Ranges,
    Table,
)
from salesdesign.reporting.sections.planned.words import amount, by_quarter, percent, too_many
from salesdesign.wording.numbers import list_of, number

CAPTION = (
    "New bookings by quarter. The thick mark is what is expected, the thin line what is wanted; eight of ten simulated "
    "outcomes lie in the pale band."
)
WITHOUT_BAND = "New bookings by quarter, all segments together. The thick mark is expected, the thin line wanted."
DRIVERS = {
    "win_rate": "the win rate",
    "deal_value": "the value of a deal",
    "attainment": "how far sellers reach their quota",
    "attrition": "how many people leave",
    "time_to_hire": "how soon newcomers bring something",
}
NAMED = 3
LINES = {"capacity": "Capacity"}
OUTCOMES = {"p10": "P10", "p50": "P50", "p90": "P90"}
TOLD = (
    "Capacity is what the sellers could close. Nine of ten simulated outcomes are above P10, half above P50, one above "
    "P90. Coverage is the open pipeline at the start of a quarter over what is wanted in it."
)
TOLD_OF_ALL = "Capacity is what the sellers could close."


def bookings(plan: Plan) -> tuple[Block, ...]:
    """Outcomes against what is wanted, and what they hang on; empty without bookings."""
    if not plan.bookings:
        return ()
    return (_picture(plan), Details(summary="Capacity, outcomes and pipeline", blocks=(_table(plan),)), *_sure(plan))


def _picture(plan: Plan) -> Ranges:
    names = ("p10", "p90", "wanted", "expected")
    low, high, wanted, expected = (by_quarter(plan, _values(plan, name)) for name in names)
    banded = _banded(plan)
    most = max(*(high if banded else expected).values(), *wanted.values()) or 1.0
    rows = tuple(
        Range(
            name=quarter,
            text=f"{amount(plan, expected[quarter])} of {amount(plan, wanted[quarter])}",
            low=percent(low[quarter] if banded else expected[quarter], most),
            middle=percent(expected[quarter], most),
            high=percent(high[quarter] if banded else expected[quarter], most),
            mark=percent(wanted[quarter], most),
        )
        for quarter in plan.quarters
    )
    return Ranges(caption=CAPTION if banded else WITHOUT_BAND, rows=rows)


def _banded(plan: Plan) -> bool:
    """Whether outcomes can be told for the whole: those of several segments do not add up."""
    return len(_segments(plan)) == 1


def _segments(plan: Plan) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.segment for row in plan.bookings))


def _values(plan: Plan, name: str, segment: str | None = None) -> Iterable[tuple[str, float]]:
    rows = (row for row in plan.bookings if segment in (None, row.segment))
    return ((row.quarter, float(getattr(row, name) or 0.0)) for row in rows)


def _table(plan: Plan) -> Table:
    columns = (Column(title="Bookings"), *(Column(title=quarter, numeric=True) for quarter in plan.quarters))
    return Table(caption=TOLD if _banded(plan) else TOLD_OF_ALL, columns=columns, rows=tuple(_rows(plan)))


def _rows(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    for name, title in LINES.items():
        yield _row(plan, title, name)
    if _banded(plan):
        for name, title in OUTCOMES.items():
            yield _row(plan, title, name)
        yield from _coverage(plan)
        return
    for segment in () if too_many(plan) else _segments(plan):
        yield _row(plan, f"{segment}: wanted", "wanted", segment)
        yield _row(plan, f"{segment}: expected", "expected", segment)


def _row(plan: Plan, title: str, name: str, segment: str | None = None) -> tuple[Cell, ...]:
    sums = by_quarter(plan, _values(plan, name, segment))
    return (Cell(text=title), *(Cell(text=amount(plan, sums[quarter])) for quarter in plan.quarters))


def _coverage(plan: Plan) -> Iterator[tuple[Cell, ...]]:
    found = {row.quarter: row.coverage for row in plan.bookings}
    if any(value is not None for value in found.values()):
        told = (number(value) if (value := found[quarter]) is not None else "" for quarter in plan.quarters)
        yield (Cell(text="Coverage"), *(Cell(text=text) for text in told))


def _sure(plan: Plan) -> tuple[Block, ...]:
    """What the outcome hangs on."""
    texts = tuple(_drivers(plan))
    return (Prose(phrases=tuple(Phrase(text=text) for text in texts)),) if texts else ()


def _drivers(plan: Plan) -> Iterable[str]:
    found = [driver for driver in plan.drivers if driver.swing][:NAMED]
    if found:
        names = list_of(f"{_driver(driver.name)} ({amount(plan, driver.swing)})" for driver in found)
        yield f"What the first year hangs on most, and how far apart a bad and a good case are: {names}."


def _driver(name: str) -> str:
    return DRIVERS.get(name, name.replace("_", " "))
