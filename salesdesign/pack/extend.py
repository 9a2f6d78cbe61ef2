"""A pack that extends another: its own files over those of the other, less what it takes away."""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from salesdesign.errors import BadInput
from salesdesign.pack import outline
from salesdesign.pack.folder import Folder, open_folder
from salesdesign.pack.merge import laid_over
from salesdesign.pack.page import Origin, Page, did_you_mean
from salesdesign.pack.remove import removed
from salesdesign.resources import rules_folder
from salesdesign.yamltree import ListNode, MapNode, Node, Scalar

_OWN = ("name", "version")
"""What a pack says of itself, whatever it extends."""
_ABOUT_THE_BASE = ("extends", "remove")


def with_base(own: Folder) -> Folder:
    """The folder, laid over that of the pack that it extends, where it extends one.

    Raises:
        BadInput: there is no such pack to extend.
        MachineFailed: one of its files cannot be read.
    """
    head = own.trees.get(outline.HEAD)
    if not isinstance(head, MapNode):
        return own
    keys = {entry.key.text: entry.value for entry in head.entries}
    page = own.page(outline.HEAD)
    if "extends" not in keys:
        if "remove" in keys:
            page.reject(keys["remove"], "There is nothing to remove from.", "Add `extends:`, or leave it away.")
        return own
    return _merged(_base(keys["extends"], page), own, keys, page)


def _base(name: Node, page: Page) -> Folder:
    base = open_folder(rules_folder())
    called = outline.text_of(base.trees.get(outline.HEAD), "name")
    if not isinstance(name, Scalar) or name.text != called:
        text = name.text if isinstance(name, Scalar) else "This"
        page.reject(name, f"{text} is no pack that can be extended.", did_you_mean(text, [called]))
        raise BadInput(page.problems)
    return base


def _merged(base: Folder, own: Folder, keys: dict[str, Node], page: Page) -> Folder:
    for key in _OWN:
        if key not in keys:
            page.reject(own.trees[outline.HEAD], f"{key} is missing.", f"Add `{key}:`.")
    trees = {**base.trees, **own.trees}
    for name in base.trees.keys() & own.trees.keys():
        trees[name] = laid_over(name, base.trees[name], own.trees[name])
    if "remove" in keys:
        trees = removed(trees, keys["remove"], page)
    trees[outline.HEAD] = _without_base(trees[outline.HEAD])
    names = [name for name in {**base.data, **own.data} if name in trees or name not in base.trees]
    return Folder(
        place=own.place,
        data={name: own.data.get(name, base.data.get(name, b"")) for name in sorted(names)},
        trees={name: trees[name] for name in sorted(trees)},
        problems=own.problems,
        lent={name: base.place for name in base.data if name not in own.data},
        elsewhere={id(node): origin for node, origin in _lent_nodes(base, own)},
        gone={name: _gone(name, base.trees, trees) for name in outline.texts_of(base.trees[outline.HEAD], "decisions")},
        extends=outline.text_of(base.trees[outline.HEAD], "name"),
        taken=_taken(keys.get("remove")),
        stamp=sha256(f"{base.digest}{own.digest}".encode()).hexdigest(),
    )


def _taken(wanted: Node | None) -> frozenset[str]:
    """Everything that is removed, as conditions and lists of ids name it."""
    kinds = [entry.value for entry in wanted.entries] if isinstance(wanted, MapNode) else []
    ids = [node.text for ids in kinds if isinstance(ids, ListNode) for node in ids.items if isinstance(node, Scalar)]
    return frozenset(name for one in ids for name in (one, f"benchmark.{one.replace('-', '_')}"))


def _gone(decision: str, before: Mapping[str, Node], after: Mapping[str, Node]) -> tuple[str, ...]:
    file = outline.decision_file(decision)
    left = set(outline.texts_of(after.get(file), "options"))
    return tuple(option for option in outline.texts_of(before.get(file), "options") if option not in left)


def _without_base(head: Node) -> Node:
    if not isinstance(head, MapNode):
        return head
    return head._replace(entries=tuple(entry for entry in head.entries if entry.key.text not in _ABOUT_THE_BASE))


def _lent_nodes(base: Folder, own: Folder) -> Iterator[tuple[Node, Origin]]:
    """Every value of a file that both packs have which comes from the other pack, with where it stands."""
    for name in base.trees.keys() & own.trees.keys():
        origin = Origin(f"{base.place}/{name}", base.data[name])
        yield from ((node, origin) for node in _nodes(base.trees[name]))


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    match node:
        case MapNode(entries=entries):
            for key, value in entries:
                yield key
                yield from _nodes(value)
        case ListNode(items=items):
            for item in items:
                yield from _nodes(item)
