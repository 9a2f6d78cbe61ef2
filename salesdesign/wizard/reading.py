"""The text of a facts file read for the wizard: what it states, what was declined, and keys that are not ours."""

from collections.abc import Collection, Iterator
from functools import lru_cache

from salesdesign.facts.names import NAME, SEGMENTS
from salesdesign.facts.outline import outline_of
from salesdesign.facts.validate import validate
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.company import Company
from salesdesign.records import dataclass
from salesdesign.wizard.document import FILE, tree_of
from salesdesign.yamltree import Entry, ListNode, MapNode, Node, Scalar

DECLINED = "null"
"""What stands in the file for a fact that was asked for and is not known; nothing at all means not asked yet."""

NAMELESS = "Your company"
_IN_SEGMENTS = frozenset({"name", "share"})


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsFile:
    """A facts file as the wizard sees it."""

    company: Company
    named: bool
    """Whether the file gives the company's name."""
    declined: frozenset[str]
    """Facts that were asked for and are not known."""
    foreign: tuple[str, ...]
    """Keys that the catalogue does not have; they stay in the file and are not read."""


@lru_cache(maxsize=64)
def read_text(text: str, catalogue: Catalogue, file: str = FILE) -> FactsFile:
    """What a text states. A company without a name is called as nobody is.

    Raises:
        BadInput: facts that are stated are wrong.
    """
    tree = tree_of(text)
    known = _known(tree, catalogue, "")
    named = any(place == NAME and value.text for place, value in _scalars(known, ""))
    company = validate(known, file, catalogue, {} if named else {NAME: NAMELESS})
    return FactsFile(
        company=company,
        named=named,
        declined=frozenset(place for place, value in _scalars(known, "") if value.text == DECLINED and value.plain),
        foreign=tuple(_foreign(tree, catalogue, "")),
    )


def _known(node: MapNode, catalogue: Catalogue, section: str, also: Collection[str] = ()) -> MapNode:
    """A mapping with only what the catalogue has, and the keys of `also`."""
    kept = (_inner(entry, catalogue, section) for entry in node.entries if _is_ours(entry, catalogue, section, also))
    return node._replace(entries=tuple(kept))


def _inner(entry: Entry, catalogue: Catalogue, section: str) -> Entry:
    name = section + entry.key.text
    if name == SEGMENTS and isinstance(entry.value, ListNode):
        items = (
            _known(item, catalogue, "", _IN_SEGMENTS) if isinstance(item, MapNode) else item
            for item in entry.value.items
        )
        return entry._replace(value=entry.value._replace(items=tuple(items)))
    if isinstance(entry.value, MapNode) and name in outline_of(catalogue).sections:
        return entry._replace(value=_known(entry.value, catalogue, f"{name}."))
    return entry


def _is_ours(entry: Entry, catalogue: Catalogue, section: str, also: Collection[str] = ()) -> bool:
    name = section + entry.key.text
    return name in catalogue.facts or name in outline_of(catalogue).sections or name == SEGMENTS or name in also


def _foreign(node: MapNode, catalogue: Catalogue, section: str) -> Iterator[str]:
    for entry in node.entries:
        name = section + entry.key.text
        if not _is_ours(entry, catalogue, section):
            yield name
        elif isinstance(entry.value, MapNode) and name in outline_of(catalogue).sections:
            yield from _foreign(entry.value, catalogue, f"{name}.")


def _scalars(node: Node, place: str) -> Iterator[tuple[str, Scalar]]:
    if isinstance(node, Scalar):
        yield place, node
    elif isinstance(node, MapNode):
        for key, value in node.entries:
            yield from _scalars(value, f"{place}.{key.text}" if place else key.text)
