"""What comes out while facts move as a terminal shows it: the words, and a chart, a table or a map."""

from collections.abc import Iterator
from textwrap import fill

from salesdesign.characters import visible
from salesdesign.reporting.escaping import encodable
from salesdesign.reporting.look import PLAIN, Look
from salesdesign.reporting.phrasing import lowered, rounded
from salesdesign.varying.chart import chart_lines
from salesdesign.varying.letters import NOTHING, letters_of, sign_of
from salesdesign.varying.variation import Point, Variation

FEW = 7
"""Up to so many values are shown in a table."""


def to_terminal(variation: Variation, look: Look = PLAIN) -> str:
    """The variation in eighty columns."""
    lines = [_wrapped(heading(variation), look, ""), ""]
    lines += [_wrapped(line, look, "* ") for line in filter(None, (*variation.words, variation.changed))]
    lines += ["", *(encodable(visible(line).rstrip(), look.encoding) for line in _picture(variation)), ""]
    lines += [_wrapped(_legend(variation), look, "")]
    return "\n".join(lines) + "\n"


def heading(variation: Variation) -> str:
    """What is varied."""
    titles = " and ".join(lowered(axis.title) for axis in variation.axes)
    return f"What if: {titles}. {variation.company}"


def _wrapped(line: str, look: Look, bullet: str) -> str:
    text = fill(visible(line), look.width, initial_indent=bullet, subsequent_indent=" " * len(bullet))
    return encodable(text, look.encoding)


def _picture(variation: Variation) -> Iterator[str]:
    if len(variation.axes) == 2:
        return _map_lines(variation)
    if not variation.axes[0].numeric or len(variation.points) <= FEW:
        return _table_lines(variation)
    return chart_lines(variation)


def _legend(variation: Variation) -> str:
    letters = letters_of(variation.names)
    named = [f"{letter} {lowered(variation.names[option])}" for option, letter in letters.items()]
    blank = "blank: left out" if any(point.left_out for point in variation.points) else ""
    undecided = f"{NOTHING} undecided" if any(_undecided(point) for point in variation.points) else ""
    closed = "small letter or (...): ruled out there" if len(variation.axes) == 1 else ""
    return "; ".join(filter(None, (*named, undecided, closed, blank)))


def _undecided(point: Point) -> bool:
    return point.chosen is None and not point.left_out


def _table_lines(variation: Variation) -> Iterator[str]:
    letters = letters_of(variation.names)
    wide = max(len(point.at[0].text) for point in variation.points)
    yield " " * wide + "".join(f"{letters[option]:>10}" for option in variation.names) + "  chosen"
    for point in variation.points:
        cells = "".join(f"{_net(point, option):>10}" for option in variation.names)
        yield f"{visible(point.at[0].text):<{wide}}{cells}  {sign_of(point, letters)}"


def _net(point: Point, option: str) -> str:
    found = point.options.get(option)
    if found is None:
        return ""
    return f"({rounded(found.net)})" if found.closed_by else rounded(found.net)


def _map_lines(variation: Variation) -> Iterator[str]:
    """The second fact upwards, the first from left to right."""
    letters = letters_of(variation.names)
    across, upward = variation.axes
    wide = max(len(place.text) for place in upward.places)
    rows = len(upward.places)
    yield upward.title
    for row in reversed(range(rows)):
        points = [variation.points[column * rows + row] for column in range(len(across.places))]
        yield f"{upward.places[row].text:>{wide}} | {' '.join(sign_of(point, letters) for point in points)}"
    yield f"{'':>{wide}} +-{'-' * (2 * len(across.places) - 1)}"
    yield f"{'':>{wide}}   {across.places[0].text} to {across.places[-1].text}: {lowered(across.title)}"
    if not across.numeric:
        yield f"{'':>{wide}}   from left to right: {', '.join(place.text for place in across.places)}"
