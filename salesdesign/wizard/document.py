"""A facts file as a text in which single facts are given, by place: comments, order and unknown keys stay."""

import re
from collections.abc import Mapping, Sequence

from salesdesign.wizard.insertion import Found, added
from salesdesign.wizard.spans import Source, Uneditable, end_of, is_flow, source_of
from salesdesign.wizard.statement import Statement, behind, comment_lines, inserted
from salesdesign.yamltree import ListNode, MapNode, Node, Scalar, parse

FILE = "facts"
"""What the text is called in problems that nobody should see."""


def tree_of(text: str) -> MapNode:
    """The mapping that a text holds; an empty one where it holds nothing but comments."""
    if not re.search(r"^[^#\s]", text, re.MULTILINE):
        return MapNode((), 1, 1)
    tree = parse(text.encode(), FILE)
    return tree if isinstance(tree, MapNode) else MapNode((), 1, 1)


def put(text: str, statement: Statement, order: Sequence[str]) -> str:
    """The text with one fact given; `order` is that of the facts in the catalogue.

    Raises:
        Uneditable: the text is written in a way in which this cannot be done safely.
    """
    source, names = source_of(text), statement.name.split(".")
    found = _find(tree_of(text), names)
    if found.rest:
        changed = added(source, statement, found, order)
    else:
        changed = _replaced(source, statement, found.key, found.value)
    others = {place: value for place, value in values_of(text).items() if not _is_of(statement.name, place)}
    if values_of(changed) != {**others, **_as_values(statement)}:
        raise Uneditable
    return changed


def values_of(text: str) -> Mapping[str, str]:
    """Every single value of a text by its dotted place; empty ones and sections left out."""
    return {place: value for place, value in _flat(tree_of(text), "") if value}


def append_item(text: str, name: str, lines: Sequence[str], above: str) -> str:
    """The text with an item added to a list at its top level, which is begun where there is none.

    Raises:
        Uneditable: the list is written in a way in which this cannot be done safely.
    """
    source, tree = source_of(text), tree_of(text)
    entry = next((entry for entry in tree.entries if entry.key.text == name), None)
    if entry is None or not isinstance(entry.value, ListNode):
        if entry is not None:
            raise Uneditable
        block = [*comment_lines(above, ""), f"{name}:", *(f"  {line}" for line in lines)]
        return inserted(source, len(text), ["", *block] if tree.entries else block)
    if is_flow(entry.value, source):
        raise Uneditable
    indent = " " * (entry.value.column - 1)
    return inserted(source, source.next_line(end_of(entry.value, source)), [f"{indent}{line}" for line in lines])


def _find(tree: MapNode, names: list[str]) -> Found:
    found = Found(tree, None, tree, names)
    while found.rest and isinstance(found.value, MapNode):
        entry = next((entry for entry in found.value.entries if entry.key.text == found.rest[0]), None)
        if entry is None:
            return Found(found.value, found.key, found.value, found.rest)
        found = Found(found.value, entry.key, entry.value, found.rest[1:])
    return found


def _replaced(source: Source, statement: Statement, key: Scalar | None, value: Node) -> str:
    text = source.text
    colon = text.index(":", end_of(key, source) if key else 0) + 1
    start = source.offset(value)
    end = end_of(value, source)
    if isinstance(value, ListNode | MapNode) and not is_flow(value, source):
        tail = source.line_end(colon)
        return f"{text[:colon]} {statement.value}{text[colon:tail]}{text[end:]}"
    gap = "" if text[start - 1] == " " else " "
    tail = source.line_end(end)
    return f"{text[:start]}{gap}{statement.value}{_beside(text[end:tail], statement)}{text[tail:]}"


def _beside(comment: str, statement: Statement) -> str:
    """What follows the value: somebody's comment as it is, ours brought up to date."""
    ours = behind(statement.beside_before)
    return behind(statement.beside) if ours and comment == ours else comment


def _is_of(name: str, place: str) -> bool:
    return place == name or place.startswith((f"{name}.", f"{name}["))


def _as_values(statement: Statement) -> Mapping[str, str]:
    node = parse(f"v: {statement.value}".encode(), FILE)
    assert isinstance(node, MapNode)  # noqa: S101  it was just written as one
    return dict(_flat(node.entries[0].value, statement.name))


def _flat(node: Node, place: str) -> Sequence[tuple[str, str]]:
    if isinstance(node, Scalar):
        return [(place, node.text)]
    if isinstance(node, ListNode):
        return [
            (place, "[]"),
            *(pair for number, item in enumerate(node.items) for pair in _flat(item, f"{place}[{number}]")),
        ]
    return [pair for key, value in node.entries for pair in _flat(value, f"{place}.{key.text}" if place else key.text)]
