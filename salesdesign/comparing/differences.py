"""What differs between two advices, as plain values."""

from salesdesign.comparing.moves import PlanMove, StageMove
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two that are compared."""

    company: str
    as_of: str
    """When its facts were true; empty where nobody said."""
    rules: str
    """The digest of the rules that gave the advice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A stated fact that differs."""

    fact: str
    title: str
    before: str | None
    """As a reader expects it; None while it is unknown."""
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleChange:
    """A rule that speaks differently."""

    rule: str
    criterion: str
    before: str | None
    """met, not_met or unknown; None where there is no such rule."""
    after: str | None
    moved: dict[str, float]
    """By option, the points that it gives more, or less."""
    because: str
    """What it says now."""
    facts: tuple[str, ...]
    """The facts that differ and that it reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionMove:
    """An option before and after; None where it is not among the options."""

    option: str
    name: str
    net_before: float | None
    net_after: float | None
    closed_before: tuple[str, ...]
    """The gates that exclude it."""
    closed_after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tip:
    """One thing that moved a choice."""

    what: str
    """A sentence."""
    swing: float | None
    """Net points that it moved from the one option to the other; None where no points did it."""
    rules: tuple[str, ...]
    """The rules or gates behind it."""
    facts: tuple[str, ...]
    """The facts that differ and that those read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMove:
    """A decision before and after."""

    decision: str
    name: str
    before: tuple[str, ...]
    """What was chosen."""
    after: tuple[str, ...]
    verdict_before: str | None
    verdict_after: str | None
    options: tuple[OptionMove, ...]
    """In the order of the later ranking."""
    rules: tuple[RuleChange, ...]
    tipped: tuple[Tip, ...]
    """What moved the choice, the strongest first; empty where it stands."""
    several: bool
    """Whether several options can be chosen: none of them is an answer, too."""

    @property
    def moved(self) -> bool:
        """Whether what is recommended differs."""
        return (self.before, self.verdict_before) != (self.after, self.verdict_after)


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentMove:
    """A segment whose structure differs; None where there is no such segment."""

    segment: str
    before: tuple[str, ...] | None
    after: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Titles that came, and titles that went."""

    came: tuple[str, ...]
    went: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything that differs between two advices."""

    before: Side
    after: Side
    facts: tuple[FactChange, ...]
    """In the order of the catalogue."""
    decisions: tuple[DecisionMove, ...]
    """All of them, the main one first."""
    decisive: tuple[tuple[str, ...], ...]
    """Sets of facts, each of which, put back as it was, brings the earlier choice of the main decision back."""
    segments: tuple[SegmentMove, ...]
    practices: Listed
    triggers: Listed
    """Signs that the stage of growth is over, that show now, or no longer do."""
    plan: PlanMove | None
    """None where there were no two plans to compare."""
    unplanned: tuple[str, str]
    """Why the one and the other have no plan although one was wanted; empty where that is not so."""
    roadmap: tuple[StageMove, ...]
    """Stages of growth that the plans reach at different times."""

    @property
    def same(self) -> bool:
        """Whether nothing that was compared differs."""
        return not (
            self.facts
            or self.segments
            or self.roadmap
            or (self.plan is not None and self.plan.moved)
            or any(move.moved or move.rules for move in self.decisions)
            or any((self.practices.came, self.practices.went, self.triggers.came, self.triggers.went))
        )
