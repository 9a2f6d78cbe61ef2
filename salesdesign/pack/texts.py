"""The facts that a text of a pack names, and whether it can be filled at all."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, TemplateSyntaxError, nodes

from salesdesign.pack.fields import Shape
from salesdesign.pack.page import Misread, did_you_mean
from salesdesign.pack.shapes import TEXT, scalar
from salesdesign.yamltree import Scalar

FILTERS = ("abs", "list_of", "money", "number", "people", "round", "share", "words")
"""What a text may do with a value after a bar."""

_FACT = r"([a-z_0-9]+(?:\.[a-z_0-9]+)*)"
_ARGUMENTS = r"\((?:'[^'{}]*'|[0-9]+)(?:, '[^'{}]*')?\)"
_SIMPLE = re.compile(rf"\{{\{{ {_FACT}(?: \| ([a-z_]+)(?:{_ARGUMENTS})?)? \}}\}}")
"""A fact, perhaps with a filter: most texts hold no more, and Jinja takes long to parse."""

_FORM = "Write {{ fact }} or {{ 'one' if fact > 1 else 'other' }}."


@dataclass(frozen=True, slots=True)
class Named:
    """What a text refers to."""

    facts: tuple[str, ...]
    """Dotted names as written, sorted."""
    tested: tuple[str, ...]
    """Those of them that an `if` asks about: there the text knows what to say where they are unknown."""
    filters: tuple[str, ...]


def template(names: Collection[str]) -> Shape[str]:
    """A text that may be filled with the facts of these names."""

    def read(node: Scalar) -> str:
        if "{" in node.text:
            _check(named_in(node.text), names)
        return node.text

    checked = scalar("a text", read, "")
    return Shape(lambda node, page: None if TEXT.read(node, page) is None else checked.read(node, page), "")


@lru_cache(maxsize=4096)
def named_in(text: str) -> Named:
    """What a text refers to.

    Raises:
        Misread: the text is no template.
    """
    if "{" not in _SIMPLE.sub("", text):
        found = _SIMPLE.findall(text)
        return Named(_sorted(fact for fact, _ in found), (), _sorted(name for _, name in found if name))
    try:
        tree = _environment().parse(text)
    except TemplateSyntaxError as error:
        raise Misread(f"The text cannot be filled: {error.message}.", _FORM) from error
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx != "load"}
    tested = (name for test in _tests(tree) for name in _paths(test, own))
    filters = {node.name for node in tree.find_all(nodes.Filter)}
    return Named(_sorted(_paths(tree, own)), _sorted(tested), _sorted(filters))


def _check(named: Named, names: Collection[str]) -> None:
    for name in named.facts:
        if name not in names:
            mend = did_you_mean(name, names) if "." in name else f"If a choice is meant, write '{name}' in quotes."
            raise Misread(f"The text names {name}, which is no fact.", mend)
    for name in named.filters:
        if name not in FILTERS:
            raise Misread(f"The text uses the filter {name}, which does not exist.", did_you_mean(name, FILTERS))


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))


def _tests(tree: nodes.Template) -> Iterator[nodes.Node]:
    yield from (node.test for node in tree.find_all(nodes.CondExpr))
    yield from (node.test for node in tree.find_all(nodes.If))


def _paths(node: nodes.Node, own: Collection[str]) -> Iterator[str]:
    """The dotted names read in a tree, without the names that the text itself makes (`for x in ...`)."""
    path = _path(node)
    if path is not None:
        if path.partition(".")[0] not in own:
            yield path
        return
    for child in node.iter_child_nodes():
        yield from _paths(child, own)


def _path(node: nodes.Node) -> str | None:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            before = _path(node.node)
            return None if before is None else f"{before}.{node.attr}"
        case _:
            return None


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(autoescape=False)  # noqa: S701 - nothing is rendered here, texts are only parsed
