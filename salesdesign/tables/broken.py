"""The first line of a text table that cannot be read, for whoever has to mend it: Polars says what, and not where."""

import csv
import json
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from salesdesign.errors import Problem
from salesdesign.tables.scan import separator_of


def broken_line(source: Path) -> Problem | None:
    """The first line that is no text, has more fields than the header, or is no JSON; None where there is none."""
    lines = _json_lines(source) if source.suffix.lower() in (".jsonl", ".ndjson") else _rows(source)
    found = next(lines, None)
    return found and Problem(file=str(source), line=found[0], column=1, wrong=found[1], mend=_MEND)


_MEND = "Mend this line, or leave it out; a file that is no UTF-8 can be saved as UTF-8."


_LINES = 1_000_000
"""Lines that are looked at: on the way to a later one somebody would wait for minutes."""


def _json_lines(source: Path) -> Iterator[tuple[int, str]]:
    with source.open("rb") as file:
        for number, line in enumerate(islice(file, _LINES), 1):
            try:
                if line.strip() and not isinstance(json.loads(line), dict):
                    yield number, "It is no JSON object."
            except (ValueError, RecursionError):
                yield number, "It is no JSON."


def _rows(source: Path) -> Iterator[tuple[int, str]]:
    yield from _no_text(source)
    with source.open(encoding="utf-8-sig", newline="") as file, suppress(csv.Error):
        header = file.readline()
        separator = separator_of(header.encode())
        width = len(next(csv.reader([header], delimiter=separator), []))
        for row in (reader := csv.reader(islice(file, _LINES), delimiter=separator)):
            if len(row) > width:
                yield reader.line_num + 1, f"It has {len(row)} fields, and the header has {width}."


def _no_text(source: Path) -> Iterator[tuple[int, str]]:
    with source.open("rb") as file:
        for number, line in enumerate(islice(file, _LINES), 1):
            try:
                line.decode("utf-8")
            except UnicodeDecodeError:
                yield number, "It is no UTF-8."
