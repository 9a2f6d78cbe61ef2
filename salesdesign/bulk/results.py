"""The results of a batch as files: a row a company, and a row a problem."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from io import StringIO
from pathlib import Path
from typing import NamedTuple, TextIO

from msgspec import json

from salesdesign.bulk.columns import Cell, result_columns
from salesdesign.bulk.documents import Document
from salesdesign.bulk.whole import writing
from salesdesign.characters import cell_text, json_text
from salesdesign.errors import Problem
from salesdesign.model.pack import Pack

CSV, JSON_LINES, PARQUET, REJECTED = "results.csv", "results.jsonl", "results.parquet", "rejected.csv"

OWN = ("file", "document", "company.name", "report")
"""The columns before the results; `document` and `report` are empty where there is none."""


class Line(NamedTuple):
    """A company's results, written out."""

    row: str
    """As CSV."""
    told: str
    """As JSON."""


class Lines:
    """Puts companies into lines, in any process."""

    def __init__(self, pack: Pack) -> None:
        self._columns = (*OWN, *result_columns(pack))
        self._buffer = StringIO()
        self._rows = csv.writer(self._buffer, lineterminator="\n")

    def header(self) -> str:
        """The first line of the CSV."""
        return self._row(self._columns)

    def of(self, own: Sequence[Cell], cells: Sequence[Cell]) -> Line:
        """A company's lines; `own` are the columns before the results."""
        row = (*own, *cells)
        told = json.encode(dict(zip(self._columns, row, strict=True))).decode()
        return Line(self._row([_written(cell) for cell in row]), f"{json_text(told)}\n")

    def _row(self, cells: Sequence[object]) -> str:
        self._buffer.seek(0)
        self._buffer.truncate()
        self._rows.writerow(cells)
        return self._buffer.getvalue()


class Results(NamedTuple):
    """The open files of a batch."""

    rows: TextIO
    told: TextIO
    rejects: TextIO

    def accept(self, line: Line) -> None:
        """Writes a company's lines."""
        self.rows.write(line.row)
        self.told.write(line.told)

    def reject(self, document: Document, problems: Iterable[Problem]) -> None:
        """Writes a company's problems."""
        writer = csv.writer(self.rejects, lineterminator="\n")
        for problem in problems:
            place = (problem.line, problem.column) if problem.line else (None, None)
            reason = " ".join(filter(None, (problem.wrong, problem.mend)))
            texts = [cell_text(text) for text in (problem.file, problem.subject, reason)]
            writer.writerow([texts[0], document.number or None, *place, *texts[1:]])


@contextmanager
def results_in(folder: Path, pack: Pack) -> Iterator[Results]:
    """Files for results that take their names when all of them are complete."""
    with ExitStack() as stack:
        rows, told, rejects = (stack.enter_context(writing(folder / name)) for name in (CSV, JSON_LINES, REJECTED))
        rows.write(Lines(pack).header())
        rejects.write("file,document,line,column,fact,reason\n")
        yield Results(rows, told, rejects)


def kinds(pack: Pack) -> dict[str, type]:
    """What each column of the results holds: str, int, float or bool."""
    return {"document": int, **{name: _kind(name) for name in (*OWN, *result_columns(pack)) if name != "document"}}


def _kind(name: str) -> type:
    *around, last = name.split(".")
    if len(around) < 2:
        return float if last in ("margin", "lead") else str
    return {"rank": int, "closed": bool, "chosen": bool}.get(last, float)


def _written(cell: Cell) -> str | int | float | None:
    """A cell as other programs write it, too; no text of it is a formula."""
    if isinstance(cell, str):
        return cell_text(cell)
    return str(cell).lower() if isinstance(cell, bool) else cell
