"""The advice: one plain document, of which every report is a view. Field names are those of its JSON."""

from collections.abc import Mapping
from dataclasses import field

from salesdesign.model.company import Values
from salesdesign.model.plan import Plan
from salesdesign.model.probing import Barred, Flip, WeightFlip, WorthKnowing
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleTrace:
    """One rule as it spoke about one option."""

    id: str
    outcome: str
    """met, not_met or unknown."""
    points: float
    """-3 strongly against .. 3 strongly for; 0 while unknown."""
    because: str
    """The reason where met; else what was found, or what would have to be known."""
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionTrace:
    """What a criterion gave one option."""

    id: str
    name: str
    weight: float
    points: float
    """-3 .. 3, after holding the sum of the rules within these bounds."""
    net: float
    """Weight times points."""
    rules: tuple[RuleTrace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GateTrace:
    """A gate that closes an option."""

    gate: str
    because: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much of an option, and who holds it."""

    people: float
    held_by: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """Shares of draws in which the choice stands, 0 to 1: the option, or exactly the same set of options."""

    judgement: float
    facts: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionAdvice:
    """How one option came out."""

    id: str
    name: str
    net: float
    """Net points: the weighted sum that decides."""
    score: float
    """The net shown on 0 to 100; 50 is nothing either way."""
    low: float
    high: float
    """The score at worst and at best once all is known."""
    rank: int | None
    """From 1; null for an excluded option."""
    excluded_by: tuple[GateTrace, ...]
    amount: Amount | None
    criteria: tuple[CriterionTrace, ...]
    chosen_in: Confidence | None = None
    """In which shares of draws this option is chosen; null where the decision was not probed."""
    acceptability: tuple[float, ...] = ()
    """In which share of draws of judgement it has rank 1, 2, ...; empty where it is excluded or was not probed."""
    affordable: bool | None = None
    """Whether the stated budget can pay for what is wanted with it; null where no plan was made for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionAdvice:
    """A decision, taken, with everything that was weighed."""

    chosen: tuple[str, ...]
    best_fit: str | None
    current: str | None
    verdict: str | None
    """change, keep or pilot; null where nothing is there to be changed."""
    next: str | None
    """For stages of growth: the one after the chosen one."""
    confidence: Confidence | None
    margin: float | None
    """Net points from the best fit to the runner-up."""
    options: tuple[OptionAdvice, ...]
    """Best first, excluded ones last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentAdvice:
    """A market that sells differently, and its own answer to the main decision."""

    name: str
    share: float
    structure: DecisionAdvice
    team: Mapping[str, float]
    """People by role at the end of the plan; empty where none was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """Something to do that matters for this company: why, by whom, and how to see that it works."""

    id: str
    topic: str
    priority: int
    """1 first .. 3 last."""
    title: str
    text: str
    because: str
    owner: str
    measure: str
    stop: str
    """What it puts an end to; empty where nothing ends."""
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerTrace:
    """A sign that a stage is over, and whether it shows."""

    id: str
    text: str
    outcome: str
    found: str
    """The company's own figures, or what would have to be known."""
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapStage:
    """A stage of growth on the way from today."""

    phase: str
    name: str
    from_quarter: str | None
    """In which the plan brings it about; null beyond its end, and where none was made."""
    trigger: tuple[TriggerTrace, ...]
    """What ends the stage before it."""
    actions: tuple[Practice, ...]
    last_because: str
    """Why no stage follows, where one would in another company."""
    structure: str | None
    headcount: float | None
    """Everyone at the end of that quarter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """What may go wrong with the advice, and what to do about it."""

    id: str
    text: str
    mitigation: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedClaim:
    """A claim with the document it comes from."""

    claim: str
    source: str


UNPLANNED = "unplanned"
"""The code of the doubt that says why an advice has no plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A doubt about the advice."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackStamp:
    """Which rules gave the advice."""

    name: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What was changed on the command line for this advice only."""

    facts: Mapping[str, str] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)


NO_CHANGES = Changes()


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Everything that was decided about one company, and why."""

    schema_version: int
    company: str
    pack: PackStamp
    changes: Changes
    facts: Values
    """Stated and derived, money in the company's currency."""
    unknown: tuple[str, ...]
    """Facts that the rules asked for in vain, most worth knowing first."""
    decisions: Mapping[str, DecisionAdvice]
    segments: tuple[SegmentAdvice, ...]
    roadmap: tuple[RoadmapStage, ...]
    practices: tuple[Practice, ...]
    risks: tuple[Risk, ...]
    evidence: Mapping[str, CitedClaim]
    warnings: tuple[Doubt, ...]
    worth: tuple[WorthKnowing, ...] = ()
    """What would be gained by knowing each fact that the main decision asked for in vain, the most first."""
    flips: tuple[Flip, ...] = ()
    """The smallest single changes that alter the main decision's choice, the smallest first."""
    barred: tuple[Barred, ...] = ()
    """Changes nearer than any flip that can never be."""
    weight_flips: tuple[WeightFlip, ...] = ()
    """How much more, or less, a criterion would have to count for another choice, the smallest change first."""
    plan: Plan | None = None
    """People, time and money for what was decided; null where none was asked for, or too little is known for one."""
