"""How large a text may be set, so that it stays in its place: an estimate, for no font is read."""

import math
from collections.abc import Iterable

GLYPH = 0.56
"""Mean width of a letter over the size of its type, a little on the wide side."""

LEADING = 1.22
POINTS_AN_INCH = 72


def lines(text: str, width: float, size: float) -> int:
    """So many lines a text takes in a column of so many inches.

    >>> lines("twelve words that run on", 1.0, 20)
    4
    """
    room = max(1.0, width * POINTS_AN_INCH / (size * GLYPH))
    return sum(max(1, math.ceil(len(part) / room)) for part in text.split("\n"))


def height(text: str, width: float, size: float) -> float:
    """So many inches a text takes from top to bottom."""
    return lines(text, width, size) * size * LEADING / POINTS_AN_INCH


def largest(texts: Iterable[tuple[str, float]], room: float, sizes: Iterable[float]) -> float:
    """The largest of the sizes, given from large to small, in which texts of given widths fit below one another."""
    told = tuple(texts)
    size = 0.0
    for size in sizes:
        if sum(height(text, width, size) for text, width in told) <= room:
            break
    return size


def shortened(text: str, letters: int) -> str:
    """The text, cut after a word where it is longer."""
    return text if len(text) <= letters else f"{text[: letters - 1].rsplit(' ', 1)[0].rstrip(',;:')} …"
