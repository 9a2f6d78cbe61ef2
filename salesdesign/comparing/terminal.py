"""A comparison as a terminal shows it."""

from textwrap import fill

from salesdesign.characters import visible
from salesdesign.comparing.differences import Comparison
from salesdesign.comparing.told import told
from salesdesign.reporting.escaping import encodable

WIDTH = 100


def to_terminal(comparison: Comparison, headings: tuple[str, str], encoding: str = "utf-8") -> str:
    """A heading, and each line of the comparison wrapped below it; `headings` name the two sides."""
    before, after = headings
    lines = [f"{before} → {after}", "", *map(_wrapped, told(comparison))]
    return encodable("\n".join(line if line == "" else _seen(line) for line in lines) + "\n", encoding)


def _wrapped(line: str) -> str:
    return fill(visible(line), WIDTH, initial_indent="* ", subsequent_indent="  ", break_on_hyphens=False)


def _seen(text: str) -> str:
    return "\n".join(visible(line) for line in text.split("\n"))
