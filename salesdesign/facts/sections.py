"""The nested sections of a facts file as facts with dotted names."""

from collections.abc import Iterable
from typing import NamedTuple

from salesdesign.facts.outline import outline_of
from salesdesign.facts.problems import Complaint, Problems, is_unknown
from salesdesign.facts.unknown import dotted, no_such_fact
from salesdesign.facts.values import Stated, value_of
from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.yamltree import Entry, MapNode, Node, Scalar


class Stating(NamedTuple):
    """What a file, or a part of it, states: filled while it is read."""

    values: dict[str, Stated]
    nodes: dict[str, Node]
    """Where each value stands."""
    records: dict[str, Node]
    """The lists of entries, not read yet."""


def nothing_stated() -> Stating:
    """A statement to be filled."""
    return Stating({}, {}, {})


def read_sections(
    entries: Iterable[Entry], catalogue: Catalogue, problems: Problems, stating: Stating, section: str = ""
) -> None:
    """Fills `stating` with the facts of a section and of those nested in it; `section` is empty or ends with a dot."""
    facts = catalogue.facts
    for key, node in entries:
        name = section + key.text
        fact = None if "." in key.text else facts.get(name)
        if fact is None:
            refused = _no_section(name, key, node, catalogue)
            if refused:
                problems.add(refused[0], name, refused[1])
            elif type(node) is MapNode:
                read_sections(node.entries, catalogue, problems, stating, f"{name}.")
        elif fact.type is FactType.RECORDS:
            stating.records[name] = node
        else:
            value = value_of(fact, node, problems)
            if value is not None:
                stating.values[name] = value
                stating.nodes[name] = node


def _no_section(name: str, key: Scalar, node: Node, catalogue: Catalogue) -> tuple[Node, Complaint] | None:
    """Why an entry is no section of facts, and what is to blame; None for one that is, or that is empty."""
    if "." in key.text:
        return key, dotted(name, catalogue)
    if name not in outline_of(catalogue).sections:
        return key, no_such_fact(name, catalogue)
    if type(node) is MapNode or is_unknown(node):
        return None
    return node, _facts_are_due(name, catalogue)


def _facts_are_due(name: str, catalogue: Catalogue) -> Complaint:
    first = next((fact for fact in catalogue.facts if fact.startswith(f"{name}.")), f"{name}.fact")
    mend = f"Write facts below it, indented, such as '{first.removeprefix(name + '.').partition('.')[0]}: ...'."
    return Complaint("A single value or a list stands where facts are due.", mend)
