"""What a page of the deck is made of; every number and sentence is decided before it is placed."""

from typing import TypeAlias

from salesdesign.records import dataclass
from salesdesign.reporting.blocks import Chart, Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The answer, with the few numbers that stand behind it."""

    kicker: str
    lead: str
    figures: tuple[Figure, ...]
    begin: tuple[str, ...]
    """What to begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A reason: its name, the sentence, what it counts for."""

    label: str
    text: str
    worth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Reasons, one below the other."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table; the widths of its columns are parts of the whole."""

    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Numbers of one kind, one for each category."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graph:
    """A native chart, and what is to be read in it beside it."""

    kind: str
    """bars, columns, stacked or lines."""
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    format: str
    """How numbers are shown, as spreadsheets write it."""
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """The organisation today and proposed."""

    charts: tuple[Chart, ...]
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A stage on the road."""

    name: str
    note: str
    here: bool
    text: str
    signs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """Stages in their order."""

    stops: tuple[Stop, ...]


Body: TypeAlias = Cover | Lines | Grid | Graph | Trees | Road


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One idea: a title that says it, and what shows it."""

    title: str
    body: Body
    evidence: tuple[str, ...] = ()
    """The claims that it rests on, for the line at its foot and for the notes of whoever presents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """All pages, and what stands at the foot of each."""

    company: str
    stamp: str
    slides: tuple[Slide, ...]
    feet: tuple[str, ...]
    """For each page whom it quotes; empty where nobody."""
    notes: tuple[str, ...]
    """For each page what its sources say."""
