"""The facts that the advice used, stated and derived."""

from collections.abc import Iterable

from salesdesign.reporting.blocks import Block, Cell, Column, Details, Table
from salesdesign.reporting.phrasing import shown, title_of
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import counted

COLUMNS = (Column(title="Fact"), Column(title="Value"))


def facts(view: View) -> tuple[Block, ...]:
    """Every known fact in the order of the catalogue: what was stated, then what follows from it."""
    stated = [name for name in view.pack.catalogue.facts if name in view.advice.facts]
    derived = [name for name in view.pack.catalogue.derived if name in view.advice.facts and name not in stated]
    return (*_table(view, stated, "as stated"), *_table(view, derived, "derived from them"))


def _table(view: View, names: list[str], origin: str) -> Iterable[Block]:
    rows = tuple((Cell(text=title_of(view, name)), Cell(text=shown(view, name) or "given")) for name in names)
    if rows:
        summary = f"{counted(len(rows), 'fact')} {origin}"
        yield Details(summary=summary, blocks=(Table(caption=summary, columns=COLUMNS, rows=rows),))
