"""How the options of a decision stand: findings, contributions, standings, choice."""

from collections.abc import Mapping
from enum import StrEnum

from salesdesign.model.pack import Gate, Rule
from salesdesign.records import dataclass


class Outcome(StrEnum):
    """What a rule's question was answered with."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule asked of a company. Points are thousandths, by option."""

    rule: Rule
    outcome: Outcome
    points: Mapping[str, int]
    """What counts now: nothing while unknown."""
    low: Mapping[str, int]
    high: Mapping[str, int]
    """What the rule could come to once all is known; equal to `points` where nothing is open."""
    missing: tuple[str, ...] = ()
    """The facts that would have to be known to answer it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a criterion gives one option, in thousandths."""

    criterion: str
    weight: float
    points: int
    """Held within -3000 .. 3000."""
    net: int
    """Weight times points."""
    low: int
    high: int
    """The range of `net` while rules are open."""
    findings: tuple[Finding, ...]
    """Those that name the option, in the order of the pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A gate that closes an option."""

    gate: Gate
    missing: tuple[str, ...] = ()
    """Facts that would have to be known; set where a `requires` gate closes by silence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One option with everything that speaks for and against it."""

    option: str
    net: int
    low: int
    high: int
    """Nets, in thousandths."""
    contributions: tuple[Contribution, ...]
    closed: tuple[Closed, ...] = ()
    rank: int | None = None
    """From 1; None for a closed option."""


class Verdict(StrEnum):
    """What to do about today's organisation."""

    CHANGE = "change"
    KEEP = "keep"
    PILOT = "pilot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """A decision, taken."""

    decision: str
    standings: tuple[Standing, ...]
    """Ranked ones first, best first; closed ones after them, by net."""
    chosen: tuple[str, ...]
    best_fit: str | None
    current: str | None
    verdict: Verdict | None
    margin: int | None
    """Net thousandths from the best fit to the runner-up; None without a runner-up."""
    open_gates: tuple[Closed, ...] = ()
    """`excludes` gates whose condition is unknown: a doubt, not an exclusion."""
    dropped: tuple[str, ...] = ()
    """Options at or above the threshold that a limit left out."""
