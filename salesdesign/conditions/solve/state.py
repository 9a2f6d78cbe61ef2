"""What has been settled about facts on the way to a model: known or not, which values, which bounds."""

from dataclasses import replace
from typing import TypeAlias

from salesdesign.conditions.solve.linear import FALSE, Bound, tightened
from salesdesign.model.expression import Value
from salesdesign.records import dataclass

Words: TypeAlias = tuple[frozenset[Value] | None, frozenset[Value]]
"""The values that a fact may still have (None: any), and those that it may not have."""


@dataclass(frozen=True, slots=True)
class State:
    """Settled so far; nothing in it contradicts itself where that shows at once."""

    known: "dict[str, bool]"
    words: "dict[str, Words]"
    """Of facts with one value that is no number."""
    items: "dict[str, tuple[frozenset[str], frozenset[str]]]"
    """Of lists: what they hold, and what they do not."""
    bounds: tuple[Bound, ...] = ()

    def knowing(self, name: str, *, known: bool) -> "State | None":
        """The state in which a fact is known, or is not; None where the opposite is settled."""
        settled = self.known.get(name)
        if settled is not None:
            return self if settled is known else None
        return replace(self, known={**self.known, name: known})

    def bounded(self, *bounds: Bound) -> "State":
        """The state with more bounds on numbers."""
        kept = self.bounds
        for bound in bounds:
            kept = tightened(kept, bound)
        return replace(self, bounds=kept)

    @property
    def contradicts(self) -> bool:
        """Whether a number can have no value any more."""
        return FALSE in self.bounds

    def allowing(self, name: str, values: frozenset[Value]) -> "State | None":
        """The state in which a fact has one of these values."""
        allowed, denied = self.words.get(name, (None, frozenset()))
        left = (values if allowed is None else allowed & values) - denied
        return replace(self, words={**self.words, name: (left, denied)}) if left else None

    def denying(self, name: str, values: frozenset[Value]) -> "State | None":
        """The state in which a fact has none of these values."""
        allowed, denied = self.words.get(name, (None, frozenset()))
        left = None if allowed is None else allowed - values
        if left is not None and not left:
            return None
        return replace(self, words={**self.words, name: (left, denied | values)})

    def holding(self, name: str, item: str, *, held: bool) -> "State | None":
        """The state in which a list holds an item, or does not."""
        inside, outside = self.items.get(name, (frozenset(), frozenset()))
        if item in (outside if held else inside):
            return None
        settled = (inside | {item}, outside) if held else (inside, outside | {item})
        return replace(self, items={**self.items, name: settled})


EMPTY = State({}, {}, {})
