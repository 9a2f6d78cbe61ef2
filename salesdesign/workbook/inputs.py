"""The inputs sheet: every assumption of the plan with its source, each to be changed in one place."""

from collections.abc import Mapping

from salesdesign.model.plan import Plan
from salesdesign.records import dataclass
from salesdesign.workbook.paper import Book

VALUE = 1
NOTE = (
    "Change what is on yellow: all that is computed from it follows, but not the hiring schedule. For that, plan again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Where an assumption stands, and what it is."""

    cells: Mapping[str, str]
    values: Mapping[str, float]

    def knows(self, *names: str) -> bool:
        """Whether all of these are numbers on the sheet."""
        return all(name in self.values for name in names)


def write_inputs(book: Book, plan: Plan) -> Inputs:
    """The inputs sheet, written; what formulas may refer to comes back."""
    sheet = book.sheet("Inputs", (38, 16, 32, 14, 90, 8, 14), freeze=(3, 1))
    sheet.line([f"Assumptions, money in {plan.currency}"], "title")
    sheet.line([NOTE], "faint")
    sheet.head(("Assumption", "Value", "Unit", "Given by you", "Source", "Year", "Confidence"))
    cells: dict[str, str] = {}
    values: dict[str, float] = {}
    for assumption in plan.assumptions:
        value = assumption.value
        shown = "; ".join(f"{part:g}" for part in value) if isinstance(value, tuple) else value
        if isinstance(value, (int, float)):
            cells[assumption.name], values[assumption.name] = sheet.at(sheet.row, VALUE), float(value)
        for column, cell in enumerate((assumption.name, shown, assumption.unit, assumption.given)):
            sheet.put(column, cell, "input" if column == VALUE else "text")
        for column, cell in enumerate((assumption.source, assumption.year, assumption.confidence), 4):
            sheet.put(column, cell)
        sheet.row += 1
    return Inputs(cells=cells, values=values)
