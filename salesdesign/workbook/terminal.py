"""A plan in a terminal: people, bookings and cost by quarter, in eighty columns."""

import io

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from salesdesign.characters import visible
from salesdesign.model.plan import Plan
from salesdesign.reporting.escaping import encodable
from salesdesign.reporting.look import PLAIN, Look
from salesdesign.reporting.view import View
from salesdesign.workbook.page import Part, page

QUARTERS_A_TABLE = 8
"""More quarters than this go below, so that a table stays as wide as a terminal."""


def to_terminal(view: View, plan: Plan, look: Look = PLAIN) -> str:
    """The plan as lines for a terminal."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=look.width,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    for part in page(view, plan):
        console.print(_part(part, look))
    lines = (line.rstrip() for line in file.getvalue().splitlines())
    return encodable("\n".join(lines).strip("\n") + "\n", look.encoding)


def _part(part: Part, look: Look) -> RenderableType:
    tables: list[RenderableType] = [
        _table(part, range(first, min(first + QUARTERS_A_TABLE, len(part.heads))))
        for first in range(0, len(part.heads), QUARTERS_A_TABLE)
        if part.lines
    ]
    heading = Text(f"\n{visible(part.title)}", style="bold underline" if look.colour else "bold")
    said = [_points(part.said)] if part.listed else [Text(visible(text)) for text in part.said]
    return Group(heading, *(Padding(block, (0, 0, 0, 2)) for block in (*said, *tables)))


def _points(texts: tuple[str, ...]) -> Grid:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    for text in texts:
        grid.add_row("-", Text(visible(text)))
    return grid


def _table(part: Part, shown: range) -> Grid:
    grid = Grid(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="dim")
    grid.add_column("")
    for head in part.heads[shown.start : shown.stop]:
        grid.add_column(head, justify="right")
    for line in part.lines:
        style = "bold" if line.strong else ""
        cells = (Text(visible(cell), style=style) for cell in line.cells[shown.start : shown.stop])
        grid.add_row(Text(visible(line.name), style=style), *cells)
    return grid
