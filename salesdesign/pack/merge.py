"""One tree of YAML laid over another: keys replace keys, entries of a list replace or join those of the same id."""

from collections.abc import Mapping
from dataclasses import field

from salesdesign.pack import outline
from salesdesign.records import dataclass
from salesdesign.yamltree import Entry, ListNode, MapNode, Node, Scalar


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a kind of mapping is laid over another of its kind; a key that is not named here is replaced whole."""

    lists: Mapping[str, str] = field(default_factory=dict)
    """Keys with a list of entries, each with the key that holds the id of an entry."""
    maps: frozenset[str] = frozenset()
    """Keys with a mapping of like to like."""
    entries: Mapping[str, "Layout"] = field(default_factory=dict)
    """How the entries of those lists are laid over each other, where not key by key."""


PLAIN = Layout()
_CRITERION = Layout(lists={"rules": "id"})
_DECISION = Layout(lists={"gates": "id"})
_OPTION = Layout(lists={"pros": "id", "cons": "id"})
_STAGE = Layout(lists={"triggers": "id", "actions": "id"})

MAPS: Mapping[str, Layout] = {
    outline.HEAD: PLAIN,
    outline.FACTS: Layout(
        lists={"facts": "name", "derived": "name", "consistency": "id"}, maps=frozenset({"sections", "proxies"})
    ),
    outline.EVIDENCE: Layout(
        lists={"sources": "id", "claims": "id", "contradictions": "id"}, maps=frozenset({"homeless"})
    ),
    outline.GLOSSARY: PLAIN,
    outline.TEXTS: Layout(maps=frozenset({"headings", "counts"})),
}
"""Files that hold one mapping."""
LISTS: Mapping[str, tuple[str, Layout]] = {
    outline.BENCHMARKS: ("id", PLAIN),
    outline.ROLES: ("role", PLAIN),
    outline.DEPARTMENTS: ("department", PLAIN),
    outline.PRACTICES: ("id", PLAIN),
    outline.RISKS: ("id", PLAIN),
    outline.ROADMAP: ("phase", _STAGE),
}
"""Files that hold a list, with the key of an entry's id."""


def laid_over(name: str, base: Node, own: Node) -> Node:
    """A file of a pack over the file of the same name of the pack that it extends."""
    if isinstance(base, ListNode) and isinstance(own, ListNode) and name in LISTS:
        return _list(base, own, *LISTS[name])
    if isinstance(base, MapNode) and isinstance(own, MapNode):
        return over(base, own, layout_of(name))
    return own


def layout_of(name: str) -> Layout:
    """How a file that holds one mapping is laid over another."""
    if name.startswith(outline.OPTIONS):
        return _OPTION
    if name.startswith(outline.DECISIONS):
        return _DECISION if name.endswith("/decision.yaml") else _CRITERION
    return MAPS.get(name, PLAIN)


def over(base: MapNode, own: MapNode, layout: Layout) -> MapNode:
    """A mapping over another; a key that is left empty takes away what the other has."""
    theirs = {entry.key.text: entry for entry in base.entries}
    mine = {entry.key.text: entry for entry in own.entries}
    both = {key: _value(key, theirs[key].value, mine[key].value, layout) for key in mine if key in theirs}
    kept = [Entry(mine[key].key, both[key]) if key in both else entry for key, entry in theirs.items()]
    added = [entry for key, entry in mine.items() if key not in theirs]
    return MapNode((*kept, *added), own.line, own.column)


def _value(key: str, base: Node, own: Node, layout: Layout) -> Node:
    if key in layout.lists and isinstance(base, ListNode) and isinstance(own, ListNode):
        return _list(base, own, layout.lists[key], layout.entries.get(key, PLAIN))
    if key in layout.maps and isinstance(base, MapNode) and isinstance(own, MapNode):
        return over(base, own, PLAIN)
    return own


def _list(base: ListNode, own: ListNode, named_by: str, layout: Layout) -> ListNode:
    mine = {id_of(item, named_by): item for item in own.items}
    known = {id_of(item, named_by) for item in base.items} - {""}
    kept = [_entry(item, mine.get(id_of(item, named_by)), layout) for item in base.items]
    added = [item for item in own.items if id_of(item, named_by) not in known]
    return ListNode((*kept, *added), own.line, own.column)


def _entry(base: Node, own: Node | None, layout: Layout) -> Node:
    if own is None or not isinstance(base, MapNode) or not isinstance(own, MapNode):
        return base if own is None else own
    return over(base, own, layout)


def id_of(item: Node, named_by: str) -> str:
    """The id of an entry; empty where it has none."""
    if not isinstance(item, MapNode):
        return ""
    found = (entry.value for entry in item.entries if entry.key.text == named_by)
    value = next(found, None)
    return value.text if isinstance(value, Scalar) else ""
