"""Facts that follow from others, worked out one by one."""

from collections.abc import Iterator, Mapping

from salesdesign.conditions.walk import evaluate
from salesdesign.model.catalogue import Catalogue, Derived
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts


class DerivedFacts(Mapping[str, Value]):
    """Stated facts, and derived ones worked out when they are first asked for: few are, so few are worked out."""

    __slots__ = ("_catalogue", "_known")

    def __init__(self, facts: Facts, catalogue: Catalogue) -> None:
        self._known = dict(facts)
        self._catalogue = catalogue

    def __getitem__(self, name: str) -> Value:
        if name not in self._known:
            derived = self._catalogue.derived[name]
            self._known[name] = None  # a fact that follows from itself is unknown
            self._known[name] = banded(derived, evaluate(derived.value, self))
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter({**self._known, **self._catalogue.derived})

    def __len__(self) -> int:
        return len({**self._known, **self._catalogue.derived})


def banded(derived: Derived, value: Value) -> Value:
    """The band in which a value lies, lowest first; the value itself where the derived fact has no bands."""
    if not derived.bands or not isinstance(value, (int, float)):
        return value
    return next((band.id for band in reversed(derived.bands) if band.start <= value), None)
