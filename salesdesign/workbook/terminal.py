"""A plan in a terminal: people, bookings and cost by quarter, in eighty columns where they suffice."""

import io
from collections.abc import Iterable, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from salesdesign.characters import visible
from salesdesign.model.plan import Plan, WayOut
from salesdesign.reporting.escaping import encodable
from salesdesign.reporting.terminal import PLAIN, Look
from salesdesign.wording.numbers import money, number, share
from salesdesign.workbook.quarterly import Line, bookings, costs, people

QUARTERS_A_TABLE = 8
"""More quarters than this go below, so that a table stays as wide as a terminal."""


def to_terminal(plan: Plan, company: str, look: Look = PLAIN) -> str:
    """The plan as lines for a terminal."""
    file = io.StringIO()
    console = Console(
        file=file,
        width=max(look.width, 100),
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(Text(f"The plan for {visible(company)}: {plan.structure.replace('_', ' ')}", style="bold"))
    for line in verdict(plan):
        console.print(Text(visible(line), style="" if plan.feasible else "yellow"))
    for title, lines in _blocks(plan):
        for first in range(0, len(plan.quarters), QUARTERS_A_TABLE):
            console.print(_grid(title, plan.quarters, lines, range(first, first + QUARTERS_A_TABLE)))
    console.print(_notes(plan))
    lines_ = (line.rstrip() for line in file.getvalue().splitlines())
    return encodable("\n".join(lines_).strip("\n") + "\n", look.encoding)


def verdict(plan: Plan) -> tuple[str, ...]:
    """Whether the plan reaches what is wanted, how surely, and what else would."""
    if plan.chance is None:
        return ("Nobody said what is wanted, so the plan sizes people and no bookings.",)
    chance = f"The chance to meet the first year's target is {share(plan.chance)}."
    if plan.feasible:
        return (f"What is wanted can be reached. {chance}",)
    binding = (plan.binding or "").replace("_", " ")
    return (
        f"What is wanted cannot be reached: {binding}. {chance} Ways out:",
        *(_way(way, plan) for way in plan.ways_out),
    )


def _way(way: WayOut, plan: Plan) -> str:
    if way.value is None:
        return f"- {way.text}"
    kind, _, rest = way.unit.partition(" ")
    counted = number(way.value) if kind == "hires" else money(way.value, plan.currency)
    return f"- {way.text.rstrip('.')}: {counted} {rest}."


def _blocks(plan: Plan) -> Iterable[tuple[str, Sequence[Line]]]:
    yield "People at the end of the quarter", people(plan)
    if plan.bookings:
        yield f"Bookings, {plan.currency} thousand", bookings(plan)
    if plan.cost:
        yield f"Cost, {plan.currency} thousand", costs(plan)


def _grid(title: str, quarters: tuple[str, ...], lines: Sequence[Line], shown: range) -> RenderableType:
    grid = Grid(box=None, padding=(0, 1, 0, 0), title_justify="left", pad_edge=False, header_style="dim")
    grid.add_column("")
    names = quarters[shown.start : shown.stop]
    for name in names:
        grid.add_column(name, justify="right")
    for line in lines:
        cells = [Text(cell, style="bold" if line.strong else "") for cell in line.cells[shown.start : shown.stop]]
        grid.add_row(Text(visible(line.name), style="bold" if line.strong else ""), *cells)
    return Group(Text(f"\n{title}", style="bold"), grid)


def _notes(plan: Plan) -> RenderableType:
    heads = [Text(f"\nWorth knowing ({len(plan.warnings)})", style="bold")] if plan.warnings else []
    given = sum(assumption.given for assumption in plan.assumptions)
    counted = f"\n{len(plan.assumptions)} assumptions, {given} of them yours: --table assumptions lists them."
    return Group(*heads, *(Text(f"- {visible(warning.text)}") for warning in plan.warnings), Text(counted, style="dim"))
