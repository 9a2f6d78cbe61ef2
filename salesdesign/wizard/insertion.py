"""Where a fact that a file does not have yet is put, so that the file keeps its order and its comments."""

import re
from collections.abc import Sequence

from salesdesign.records import dataclass
from salesdesign.wizard.spans import Source, Uneditable, end_of, is_flow
from salesdesign.wizard.statement import Statement, inserted, lines_of
from salesdesign.yamltree import Entry, MapNode, Node, Scalar


@dataclass(frozen=True, slots=True)
class Found:
    """How far the sections of a fact are there."""

    within: MapNode
    """The innermost mapping that is there."""
    key: Scalar | None
    """The last key that was found."""
    value: Node
    rest: list[str]
    """The names that are not there yet."""


def added(source: Source, statement: Statement, found: Found, order: Sequence[str]) -> str:
    """The text with a fact added to the innermost of its sections that is there.

    Raises:
        Uneditable: something else stands where the section is due.
    """
    if isinstance(found.value, Scalar):
        if found.value.text:
            raise Uneditable
        return _into_empty(source, statement, found)
    if found.value is not found.within:
        raise Uneditable
    if (found.within.entries and is_flow(found.within, source)) or _is_bare(source, found.within):
        return _into_flow(source, statement, found)
    return _into_block(source, statement, found, order)


def _is_bare(source: Source, mapping: MapNode) -> bool:
    """Whether a mapping is written as {}."""
    return source.text[source.offset(mapping) : source.offset(mapping) + 1] == "{"


def _into_flow(source: Source, statement: Statement, found: Found) -> str:
    place = source.offset(found.within) + 1
    value = statement.value
    for name in reversed(found.rest[1:]):
        value = f"{{{name}: {value}}}"
    comma = ", " if found.within.entries else ""
    return f"{source.text[:place]}{found.rest[0]}: {value}{comma}{source.text[place:]}"


def _into_empty(source: Source, statement: Statement, found: Found) -> str:
    if found.key is None:
        raise Uneditable
    indent = " " * (found.key.column + 1)
    offset = source.offset(found.key)
    ready = _behind_hash(source, statement, found, indent)
    return ready or inserted(source, source.next_line(offset), lines_of(statement, found.rest, indent))


def _into_block(source: Source, statement: Statement, found: Found, order: Sequence[str]) -> str:
    within = found.within
    indent = " " * (within.entries[0].key.column - 1) if within.entries else ""
    ready = _behind_hash(source, statement, found, indent)
    if ready:
        return ready
    lines = lines_of(statement, found.rest, indent)
    prefix = statement.name.removesuffix(".".join(found.rest))
    before = _predecessor(within.entries, prefix, statement.name, order)
    if before is not None:
        place = source.next_line(max(source.offset(before.key), end_of(before.value, source)))
    else:
        place = source.next_line(source.offset(found.key)) if found.key else _top(source, within)
    blank = [""] if found.key is None and before is not None else []
    return inserted(
        source, place, [*blank, *lines, *([""] if found.key is None and not before and within.entries else [])]
    )


def _predecessor(entries: Sequence[Entry], prefix: str, name: str, order: Sequence[str]) -> Entry | None:
    """The last entry that the catalogue puts before a fact."""
    place = {fact: number for number, fact in enumerate(order)}
    mine = place.get(name, len(order))
    earlier = None
    for entry in entries:
        full = prefix + entry.key.text
        theirs = [number for fact, number in place.items() if fact == full or fact.startswith(f"{full}.")]
        if theirs and min(theirs) < mine:
            earlier = entry
    return earlier


def _top(source: Source, tree: MapNode) -> int:
    """Where the first section may begin: right before the first one that is there, or at the end."""
    return source.starts[tree.entries[0].key.line - 1] if tree.entries else len(source.text)


def _behind_hash(source: Source, statement: Statement, found: Found, indent: str) -> str | None:
    """The text with a fact given on the line that holds it ready behind a '#', where there is one."""
    if len(found.rest) != 1 or found.key is None:
        return None
    start = source.next_line(source.offset(found.key))
    waiting = re.compile(rf"^{indent}#{re.escape(found.rest[0])}:[^\S\n]*(?P<tail>#[^\r\n]*)?\r?$", re.MULTILINE)
    end = re.compile(rf"^ {{0,{found.key.column - 1}}}[^\s#]", re.MULTILINE).search(source.text, start)
    line = waiting.search(source.text, start, end.start() if end else len(source.text))
    if line is None:
        return None
    tail = f"  {line['tail']}" if line["tail"] else ""
    stop = line.end() - (1 if line[0].endswith("\r") else 0)
    return f"{source.text[: line.start()]}{indent}{found.rest[0]}: {statement.value}{tail}{source.text[stop:]}"
