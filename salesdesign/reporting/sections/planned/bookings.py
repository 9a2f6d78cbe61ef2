"""What the people can close against what is wanted, quarter by quarter, with how far it may turn out otherwise."""

from collections.abc import Iterable

from salesdesign.model.plan import Plan
from salesdesign.reporting.blocks import Block, Phrase, Prose, Range, Ranges
from salesdesign.reporting.sections.planned.words import amount, by_quarter, percent
from salesdesign.wording.numbers import list_of

CAPTION = "Bookings by quarter. Eight of ten outcomes lie in the pale band; the line is what is wanted."
WITHOUT_BAND = "Bookings by quarter, all segments together. The line is what is wanted."
DRIVERS = {
    "win_rate": "the win rate",
    "deal_value": "the value of a deal",
    "attainment": "how far sellers reach their quota",
    "attrition": "how many people leave",
    "time_to_hire": "how long hiring takes",
    "ramp": "how long newcomers take to get going",
}
NAMED = 3


def bookings(plan: Plan) -> tuple[Block, ...]:
    """Outcomes against what is wanted, and what they hang on; empty without bookings."""
    if not plan.bookings:
        return ()
    return (_picture(plan), *_drivers(plan))


def _picture(plan: Plan) -> Ranges:
    names = ("p10", "p90", "wanted", "expected")
    low, high, wanted, expected = (by_quarter(plan, _values(plan, name)) for name in names)
    most = max(*high.values(), *wanted.values()) or 1.0
    banded = len({row.segment for row in plan.bookings}) == 1
    rows = tuple(
        Range(
            name=quarter,
            text=_text(plan, (low[quarter], high[quarter]), expected[quarter], wanted[quarter], banded=banded),
            low=percent(low[quarter] if banded else expected[quarter], most),
            middle=percent(expected[quarter], most),
            high=percent(high[quarter] if banded else expected[quarter], most),
            mark=percent(wanted[quarter], most),
        )
        for quarter in plan.quarters
    )
    return Ranges(caption=CAPTION if banded else WITHOUT_BAND, rows=rows)


def _text(plan: Plan, band: tuple[float, float], expected: float, wanted: float, *, banded: bool) -> str:
    low, high = (amount(plan, value) for value in band)
    reach = f" ({low} to {high})" if banded and low != high else ""
    return f"{amount(plan, expected)}{reach} of {amount(plan, wanted)} wanted"


def _values(plan: Plan, name: str) -> Iterable[tuple[str, float]]:
    return ((row.quarter, float(getattr(row, name))) for row in plan.bookings)


def _drivers(plan: Plan) -> tuple[Block, ...]:
    found = [driver for driver in plan.drivers if driver.swing][:NAMED]
    if not found:
        return ()
    names = list_of(f"{_driver(driver.name)} ({amount(plan, driver.swing)})" for driver in found)
    text = f"What it hangs on most, by how much of the first year's bookings moves with it: {names}."
    return (Prose(phrases=(Phrase(text=text),)),)


def _driver(name: str) -> str:
    return DRIVERS.get(name, name.replace("_", " "))
