"""The facts that the advice used, stated and derived."""

from collections.abc import Iterable

from salesdesign.reporting.blocks import Block, Cell, Column, Details, Table
from salesdesign.reporting.phrasing import title_of, told
from salesdesign.reporting.view import View

COLUMNS = (Column(title="Fact"), Column(title="Value"))


def facts(view: View) -> tuple[Block, ...]:
    """Every known fact in the order of the catalogue: what was stated, then what follows from it."""
    stated = [name for name in view.pack.catalogue.facts if name in view.advice.facts]
    derived = [name for name in view.pack.catalogue.derived if name in view.advice.facts and name not in stated]
    return (*_table(view, stated, "Facts as stated"), *_table(view, derived, "Facts derived from them"))


def _table(view: View, names: list[str], summary: str) -> Iterable[Block]:
    rows = tuple((Cell(text=title_of(view, name)), Cell(text=told(view, name) or "given")) for name in names)
    if rows:
        yield Details(summary=summary, blocks=(Table(caption=summary, columns=COLUMNS, rows=rows),))
