"""What is wrong with a row, said by the reader of facts files, so that a table and a file hear the same words."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import isnan

from salesdesign.errors import Problem
from salesdesign.facts.numbers import LARGEST
from salesdesign.facts.validate import problems_in
from salesdesign.model.catalogue import Catalogue, Fact, FactType
from salesdesign.yamltree import Entry, ListNode, MapNode, Node, Scalar

_LISTS = frozenset({FactType.CHOICES, FactType.NUMBERS})


def problems_of(row: int, cells: Mapping[str, object], catalogue: Catalogue, source: str) -> tuple[Problem, ...]:
    """Every problem of a row that is wrong; the line of a problem is the row, its column that of the table."""
    found = problems_in(row_tree(row, cells, catalogue), source, catalogue)
    return found or (Problem(file=source, line=row, column=1, wrong="This row cannot be read."),)


def reason(problem: Problem) -> str:
    """A problem without its place; how a file would nest a fact is of no use in a table."""
    return " ".join(filter(None, (problem.wrong, "" if "indented" in problem.mend else problem.mend)))


def row_tree(row: int, cells: Mapping[str, object], catalogue: Catalogue) -> MapNode:
    """The row as the facts file that it stands for."""
    return tree_of(row, ((column, name, cell) for column, (name, cell) in enumerate(cells.items(), 1)), catalogue)


def tree_of(row: int, cells: Iterable[tuple[int, str, object]], catalogue: Catalogue) -> MapNode:
    """Some cells of a row, each with its column and its fact, as a facts file."""
    nested: dict[str, object] = {}
    for column, name, cell in cells:
        *sections, last = name.split(".")
        place = nested
        for section in sections:
            place = place.setdefault(section, {})  # type: ignore[assignment]  # sections hold sections and nodes
        place[last] = node_of(catalogue.facts[name], cell, row, column)
    return _mapping(nested, row)


def node_of(fact: Fact, cell: object, row: int, column: int) -> Node:
    """A cell as it would stand in a facts file."""
    listed = fact.type in _LISTS and isinstance(cell, str) and cell.strip()
    return _node(_items(str(cell)) if listed else cell, row, column)


def _mapping(nested: Mapping[str, object], row: int) -> MapNode:
    entries = tuple(Entry(Scalar(name, True, row, 1), _below(part, row)) for name, part in nested.items())
    return MapNode(entries, row, 1)


def _below(part: object, row: int) -> Node:
    return _mapping(part, row) if isinstance(part, dict) else part  # type: ignore[return-value]  # what is no section is a node


def _node(cell: object, row: int, column: int) -> Node:
    if isinstance(cell, list):
        return ListNode(tuple(_node(item, row, column) for item in cell), row, column)
    text = _text(cell)
    return Scalar(text, text not in _NULLS, row, column)


_NULLS = frozenset({"~", "null", "Null", "NULL"})
"""Texts that say nothing in a facts file, while a table has a null of its own."""


def _items(cell: str) -> list[str]:
    """The items of a list that is written in one cell."""
    inner = cell.strip().strip("[] ")
    return [item.strip(' "') for item in inner.replace(";", ",").split(",")] if inner else []


def _text(cell: object) -> str:
    """A cell as it would be typed; a number that is none says nothing."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float() if isnan(cell):
            return ""
        case float() if cell.is_integer() and abs(cell) <= LARGEST:
            return str(int(cell))
        case date():
            return cell.isoformat()[:10]
        case _:
            return str(cell)
