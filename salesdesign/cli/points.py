"""Points as a person reads them: +3, or where a line or steps lead."""

from collections.abc import Mapping

from salesdesign.model.pack import POINT, Line, Points


def points_text(points: Mapping[str, Points]) -> str:
    """The points of a rule by option, as in `island +3, pod -2 at 4 .. +2 at 30`."""
    return ", ".join(f"{option} {_of_option(value)}" for option, value in points.items())


def _of_option(points: Points) -> str:
    if isinstance(points, int):
        return _signed(points)
    if isinstance(points, Line):
        return " .. ".join(f"{_signed(value)} at {_place(place)}" for place, value in points.places)
    return " / ".join(f"{_signed(value)} {choice}" for choice, value in points.steps.items())


def _place(value: float) -> str:
    return f"{value:,.0f}" if value.is_integer() else f"{value:g}"


def _signed(thousandths: int) -> str:
    return f"{thousandths / POINT:+g}" if thousandths else "0"
