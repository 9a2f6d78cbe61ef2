"""A tree drawn with lines for a terminal, its texts wrapped beside the branches."""

from collections.abc import Iterator
from dataclasses import field
from textwrap import wrap

from salesdesign.characters import visible
from salesdesign.records import dataclass
from salesdesign.reporting.escaping import encodable
from salesdesign.reporting.look import Look

COLOURS = {"strong": "\x1b[1m", "met": "\x1b[32m", "closed": "\x1b[31m", "unknown": "\x1b[33m"}
PLAIN_AGAIN = "\x1b[0m"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twig:
    """A text and what hangs on it."""

    text: str
    tone: str = ""
    """A key of COLOURS; any other has no colour."""
    below: tuple["Twig", ...] = field(default=())


def tree_lines(root: Twig, look: Look) -> Iterator[str]:
    """The lines of a tree, its root first."""
    yield from _worded(root, "", "", look)
    yield from _below(root, "", look)


def _below(twig: Twig, indent: str, look: Look) -> Iterator[str]:
    fine = encodable("├└│─", look.encoding) == "├└│─" and look.signs.score == "█"
    for place, below in enumerate(twig.below, start=1):
        last = place == len(twig.below)
        branch = ("└─ " if last else "├─ ") if fine else ("`- " if last else "|- ")
        trunk = "   " if last else "│  " if fine else "|  "
        inner = indent + trunk
        yield from _worded(below, indent + branch, inner + ("" if not below.below else "│ " if fine else "| "), look)
        yield from _below(below, inner, look)


def _worded(twig: Twig, first: str, rest: str, look: Look) -> Iterator[str]:
    lines = wrap(visible(twig.text), max(20, look.width - len(rest) - 1), break_on_hyphens=False) or [""]
    for place, line in enumerate(lines):
        shown = encodable(line, look.encoding)
        colour = COLOURS.get(twig.tone, "") if look.colour else ""
        yield f"{rest if place else first}{colour}{shown}{PLAIN_AGAIN if colour else ''}"
