"""How one entry of the rule pack is laid out as text."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from salesdesign.model.pack import Pack

Telling: TypeAlias = Callable[[], str]
"""Tells one entry."""


def cited(evidence: Iterable[str], pack: Pack) -> list[str]:
    """The claims that an entry rests on, one a line."""
    return [f"{claim}: {pack.claims[claim].claim}" for claim in evidence if claim in pack.claims]


def told(heading: str, parts: Mapping[str, str], lines: Iterable[str]) -> str:
    """A heading, named parts (empty ones left out), and lines below them."""
    named = [f"  {name}: {text}" for name, text in parts.items() if text]
    return "\n".join([heading, *named, *(f"    {line}" for line in lines)]) + "\n"
