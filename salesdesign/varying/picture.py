"""What comes out while facts move as drawings: where every line and cell lies."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby, pairwise

from salesdesign.records import dataclass
from salesdesign.reporting.phrasing import rounded
from salesdesign.varying.letters import letters_of
from salesdesign.varying.values import positions
from salesdesign.varying.variation import Variation

WIDTH, HEIGHT = 640.0, 300.0
"""Of the plane on which nets are drawn."""

LETTERING = 15.0
"""How high a line of lettering is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """An option's net along the fact."""

    name: str
    letter: str
    place: int
    """Its place among the options, from 1: its colour."""
    paths: tuple[tuple[str, bool], ...]
    """Points of a line, and whether a gate closes the option there."""
    dots: tuple[tuple[float, float], ...]
    """Instead of lines, where values do not lie on one."""
    end: float
    """How high its name stands: where it ends, or as near as other names permit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A part of the row that shows what is chosen."""

    start: float
    width: float
    place: int
    """The place of the chosen option, from 1; 0 where nothing is chosen or the place is left out."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The drawing of nets along one fact."""

    traces: tuple[Trace, ...]
    strips: tuple[Strip, ...]
    zero: float | None
    """How high a net of nothing lies, where it is on the plane."""
    top: str
    bottom: str


def picture_of(variation: Variation) -> Picture:
    """The drawing for a variation of one fact."""
    nets = [found.net for point in variation.points for found in point.options.values()] or [0.0]
    low, high = min(nets), max(nets)
    return Picture(
        traces=_apart([_trace(variation, option, (low, high)) for option in variation.names]),
        strips=tuple(_strips(variation)),
        zero=_height(0, (low, high)) if low <= 0 <= high else None,
        top=rounded(high),
        bottom=rounded(low),
    )


def _apart(traces: list[Trace]) -> tuple[Trace, ...]:
    """The same with names that do not cover each other; those that end lower give way downwards."""
    lowest, moved = -LETTERING, {}
    for trace in sorted(traces, key=lambda one: (one.end, one.place)):
        lowest = max(trace.end, lowest + LETTERING)
        moved[trace.place] = lowest
    return tuple(replace(trace, end=round(moved[trace.place], 1)) for trace in traces)


def _trace(variation: Variation, option: str, ends: tuple[float, float]) -> Trace:
    places = zip(positions(variation.axes[0]), variation.points, strict=True)
    found = [(round(at * WIDTH, 1), point.options.get(option)) for at, point in places]
    drawn = [(at, _height(seen.net, ends), bool(seen.closed_by)) if seen else None for at, seen in found]
    known = [one for one in drawn if one]
    return Trace(
        name=variation.names[option],
        letter=letters_of(variation.names)[option],
        place=list(variation.names).index(option) + 1,
        paths=tuple(_paths(drawn)) if variation.axes[0].numeric and len(drawn) > 1 else (),
        dots=() if variation.axes[0].numeric and len(drawn) > 1 else tuple((at, high) for at, high, _ in known),
        end=known[-1][1] if known else 0.0,
    )


def _paths(drawn: list[tuple[float, float, bool] | None]) -> Iterator[tuple[str, bool]]:
    """Lines without the places that are left out, cut where a gate opens or closes."""
    for closed, group in groupby(drawn, key=lambda one: one[2] if one else None):
        points = [one for one in group if one]
        if closed is not None:
            yield " ".join(f"{at:g},{high:g}" for at, high, _ in points), closed


def _strips(variation: Variation) -> Iterator[Strip]:
    at = positions(variation.axes[0])
    edges = [0.0, *((one + other) / 2 for one, other in pairwise(at)), 1.0]
    order = list(variation.names)
    start = 0
    for chosen, group in groupby(variation.points, key=lambda point: (point.chosen, bool(point.left_out))):
        count = len(list(group))
        option, left_out = chosen
        text = "left out" if left_out else variation.names[option] if option else "undecided"
        left, right = edges[start], edges[start + count]
        place = order.index(option) + 1 if option else 0
        yield Strip(start=round(left * WIDTH, 1), width=round((right - left) * WIDTH, 1), place=place, text=text)
        start += count


def _height(net: float, ends: tuple[float, float]) -> float:
    low, high = ends
    return HEIGHT / 2 if high == low else round((high - net) / (high - low) * HEIGHT, 1)
