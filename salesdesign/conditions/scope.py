"""What a condition may name: facts with their types and choices, and figures."""

from collections.abc import Mapping

from salesdesign.model.catalogue import FactType
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that a condition may use; a name outside it is a mistake."""

    types: Mapping[str, FactType]
    """Every fact: stated, derived, decided."""
    choices: Mapping[str, tuple[str, ...]]
    """The values that a choice, or an item of a list of choices, can take; by fact."""
    figures: Mapping[str, float]
    """Numbers that stand for themselves, by dotted name: `benchmark.ID`."""
