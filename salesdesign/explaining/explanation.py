"""The trace of one decision as plain data. Field names are those of its JSON."""

from collections.abc import Mapping

from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A fact that a condition names, with the value that was read."""

    fact: str
    title: str
    value: str
    """As a reader expects it, with unit and currency; "unknown" where nobody said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSeen:
    """One rule as it was asked."""

    id: str
    outcome: str
    """met, not_met or unknown."""
    asks: str
    """The condition as it is written, or the fact that its points are drawn over."""
    unless: str
    """The exception as it is written; empty without one."""
    readings: tuple[Reading, ...]
    points: Mapping[str, float]
    """By option that it names; 0 while it does not speak."""
    because: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionSeen:
    """A criterion with all of its rules."""

    id: str
    name: str
    weight: float
    points: Mapping[str, float]
    """By option: the sum of its rules, held within -3 and 3."""
    nets: Mapping[str, float]
    """By option: weight times points."""
    rules: tuple[RuleSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSeen:
    """One gate: which options it can close, and whether it does."""

    id: str
    kind: str
    """excludes or requires."""
    state: str
    """closed, open, or unknown: not closed, because what it asks is not known."""
    options: tuple[str, ...]
    asks: str
    readings: tuple[Reading, ...]
    because: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionSeen:
    """How an option came out."""

    id: str
    name: str
    net: float
    score: float
    rank: int | None
    """From 1; null while a gate closes it."""
    closed_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A criterion that makes a difference between the chosen option and another."""

    criterion: str
    name: str
    net: float
    """The other option's net less the chosen one's."""
    rules: tuple[str, ...]
    """Those whose points differ between the two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Why an option was chosen, or was not."""

    option: str
    against: str | None
    """The option it is held against: the chosen one, or the next best where it is chosen itself."""
    short: tuple[str, ...]
    """The answer in sentences, the point first."""
    gaps: tuple[Gap, ...]
    """The largest first."""
    changes: tuple[str, ...]
    """The smallest changes that would make it the choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The full trace of one decision."""

    company: str
    decision: str
    name: str
    question: str
    changed: str
    """What was changed for this run only; empty where nothing was."""
    chosen: tuple[str, ...]
    current: str | None
    verdict: str | None
    sure: tuple[str, ...]
    """How often the same comes out of the draws, in sentences."""
    options: tuple[OptionSeen, ...]
    """Best first, closed ones last."""
    gates: tuple[GateSeen, ...]
    criteria: tuple[CriterionSeen, ...]
    answer: Answer | None
    """Set where one option was asked for; then points and nets name it alone."""
