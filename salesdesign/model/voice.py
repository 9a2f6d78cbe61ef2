"""How reports speak of what a pack organises, and which facts they read for it by name."""

from collections.abc import Mapping
from dataclasses import field

from salesdesign.records import dataclass

HEADINGS = (
    *("answer", "actions", "diagnosis", "scores", "reasons", "against", "alternatives", "trust"),
    *("jobs", "changes", "duties", "pay", "segments", "roadmap", "practices", "stop", "risks"),
    *("unknown", "disagreements", "ours", "evidence", "facts", "words"),
    *("plan", "moves", "scorecard", "compared", "marketing", "territories", "assumptions", "quarters", "transition"),
)
"""The parts of a report that a pack may give a heading of its own, beside its decisions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Facts that reports and checks read by name; empty where the pack has no such fact."""

    people: str = ""
    """How many people do the work."""
    managers: str = ""
    by_role: str = ""
    """What the facts that count the people of each role begin with, as headcount.roles."""
    affordable: str = ""
    """How many people the budget pays for."""
    span: str = ""
    """How many people a manager leads."""
    budget: str = ""
    """What it may all cost in a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """The words of one field in sentences that belong to none."""

    title: str = ""
    """A template: the title of a report; empty for one made of what the pack organises."""
    person: str = "person"
    people: str = "people"
    """Those who do the work, as a number of them is told: "12 sellers"."""
    leader: str = "Lead"
    """A template: who leads them all."""
    leader_note: str = ""
    """A template: what a chart remarks on that person."""
    headings: Mapping[str, str] = field(default_factory=dict)
    """By part of the report or decision."""
    counts: Counts = Counts()


NEUTRAL = Voice()
"""What is said of a pack that says nothing itself."""
