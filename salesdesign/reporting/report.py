"""The report as a whole: a header, sections of blocks, and the notes that they cite."""

from collections.abc import Mapping
from itertools import groupby
from operator import attrgetter

from salesdesign.model.advice import Advice
from salesdesign.records import dataclass
from salesdesign.reporting.blocks import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a reader sees first."""

    title: str
    kicker: str
    """What the page is about, and when the facts were true."""
    company: str
    answer: str
    """What to do, in a sentence that names the company."""
    headline: str
    """What to do, in a few words."""
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
    part: str = ""
    """Which part of the report it belongs to; empty for the first page."""


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
class ShortReport:
    """A view of an advice for a terminal."""

    header: Header
    brief: tuple[Section, ...]


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

    @property
    def first(self) -> Section:
        """The first page."""
        return self.sections[0]

    @property
    def parts(self) -> tuple[tuple[str, tuple[Section, ...]], ...]:
        """The sections after the first page, by the part that they belong to."""
        return tuple((part, tuple(found)) for part, found in groupby(self.sections[1:], key=attrgetter("part")))
