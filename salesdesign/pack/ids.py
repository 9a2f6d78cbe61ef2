"""Ids that must differ from each other, and the names that one part of a pack may refer to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from salesdesign.conditions.scope import Scope
from salesdesign.model.catalogue import FactType
from salesdesign.pack.fields import Shape
from salesdesign.pack.page import Page
from salesdesign.yamltree import Node


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids of one kind that were met so far, with the place of each."""

    noun: str
    """"rule", "criterion": what the ids are of."""
    places: dict[str, str] = field(default_factory=dict)

    def fresh(self, shape: Shape[str]) -> Shape[str]:
        """The same shape for an id that nothing else of this kind may have."""

        def read(node: Node, page: Page) -> str | None:
            name = shape.read(node, page)
            if name is not None:
                self._take(name, node, page)
            return name

        return Shape(read, shape.blank)

    def _take(self, name: str, node: Node, page: Page) -> None:
        place = f"{page.file}:{node.line}"
        first = self.places.setdefault(name, place)
        if first != place:
            page.reject(node, f"{name} is already the id of a {self.noun} at {first}.", "Give each an id of its own.")


@dataclass(frozen=True, kw_only=True)
class Known:
    """What conditions, texts and lists of ids may refer to."""

    scope: Scope
    later: frozenset[str] = frozenset()
    """Decisions, as facts, that are taken only later than what is being read."""
    claims: Collection[str]
    roles: Collection[str]
    departments: Collection[str]
    rule_ids: Ids
    """Of rules and gates: unique in the whole pack."""

    @cached_property
    def facts(self) -> Mapping[str, FactType]:
        """The facts that a text may name."""
        return {name: kind for name, kind in self.scope.types.items() if name not in self.later}
