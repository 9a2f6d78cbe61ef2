"""The first line of a text table that cannot be read, for whoever has to mend it: Polars says what, and not where."""

import csv
import json
from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from salesdesign.errors import Problem
from salesdesign.tables.scan import separator_of


def broken_line(source: Path) -> Problem | None:
    """The first line that is no text, has more fields than the header, or is no JSON; None where there is none."""
    lines = _json_lines(source) if source.suffix.lower() in (".jsonl", ".ndjson") else _rows(source)
    line, wrong, mend = next(lines, (0, "", ""))
    return Problem(file=str(source), line=line, column=1, wrong=wrong, mend=mend) if line else None


_Line: TypeAlias = tuple[int, str, str]
"""The number of a line, what is wrong with it, and the mend."""

_MEND = "Mend this line, or leave it out."


_LINES = 1_000_000
"""Lines that are looked at: on the way to a later one somebody would wait for minutes."""


def _json_lines(source: Path) -> Iterator[_Line]:
    with source.open("rb") as file:
        if file.read(len(BOM_UTF8)) == BOM_UTF8:
            yield 1, "It begins with a byte order mark.", "Save the file as UTF-8 without one."
        file.seek(0)
        for number, line in enumerate(islice(file, _LINES), 1):
            try:
                if line.strip() and not isinstance(json.loads(line), dict):
                    yield number, "It is no JSON object.", _MEND
            except (ValueError, RecursionError):
                yield number, "It is no JSON.", _MEND


def _rows(source: Path) -> Iterator[_Line]:
    yield from _no_text(source)
    with source.open(encoding="utf-8-sig", newline="") as file, suppress(csv.Error):
        header = file.readline()
        separator = separator_of(header.encode())
        width = len(next(csv.reader([header], delimiter=separator), []))
        for row in (reader := csv.reader(islice(file, _LINES), delimiter=separator)):
            if len(row) > width:
                yield reader.line_num + 1, f"It has {len(row)} fields, and the header has {width}.", _MEND


def _no_text(source: Path) -> Iterator[_Line]:
    with source.open("rb") as file:
        for number, line in enumerate(islice(file, _LINES), 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                yield number, "It is no UTF-8.", "Save the file as UTF-8."
