"""Facts that are lists of entries, each with fields of its own: territories."""

from collections.abc import Iterable
from difflib import get_close_matches

from salesdesign.facts.problems import Complaint, Problems, is_unknown
from salesdesign.facts.values import Stated, value_of
from salesdesign.model.catalogue import Fact
from salesdesign.model.company import Territory
from salesdesign.yamltree import ListNode, MapNode, Node, Scalar


def read_territories(fact: Fact, node: Node, problems: Problems) -> tuple[Territory, ...]:
    """The territories that a node lists."""
    found: dict[str, Territory] = {}
    for number, item in enumerate(entries_of(fact.name, node, problems), 1):
        values = _read_entry(fact, item, problems.within(f"{fact.name}.{number}."))
        name = str(values.get("name", number))
        if name in found:
            problems.add(item, f"{fact.name}.{number}.name", same_name(name))
        found[name] = Territory(
            name=name,
            sellers=_figure(values.get("sellers")),
            accounts=_figure(values.get("accounts")),
            potential=_figure(values.get("potential")),
        )
    return tuple(found.values())


def entries_of(name: str, node: Node, problems: Problems) -> Iterable[MapNode]:
    """The mappings of a list; whatever else stands there is noted."""
    if type(node) is ListNode:
        for number, item in enumerate(node.items, 1):
            if type(item) is MapNode:
                yield item
            else:
                problems.add(item, f"{name}.{number}", Complaint("An entry is a mapping.", _LIST))
    elif not is_unknown(node):
        problems.add(node, name, Complaint("A list of entries is due here.", _LIST))


_LIST = "Start it with '- name: ...', and write its other values below, indented like the name."


def same_name(name: str) -> Complaint:
    """What to say where two entries are called the same."""
    return Complaint(f"Two entries are called '{name}'.", "Give each a name of its own.")


def _read_entry(fact: Fact, item: MapNode, problems: Problems) -> dict[str, Stated]:
    fields = {field.name: field for field in fact.fields}
    values: dict[str, Stated] = {}
    for key, node in item.entries:
        if key.text in fields:
            values[key.text] = value_of(fields[key.text], node, problems)
        else:
            problems.add(key, key.text, _no_such_field(key, list(fields)))
    for field in fact.fields:
        if field.required and values.get(field.name) is None:
            problems.add(item, field.name, Complaint("It is missing.", f"Write '{field.name}: ...'."))
    return values


def _no_such_field(key: Scalar, fields: list[str]) -> Complaint:
    near = get_close_matches(key.text, fields, n=1)
    mend = f"Did you mean {' or '.join(near)}?" if near else f"There are {', '.join(fields)}."
    return Complaint("There is no such field.", mend)


def _figure(value: Stated) -> float | None:
    return value if isinstance(value, (int, float)) else None
