"""What follows from a catalogue alone, worked out once for all the companies that it is asked about."""

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from salesdesign.facts.checks import Checks, compile_checks
from salesdesign.model.catalogue import Catalogue


class Outline(NamedTuple):
    """What the reading of a file asks a catalogue again and again."""

    sections: frozenset[str]
    """The names of all sections and of those nested in them."""
    required: tuple[str, ...]
    parts: Mapping[str, int]
    """How many shares each whole has."""
    whole_of: Mapping[str, str]
    """By share, the whole that it is a part of."""
    broken: Checks


@lru_cache(maxsize=4)
def outline_of(catalogue: Catalogue) -> Outline:
    """The outline of a catalogue."""
    facts = catalogue.facts.values()
    return Outline(
        sections=frozenset(
            [*catalogue.sections, *(section for name in catalogue.facts for section in _sections(name))]
        ),
        required=tuple(fact.name for fact in facts if fact.required),
        parts=Counter(fact.whole for fact in facts if fact.whole),
        whole_of={fact.name: fact.whole for fact in facts if fact.whole},
        broken=compile_checks(catalogue),
    )


def _sections(name: str) -> list[str]:
    """The sections around a fact, outermost first."""
    parts = name.split(".")[:-1]
    return [".".join(parts[: depth + 1]) for depth in range(len(parts))]
