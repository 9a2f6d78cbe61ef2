"""What a page of the rule book is made of; every sentence is decided before it is placed."""

from typing import NamedTuple, TypeAlias

from salesdesign.records import dataclass


class Link(NamedTuple):
    """A text that leads somewhere."""

    text: str
    href: str


Told: TypeAlias = tuple[str | Link, ...]
"""A sentence with links in it."""


class Row(NamedTuple):
    """One thing that is said of an entry."""

    label: str
    lines: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry of a pack."""

    id: str
    """Its anchor."""
    title: str
    kind: str = ""
    """"rule", "gate": what it is."""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Entries under one heading."""

    id: str
    title: str
    lead: Told = ()
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page."""

    file: str
    """Without folder: "facts.html"."""
    title: str
    lead: Told = ()
    sections: tuple[Section, ...] = ()


def row(label: str, *lines: str | Link | Told) -> Row:
    """A row of lines; empty ones are left out."""
    told = (line if isinstance(line, tuple) and not isinstance(line, Link) else (line,) for line in lines)
    return Row(label, tuple(line for line in told if any(line)))


def rows(*given: Row) -> tuple[Row, ...]:
    """Those rows that say something."""
    return tuple(each for each in given if each.lines)
