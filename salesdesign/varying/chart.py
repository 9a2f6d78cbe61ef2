"""Nets along a fact, drawn with letters."""

from collections.abc import Iterator

from salesdesign.reporting.phrasing import lowered, rounded
from salesdesign.varying.letters import letters_of, sign_of
from salesdesign.varying.values import positions
from salesdesign.varying.variation import Point, Variation

COLUMNS, ROWS = 64, 17


def chart_lines(variation: Variation) -> Iterator[str]:
    """The chart: nets upwards, the fact from left to right, what is chosen in a row below."""
    axis, points = variation.axes[0], _by_column(variation)
    nets = [found.net for point in variation.points for found in point.options.values()] or [0.0]
    low, high = min(nets), max(nets)
    grid = _grid(variation, points, (low, high))
    yield "Net points"
    for row, line in enumerate(grid):
        label = rounded(high) if row == 0 else rounded(low) if row == ROWS - 1 else ""
        yield f"{label:>7} | {''.join(line)}"
    yield f"{'':>7} +-{'-' * COLUMNS}"
    letters = letters_of(variation.names)
    yield f"{'chosen':>7}   {''.join(sign_of(point, letters) for point in points)}"
    ends = axis.places[0].text, axis.places[-1].text
    yield f"{'':>7}   {ends[0]}{ends[1]:>{max(1, COLUMNS - len(ends[0]))}}"
    yield f"{'':>7}   {lowered(axis.title)}"


def _by_column(variation: Variation) -> list[Point]:
    """The point that lies nearest to each column."""
    at = positions(variation.axes[0])
    columns = [column / (COLUMNS - 1) for column in range(COLUMNS)]
    nearest = [min(range(len(at)), key=lambda place: abs(at[place] - column)) for column in columns]
    return [variation.points[place] for place in nearest]


def _grid(variation: Variation, points: list[Point], ends: tuple[float, float]) -> list[list[str]]:
    grid = [[" "] * COLUMNS for _ in range(ROWS)]
    letters = letters_of(variation.names)
    for column, point in enumerate(points):
        for option in sorted(point.options, key=lambda one: one == point.chosen):
            found = point.options[option]
            letter = letters[option]
            grid[_row(found.net, ends)][column] = letter.lower() if found.closed_by else letter
    return grid


def _row(net: float, ends: tuple[float, float]) -> int:
    low, high = ends
    return 0 if high == low else round((high - net) / (high - low) * (ROWS - 1))
