"""A table as CSV, and a plan as JSON."""

import csv
import io
import re

import msgspec

from salesdesign.model.plan import Plan
from salesdesign.workbook.tables import Cell, Table

_FORMULA = re.compile(r"\s*[=+\-@|%]")
"""How a text begins that a spreadsheet would take for a formula."""

_BREAKS = re.compile(r"[\t\r\n\v\f]+")
"""What may begin another cell or row."""


def to_csv(table: Table) -> str:
    """A table with a line for its columns; a text that looks like a formula is written with a leading apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return file.getvalue()


def to_json(plan: Plan) -> str:
    """A plan as a JSON document, as it stands in the advice: sorted keys, indented by two, ending in a line feed."""
    return msgspec.json.format(msgspec.json.encode(plan, order="sorted"), indent=2).decode() + "\n"


def harmless(text: str) -> str:
    """The text as a spreadsheet shows it and never computes it.

    >>> harmless("=1+1"), harmless("Large accounts")
    ("'=1+1", 'Large accounts')
    """
    line = _BREAKS.sub(" ", text)
    return f"'{line}" if _FORMULA.match(line) else line


def _cell(cell: Cell) -> str | float | None:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return harmless(cell) if isinstance(cell, str) else cell
