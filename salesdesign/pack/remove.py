"""What a pack takes away from the one that it extends, by kind and id."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from salesdesign.pack import outline
from salesdesign.pack.merge import id_of
from salesdesign.pack.page import Page, did_you_mean
from salesdesign.yamltree import Entry, ListNode, MapNode, Node, Scalar

Trees: TypeAlias = dict[str, Node]

_IN_FILES: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "facts": ((outline.FACTS, "facts", "name"), (outline.FACTS, "derived", "name")),
    "consistency": ((outline.FACTS, "consistency", "id"),),
    "sources": ((outline.EVIDENCE, "sources", "id"),),
    "claims": ((outline.EVIDENCE, "claims", "id"),),
    "contradictions": ((outline.EVIDENCE, "contradictions", "id"),),
    "benchmarks": ((outline.BENCHMARKS, "", "id"),),
    "roles": ((outline.ROLES, "", "role"),),
    "departments": ((outline.DEPARTMENTS, "", "department"),),
    "practices": ((outline.PRACTICES, "", "id"),),
    "risks": ((outline.RISKS, "", "id"),),
    "stages": ((outline.ROADMAP, "", "phase"),),
}
"""Kinds whose entries lie in lists: the file, the key of the list (none: the file itself), and the key of an id."""


def removed(trees: Trees, wanted: Node, page: Page) -> Trees:
    """The trees without what `remove:` names; what it names in vain is noted."""
    if not isinstance(wanted, MapNode):
        page.reject(wanted, "`remove` is a mapping of kinds to ids.", "Write {rules: [...], options: [...]}.")
        return trees
    for kind, ids in wanted.entries:
        remove = _KINDS.get(kind.text)
        if remove is None:
            page.reject(kind, f"{kind.text} cannot be removed.", did_you_mean(kind.text, _KINDS))
        elif not isinstance(ids, ListNode):
            page.reject(ids, "A list of ids is due here.", "Write [a, b].")
        else:
            for node in ids.items:
                trees = _one(trees, node, kind.text, page)
    return trees


def _one(trees: Trees, node: Node, kind: str, page: Page) -> Trees:
    name = node.text if isinstance(node, Scalar) else ""
    left = _KINDS[kind](trees, kind, name)
    if left == trees:
        page.reject(node, f"There is nothing called {name!r} among the {kind} to remove.", _meant(trees, kind, name))
    return left


def _meant(trees: Trees, kind: str, name: str) -> str:
    """What was probably meant, or where all ids of the kind are told."""
    lists = (_listed(trees.get(file), key) for file, key, _ in _IN_FILES.get(kind, ()))
    ids = [id_of(item, named_by) for items in lists for item in items for _, _, named_by in _IN_FILES[kind]]
    return did_you_mean(name, [found for found in ids if found]) or "`salesdesign rules list` tells what there is."


def _listed(tree: Node | None, key: str) -> tuple[Node, ...]:
    """The entries of a file, or of the list under a key of it."""
    found = tree
    if key:
        entries = tree.entries if isinstance(tree, MapNode) else ()
        found = next((entry.value for entry in entries if entry.key.text == key), None)
    return found.items if isinstance(found, ListNode) else ()


def _from_lists(trees: Trees, kind: str, name: str) -> Trees:
    changed = dict(trees)
    for file, key, named_by in _IN_FILES[kind]:
        if file in changed:
            changed[file] = _without(changed[file], key, named_by, name)
    return changed


def _rules(trees: Trees, _: str, name: str) -> Trees:
    return {file: _without(tree, "rules", "id", name) for file, tree in trees.items()}


def _gates(trees: Trees, _: str, name: str) -> Trees:
    return {file: _without(tree, "gates", "id", name) for file, tree in trees.items()}


def _criteria(trees: Trees, _: str, name: str) -> Trees:
    decision, _, criterion = name.rpartition(".")
    prefix = f"{outline.DECISIONS}{decision}/" if decision else outline.DECISIONS
    return {
        file: tree
        for file, tree in trees.items()
        if not (file.startswith(prefix) and id_of(tree, "criterion") == criterion)
    }


def _decisions(trees: Trees, _: str, name: str) -> Trees:
    left = {file: tree for file, tree in trees.items() if not file.startswith(f"{outline.DECISIONS}{name}/")}
    return {**left, outline.HEAD: _changed(left[outline.HEAD], "decisions", lambda listed: _unlisted(listed, name))}


def _words(trees: Trees, _: str, name: str) -> Trees:
    glossary = trees.get(outline.GLOSSARY)
    return trees if glossary is None else {**trees, outline.GLOSSARY: _unkeyed(glossary, name)}


def _options(trees: Trees, _: str, name: str) -> Trees:
    """The trees without an option: its file, its place in its decision, its points, the gates that close only it."""
    left = {file: tree for file, tree in trees.items() if file != f"{outline.OPTIONS}{name}.yaml"}
    heads = [
        file for file in left if file.endswith("/decision.yaml") and name in outline.texts_of(left[file], "options")
    ]
    for head in heads:
        left[head] = _ungated(_changed(left[head], "options", lambda listed: _unlisted(listed, name)), name)
        folder = head.removesuffix("decision.yaml")
        for file in [file for file in left if file.startswith(folder) and file != head]:
            left[file] = _changed(left[file], "rules", lambda rules: _speaking(_each(rules, _without_points(name))))
    decided = {f"decided.{head.split('/')[1]}" for head in heads}
    left = {
        file: _changed(tree, "rules", lambda rules: _each(rules, lambda rule: _stepless(rule, decided, name)))
        for file, tree in left.items()
    }
    if outline.ROLES in left:
        left[outline.ROLES] = _each(left[outline.ROLES], lambda role: _without(role, "pay", "option", name))
    return left


_KINDS: Mapping[str, Callable[[Trees, str, str], Trees]] = {
    **dict.fromkeys(_IN_FILES, _from_lists),
    "rules": _rules,
    "gates": _gates,
    "criteria": _criteria,
    "decisions": _decisions,
    "options": _options,
    "words": _words,
}


def _without(tree: Node, key: str, named_by: str, name: str) -> Node:
    """A list, or the list under a key, without the entry of an id."""
    if key:
        return _changed(tree, key, lambda listed: _without(listed, "", named_by, name))
    if not isinstance(tree, ListNode):
        return tree
    return tree._replace(items=tuple(item for item in tree.items if id_of(item, named_by) != name))


def _changed(tree: Node, key: str, change: Callable[[Node], Node]) -> Node:
    """A mapping with the value of one key changed, where it has it; the very same one where nothing changed."""
    if not isinstance(tree, MapNode):
        return tree
    entries = tuple(Entry(entry.key, change(entry.value)) if entry.key.text == key else entry for entry in tree.entries)
    return tree if entries == tree.entries else tree._replace(entries=entries)


def _each(tree: Node, change: Callable[[Node], Node]) -> Node:
    return tree._replace(items=tuple(map(change, tree.items))) if isinstance(tree, ListNode) else tree


def _unlisted(tree: Node, name: str) -> Node:
    if not isinstance(tree, ListNode):
        return tree
    return tree._replace(
        items=tuple(item for item in tree.items if not (isinstance(item, Scalar) and item.text == name))
    )


def _unkeyed(tree: Node, name: str) -> Node:
    if not isinstance(tree, MapNode):
        return tree
    return tree._replace(entries=tuple(entry for entry in tree.entries if entry.key.text != name))


def _without_points(option: str) -> Callable[[Node], Node]:
    """Takes an option from the points of a rule."""
    return lambda rule: _changed(rule, "points", lambda points: _unkeyed(points, option))


def _speaking(rules: Node) -> Node:
    """The rules that still speak of an option."""
    if not isinstance(rules, ListNode):
        return rules
    return rules._replace(items=tuple(rule for rule in rules.items if not _is_silent(rule)))


def _is_silent(rule: Node) -> bool:
    entries = rule.entries if isinstance(rule, MapNode) else ()
    points = next((entry.value for entry in entries if entry.key.text == "points"), None)
    return isinstance(points, MapNode) and not points.entries


def _stepless(rule: Node, decided: set[str], option: str) -> Node:
    """A rule over the decision that lost an option, without the steps for it."""
    if id_of(rule, "over") not in decided:
        return rule
    return _changed(rule, "points", lambda points: _values(points, lambda steps: _unkeyed(steps, option)))


def _values(tree: Node, change: Callable[[Node], Node]) -> Node:
    if not isinstance(tree, MapNode):
        return tree
    return tree._replace(entries=tuple(Entry(entry.key, change(entry.value)) for entry in tree.entries))


def _ungated(head: Node, option: str) -> Node:
    """A decision whose gates no longer name an option; those that named no other are gone."""

    def kept(gates: Node) -> Node:
        if not isinstance(gates, ListNode):
            return gates
        changed = [_changed(_changed(gate, "excludes", less), "requires", less) for gate in gates.items]
        return gates._replace(
            items=tuple(
                gate for gate in changed if outline.texts_of(gate, "excludes") or outline.texts_of(gate, "requires")
            )
        )

    def less(options: Node) -> Node:
        return _unlisted(options, option)

    return _changed(head, "gates", kept)
