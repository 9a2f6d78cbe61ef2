"""Points of a rule for one option, in thousandths: at a value, and over every value that may turn out."""

from bisect import bisect_right
from collections.abc import Iterable

from salesdesign.model.expression import Value
from salesdesign.model.pack import Line, Points, Steps


def points_at(points: Points, value: Value) -> int:
    """What a met rule gives at this value of its fact; the value does not matter where points are a number."""
    match points:
        case Line(places=places) if isinstance(value, int | float):
            return _on_line(places, value)
        case Steps(steps=steps) if isinstance(value, str):
            return steps.get(value, 0)
        case int():
            return points
        case _:
            return 0


def range_of(points: Points) -> tuple[int, int]:
    """The least and the most that a rule can come to, nothing among it: it may not be met."""
    reached = [0, *_reached(points)]
    return min(reached), max(reached)


def _reached(points: Points) -> Iterable[int]:
    match points:
        case Line(places=places):
            return (given for _, given in places)
        case Steps(steps=steps):
            return steps.values()
        case int():
            return (points,)


def _on_line(places: tuple[tuple[float, int], ...], value: float) -> int:
    """The height of the line, level outside its ends, rounded half-even."""
    after = bisect_right(places, value, key=lambda place: place[0])
    if after == 0:
        return places[0][1]
    if after == len(places):
        return places[-1][1]
    (start, low), (end, high) = places[after - 1], places[after]
    return round(low + (high - low) * (value - start) / (end - start))
