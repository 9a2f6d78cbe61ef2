"""Paper: a workbook and its sheets as the views write on them, with one look for each kind of cell."""

import datetime
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import xlsxwriter
from xlsxwriter.chart_line import ChartLine
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from salesdesign.characters import visible
from salesdesign.workbook.tables import Cell

LOOKS: dict[str, dict[str, str | int | bool]] = {
    "title": {"bold": True, "font_size": 14},
    "heading": {"bold": True, "bottom": 1},
    "figures": {"bold": True, "bottom": 1, "align": "right"},
    "text": {},
    "faint": {"font_color": "#666666"},
    "strong": {"bold": True},
    "input": {"font_color": "#0000CC", "bg_color": "#FFF8DC", "num_format": "#,##0.####"},
    "whole_input": {"font_color": "#0000CC", "bg_color": "#FFF8DC", "num_format": "#,##0"},
    "whole": {"num_format": "#,##0"},
    "number": {"num_format": "#,##0.00"},
    "money": {"num_format": "#,##0.00"},
    "share": {"num_format": "0.0%", "align": "left"},
    "total": {"bold": True, "top": 1, "num_format": "#,##0.00"},
    "whole_total": {"bold": True, "top": 1, "num_format": "#,##0"},
}
"""Blue on yellow is what a reader may change; black follows."""

READING = (
    "Read me",
    "People",
    "Bookings",
    "Cost",
    "Funnel",
    "Scorecard",
    "Moves",
    "Alternatives",
    "Territories",
    "Inputs",
    "Rates",
    "People by month",
    "Sales by month",
    "Cost by month",
    "Cost by role",
    "Checks",
)
"""The sheets in the order in which they are read, whatever they were written in."""

MADE = datetime.datetime.fromisoformat("2000-01-01")
"""No clock is read, so that the same plan gives the same bytes; the library wants a time without a zone."""


@dataclass(slots=True)
class Sheet:
    """A sheet that is written from the top down."""

    name: str
    paper: Worksheet
    looks: dict[str, Format]
    row: int = 0

    def at(self, row: int, column: int) -> str:
        """A cell of this sheet as a formula of another names it."""
        return f"'{self.name}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"

    def span(self, row: int, first: int, last: int) -> str:
        """A stretch of a row of this sheet as a formula names it."""
        ends = [xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for column in (first, last)]
        return f"'{self.name}'!{ends[0]}:{ends[1]}"

    def put(self, column: int, cell: Cell, look: str = "text", row: int | None = None) -> None:
        """Write a value; a text is never taken for a formula or a link."""
        place, how = self.row if row is None else row, self.looks[look]
        if isinstance(cell, bool):
            self.paper.write_string(place, column, "yes" if cell else "no", how)
        elif isinstance(cell, str):
            self.paper.write_string(place, column, visible(cell), how)
        elif cell is None:
            self.paper.write_blank(place, column, None, how)
        else:
            self.paper.write_number(place, column, cell, how)

    def compute(self, column: int, formula: str, value: float | str, look: str = "number") -> None:
        """Write a formula with its value, for readers who cannot calculate."""
        self.paper.write_formula(self.row, column, f"={formula}", self.looks[look], value)

    def line(self, cells: Sequence[Cell], look: str = "text") -> None:
        """Write a row of values and go on below."""
        for column, cell in enumerate(cells):
            self.put(column, cell, look)
        self.row += 1

    def head(self, names: Sequence[str], figures: Sequence[str] = ()) -> None:
        """Write the heads of columns of texts, then of figures, and go on below."""
        for column, name in enumerate((*names, *figures)):
            self.put(column, name, "heading" if column < len(names) else "figures")
        self.row += 1


@dataclass(slots=True)
class Book:
    """A workbook in memory."""

    file: io.BytesIO = field(default_factory=io.BytesIO)
    book: xlsxwriter.Workbook = field(init=False)
    looks: dict[str, Format] = field(init=False)

    def __post_init__(self) -> None:
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self.book = xlsxwriter.Workbook(self.file, options)
        self.book.set_properties({"created": MADE})
        self.looks = {name: self.book.add_format(look) for name, look in LOOKS.items()}

    def sheet(self, name: str, widths: Sequence[float], *, freeze: tuple[int, int] = (0, 0)) -> Sheet:
        """A new sheet, the last so far, with the widths of its first columns."""
        paper = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            paper.set_column(column, column, width)
        paper.set_landscape()
        paper.fit_to_pages(1, 0)
        if any(freeze):
            paper.freeze_panes(*freeze)
        return Sheet(name=name, paper=paper, looks=self.looks)

    def line_chart(self) -> ChartLine:
        """A new chart of lines."""
        chart = self.book.add_chart({"type": "line"})
        if not isinstance(chart, ChartLine):
            raise TypeError("a chart of lines was asked for")
        return chart

    def content(self) -> bytes:
        """The finished file; nothing can be written after that."""
        order = {name: place for place, name in enumerate(READING)}
        self.book.worksheets_objs.sort(key=lambda paper: order.get(paper.name, len(order)))
        self.book.close()
        return self.file.getvalue()
