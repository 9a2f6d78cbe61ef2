"""The facts of a catalogue as a tree of sections, the shape that they have in a file."""

from typing import TypeAlias

from salesdesign.model.catalogue import Catalogue, Fact

Nested: TypeAlias = dict[str, "Fact | Nested"]
"""Facts, and sections of facts, by their last name."""


def nested(catalogue: Catalogue) -> Nested:
    """All facts, section by section in the order of the catalogue."""
    tree: Nested = {section: {} for section in catalogue.sections}
    for name, fact in catalogue.facts.items():
        *sections, last = name.split(".")
        place = tree
        for section in sections:
            inner = place.setdefault(section, {})
            if isinstance(inner, Fact):
                raise ValueError(f"{inner.name} is a fact and a section of facts at once")
            place = inner
        place[last] = fact
    return {name: part for name, part in tree.items() if part}
