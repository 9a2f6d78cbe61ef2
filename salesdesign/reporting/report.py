"""The report as a whole: a header, sections of blocks, and the notes that they cite."""

from collections.abc import Mapping
from dataclasses import dataclass

from salesdesign.model.advice import Advice
from salesdesign.reporting.blocks import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a reader sees first."""

    title: str
    company: str
    headline: str
    """What to do, in a few words."""
    dated: str
    """When the facts were true; empty where nobody said."""
    changed: str
    """What was set beside the facts file, for this advice only; empty where nothing was."""
    stamp: str
    """Which rules gave the advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with its blocks."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A cited claim with the number that it bears in this report."""

    number: int
    id: str
    claim: str
    source: str
    """Who says it, and when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedSource:
    """A document that cited claims come from."""

    publisher: str
    title: str
    address: str
    """Empty, or http or https."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A view of an advice, every number and sentence decided."""

    advice: Advice
    """What it is a view of."""
    header: Header
    sections: tuple[Section, ...]
    brief: tuple[Section, ...]
    """The same said shortly, for a terminal."""
    notes: Mapping[str, Note]
    """By claim id, in the order in which they are cited."""
    sources: tuple[CitedSource, ...]
    words: Mapping[str, str]
    """What a newcomer may not know: words that the report uses, with their meanings."""
