"""The few kinds of block that a report is made of. They hold finished texts: templates only place them."""

from enum import StrEnum
from typing import ClassVar, TypeAlias

from salesdesign.records import dataclass

SHORT = 45
"""Labels up to so many letters stand beside their texts."""


class Tone(StrEnum):
    """Which way a point speaks."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A run of text, whole sentences as a rule."""

    text: str
    evidence: tuple[str, ...] = ()
    """Ids of the claims it rests on."""
    strong: bool = False
    anchor: str = ""
    """The id of a section that it leads to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A paragraph."""

    kind: ClassVar[str] = "prose"
    phrases: tuple[Phrase, ...]
    lead: bool = False
    """The paragraph that is read first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One bullet: a label that can be read alone, then the text."""

    label: str = ""
    text: str
    more: str = ""
    """A second thought, set apart: a mitigation, or when the opposite holds."""
    evidence: tuple[str, ...] = ()
    tone: Tone = Tone.NEUTRAL
    id: str = ""
    """Where a link can lead to."""
    worth: str = ""
    """What it counts for, in net points; empty where it is not counted."""

    @property
    def heading(self) -> str:
        """The label as it opens a sentence."""
        return self.label if not self.text or self.label.endswith(tuple("?.!:")) else f"{self.label}:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Bullets."""

    kind: ClassVar[str] = "points"
    items: tuple[Point, ...]

    @property
    def labelled(self) -> bool:
        """Whether the labels are short enough to stand in a column of their own."""
        return all(item.text and 0 < len(item.label) <= SHORT for item in self.items)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number that is seen at a glance."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The few numbers of the first page."""

    kind: ClassVar[str] = "figures"
    items: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One place in a table."""

    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's heading, and whether numbers stand under it."""

    title: str
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under headings; the first cell of a row is its heading."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()
    """A last row that sums up."""

    @property
    def wordy(self) -> bool:
        """Whether sentences stand in it, which need room."""
        return any(not column.numeric for column in self.columns[1:])


class Place(StrEnum):
    """How an option ended."""

    CHOSEN = "chosen"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One option's score with its band, 0 to 100."""

    name: str
    place: Place
    note: str
    """Short, beside the name: "recommended", "closed"."""
    score: float
    low: float
    high: float
    text: str
    """Score and band in words."""
    net: str
    """The net points, with their sign."""

    @property
    def band(self) -> float:
        """How wide the band is."""
        return self.high - self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreBars:
    """Options side by side on 0 to 100."""

    kind: ClassVar[str] = "score_bars"
    caption: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinBar:
    """One bar, with what it shows in words."""

    text: str
    width: float
    """0 to 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinRow:
    """One thing measured in several ways."""

    name: str
    bars: tuple[TwinBar, ...]
    """One for each series."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TwinBars:
    """Things side by side, each measured in the same few ways."""

    kind: ClassVar[str] = "twin_bars"
    caption: str
    series: tuple[str, ...]
    rows: tuple[TwinRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a stacked bar."""

    end: float
    """Where it ends, 0 to 100; it begins where the one before it ends."""
    series: int
    """From 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StackRow:
    """One stacked bar."""

    name: str
    text: str
    """What it comes to, in words."""
    parts: tuple[Part, ...]
    mark: float | None = None
    """Where a limit lies, 0 to 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """What wholes are made of, side by side."""

    kind: ClassVar[str] = "stack"
    caption: str
    series: tuple[str, ...]
    rows: tuple[StackRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """An outcome that is not certain, beside what is wanted; places from 0 to 100."""

    name: str
    text: str
    low: float
    middle: float
    high: float
    mark: float

    @property
    def band(self) -> float:
        """How wide the band is."""
        return round(self.high - self.low, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """Uncertain outcomes side by side."""

    kind: ClassVar[str] = "ranges"
    caption: str
    rows: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The place where a reader can try other weights of the criteria; without script it says how to do so elsewhere."""

    kind: ClassVar[str] = "weights"
    text: str
    command: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one criterion gives one option."""

    net: float
    text: str
    """The net points to the tenth, with their sign."""
    tone: Tone
    width: float
    """0 to 50: its length beside the largest in the picture, in percent of a half."""

    @property
    def start(self) -> float:
        """Where the bar begins, in percent, with zero in the middle."""
        return 50 - self.width if self.tone is Tone.AGAINST else 50.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionRow:
    """A criterion's shares, one for each option."""

    id: str
    name: str
    weight: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """What every criterion gives every option, and the sums."""

    kind: ClassVar[str] = "contributions"
    caption: str
    options: tuple[str, ...]
    closed: tuple[str, ...]
    """Those of the options that are ruled out."""
    rows: tuple[ContributionRow, ...]
    totals: tuple[str, ...]


class Fate(StrEnum):
    """What becomes of a job."""

    NEW = "new"
    ENDS = "ends"
    STAYS = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgNode:
    """A job or a group of jobs, and who reports there."""

    name: str
    job: str = ""
    """The id of the job; empty for a group."""
    people: str = ""
    """How many, in words; empty where nobody knows."""
    note: str = ""
    fate: Fate = Fate.STAYS
    children: tuple["OrgNode", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One organisation."""

    title: str
    root: OrgNode


@dataclass(frozen=True, slots=True, kw_only=True)
class OrgCharts:
    """Organisations beside each other."""

    kind: ClassVar[str] = "org_charts"
    charts: tuple[Chart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something to do, why, by whom, and how to see that it works."""

    id: str
    title: str
    text: str
    because: str = ""
    owner: str = ""
    measure: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Things to do."""

    kind: ClassVar[str] = "steps"
    numbered: bool = False
    items: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A line that leads to where it is told at length."""

    text: str
    who: str = ""
    """Whose it is."""
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Lines that lead on, in their order."""

    kind: ClassVar[str] = "links"
    items: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A sign that the next stage is due, and whether it shows."""

    text: str
    outcome: str
    """met, not_met or unknown."""
    answer: str
    """The outcome in words."""
    found: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage of growth."""

    name: str
    here: bool
    note: str
    text: str = ""
    triggers: tuple[Trigger, ...] = ()
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Stages in their order."""

    kind: ClassVar[str] = "timeline"
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A word and what it means."""

    term: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions:
    """Words explained."""

    kind: ClassVar[str] = "definitions"
    items: tuple[Definition, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """The place where all cited claims are listed."""

    kind: ClassVar[str] = "notes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """Blocks that are folded away."""

    kind: ClassVar[str] = "details"
    summary: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A part of the first page, with a heading of its own."""

    title: str
    blocks: tuple["Block", ...]
    id: str = ""
    wide: bool = False
    """Whether it needs the whole width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panels:
    """The first page: what a reader in a hurry takes along."""

    kind: ClassVar[str] = "panels"
    items: tuple[Panel, ...]


Block: TypeAlias = (
    Prose
    | Points
    | Figures
    | Table
    | ScoreBars
    | TwinBars
    | Stack
    | Ranges
    | Weights
    | Contributions
    | OrgCharts
    | Steps
    | Timeline
    | Definitions
    | Notes
    | Details
    | Links
    | Panels
)
