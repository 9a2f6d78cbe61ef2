"""A table as CSV, and a plan as JSON."""

import csv
import io

import msgspec

from salesdesign.characters import cell_text, json_text
from salesdesign.model.plan import Plan
from salesdesign.workbook.tables import Cell, Table


def to_csv(table: Table) -> str:
    """A table with a line for its columns; a text that looks like a formula is written with a leading apostrophe."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return file.getvalue()


def to_json(plan: Plan) -> str:
    """A plan as a JSON document, as it stands in the advice: sorted keys, indented by two, ending in a line feed."""
    return json_text(msgspec.json.format(msgspec.json.encode(plan, order="sorted"), indent=2).decode()) + "\n"


def _cell(cell: Cell) -> str | float | None:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell_text(cell) if isinstance(cell, str) else cell
