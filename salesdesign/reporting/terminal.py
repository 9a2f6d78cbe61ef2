"""The short report in a terminal: eighty columns, and no colours or signs that the terminal lacks."""

import io
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from salesdesign.characters import visible
from salesdesign.reporting.blocks import Bar, Block, Phrase, Place, Point, Points, Prose, ScoreBars, Tone
from salesdesign.reporting.drawing import CELLS, drawn
from salesdesign.reporting.escaping import encodable
from salesdesign.reporting.look import PLAIN, Look
from salesdesign.reporting.report import Report, Section, ShortReport


def to_terminal(report: Report | ShortReport, look: Look = PLAIN) -> str:
    """The short report as lines for a terminal."""
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
    console.print(_head(report))
    for section in report.brief:
        console.print(_section(section, look))
    console.print(Text(f"\n{visible(report.header.stamp)}", style="dim"))
    lines = (line.rstrip() for line in file.getvalue().splitlines())
    return encodable("\n".join(lines).strip("\n") + "\n", look.encoding)


def _head(report: Report | ShortReport) -> RenderableType:
    header = report.header
    changed = (Text(visible(header.changed), style="italic"),) if header.changed else ()
    return Group(Text(visible(header.answer), style="bold green"), *changed)


def _section(section: Section, look: Look) -> RenderableType:
    heading = (
        [Text(f"\n{visible(section.title)}", style="bold underline" if look.colour else "")]
        if section.title
        else [Text("")]
    )
    return Group(*heading, *(Padding(_block(block, look), (0, 0, 0, 2)) for block in section.blocks))


def _block(block: Block, look: Look) -> RenderableType:
    match block:
        case Prose(phrases=phrases):
            return _prose(phrases)
        case Points(items=items):
            return _points(items, look)
        case ScoreBars(bars=bars):
            return _bars(bars, look)
        case _:
            raise TypeError(f"the short report has no place for {block.kind}")


def _prose(phrases: Iterable[Phrase]) -> Text:
    return Text(" ").join(Text(visible(phrase.text), style="bold" if phrase.strong else "") for phrase in phrases)


def _points(items: Iterable[Point], look: Look) -> Grid:
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(width=1)
    grid.add_column()
    colours = {Tone.FOR: "green", Tone.AGAINST: "red", Tone.NEUTRAL: ""}
    for item in items:
        grid.add_row(Text(look.signs.bullets[item.tone], style=colours[item.tone]), _point(item))
    return grid


def _point(item: Point) -> Text:
    parts = [Text(visible(item.heading), style="bold")] if item.label else []
    parts += [Text(visible(text)) for text in (item.text, item.more) if text]
    return Text(" ").join(parts)


def _bars(bars: Iterable[Bar], look: Look) -> Grid:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=20)
    grid.add_column(width=CELLS, no_wrap=True)
    grid.add_column()
    for bar in bars:
        style = "bold" if bar.place is Place.CHOSEN else "dim" if bar.place is Place.CLOSED else ""
        note = f" ({bar.note})" if bar.note else ""
        grid.add_row(
            Text(visible(bar.name), style=style), Text(drawn(bar, look.signs)), Text(f"{bar.text}{note}", style=style)
        )
    return grid
