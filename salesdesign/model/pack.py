"""A rule pack: what a field knows, as frozen data. Nothing here knows which field it is."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TypeAlias

from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import Expression, Value
from salesdesign.model.voice import NEUTRAL, Voice
from salesdesign.records import dataclass

POINT = 1000
"""Points and nets are held in whole thousandths, so that sums are exact and ties are ties."""

POINTS_LIMIT = 3 * POINT
"""A rule, and a criterion, speaks at most this strongly for or against an option."""

LIGHTEST, HEAVIEST = 0.001, 100
"""Of weights that are not zero: what is lighter is not felt, and beside what is heavier nothing is."""


def is_weight(number: float) -> bool:
    """Whether a criterion may weigh so much."""
    return number == 0 or LIGHTEST <= number <= HEAVIEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document that claims come from."""

    id: str
    title: str
    publisher: str
    """Author or publisher."""
    year: int | None = None
    address: str = ""
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a source says, in our words."""

    id: str
    source: str
    claim: str
    topic: str = ""
    option: str = ""
    """The option it speaks of, where it speaks of one."""
    note: str = ""
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A place where sources disagree, with the reading that the pack follows."""

    id: str
    topic: str
    claims: tuple[str, ...]
    text: str
    reading: str
    when: Expression | None = None
    """For which companies the disagreement matters; None for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmark:
    """A sourced planning figure, or a figure that is our judgement."""

    id: str
    metric: str
    segment: str
    typical: float | tuple[float, ...] | None
    unit: str
    low: float | None = None
    high: float | None = None
    year: int | None = None
    source_title: str
    source: str
    confidence: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Points as a straight line between given places on a number, level outside them."""

    places: tuple[tuple[float, int], ...]
    """(value of the fact, thousandths of a point), by rising value; at least two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Points for each choice of a fact; a choice that is not listed has none."""

    steps: Mapping[str, int]


Points: TypeAlias = int | Line | Steps
"""Thousandths of a point: one number where a rule has `when`, a line or steps where it has `over`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A reason for or against options. It has `when` (a condition) or `over` (a fact), never both."""

    id: str
    when: Expression | None = None
    over: str | None = None
    unless: Expression | None = None
    """Silent once this is known to hold."""
    asks: str
    """The condition as it is written, or the name of the fact."""
    exception: str = ""
    """`unless` as it is written."""
    points: Mapping[str, Points]
    """By option."""
    because: str
    """A template over the facts."""
    evidence: tuple[str, ...]
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What an option is judged on."""

    id: str
    name: str
    weight: float
    rules: tuple[Rule, ...]
    why: str = ""
    """Why it weighs what it weighs."""
    file: str = field(default="", compare=False)


class GateKind(StrEnum):
    """How a gate closes an option."""

    EXCLUDES = "excludes"
    """Closed once the condition is known to hold."""
    REQUIRES = "requires"
    """Closed until the condition is known to hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Closes options, with a reason."""

    id: str
    kind: GateKind
    options: tuple[str, ...]
    when: Expression
    asks: str
    because: str
    evidence: tuple[str, ...]
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How many options may be chosen at most while a condition holds."""

    when: Expression
    at_most: int
    because: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A pro or a con of an option, and for which companies it matters."""

    id: str
    text: str
    when: Expression | None = None
    """None: for every company that considers the option."""
    mitigation: str = ""
    """For a con: what to do about it."""
    evidence: tuple[str, ...]
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much of an option is called for while a condition holds, and who holds it."""

    when: Expression
    people: Expression
    held_by: str
    because: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One alternative of a decision."""

    id: str
    name: str
    summary: str
    plural: str = ""
    """How a sentence names more than one of it."""
    called: str = ""
    """How a sentence names it; empty where its name beside that of the decision reads well: "the island structure"."""
    pros: tuple[Remark, ...] = ()
    cons: tuple[Remark, ...] = ()
    wins_when: str = ""
    """In a sentence, the company for which this is the better answer."""
    roles: tuple[str, ...] = ()
    """The roles that make it up, in the order in which a customer meets them."""
    team: str = ""
    """What a team that holds all of these roles is called, where such teams repeat; else empty."""
    jobs_note: str = ""
    """A template: what is to be said beside a chart of these roles, such as where a small team begins."""
    amounts: tuple[Amount, ...] = ()
    """The first that holds is taken."""
    evidence: tuple[str, ...] = ()
    file: str = field(default="", compare=False)


class Choose(StrEnum):
    """How many options a decision ends with."""

    ONE = "one"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A question with its alternatives and everything that judges them."""

    id: str
    name: str
    question: str
    choose: Choose
    options: tuple[Option, ...]
    """From simple to complex; for stages, in order of growth."""
    criteria: tuple[Criterion, ...]
    gates: tuple[Gate, ...] = ()
    limits: tuple[Limit, ...] = ()
    scale: float = 18.0
    """The net at which a score is halfway from the middle to an end."""
    threshold: float = 0.0
    """Net points from which an option is chosen, where several can be."""
    inertia: float = 0.0
    """Net points by which another option must lead before today's is left."""
    current: str = ""
    """The fact that names today's option."""
    settled: Expression | None = None
    """While this is known to be false, changing now is a change too soon, and is piloted."""
    too_soon: str = ""
    """A template: why, in a sentence."""
    per_segment: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A doubt about the pack that its authors know of and live with."""

    code: str
    """The check that would find it."""
    about: str
    """The id of the rule, criterion, option or claim that it is about."""
    why: str
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """Everything that the engine needs to know of a field."""

    name: str
    version: str
    digest: str
    """sha256 over the names and bytes of the pack's files."""
    main: str
    """The decision that an advice is about."""
    stages: str
    """The decision whose options are stages of growth; empty where there is none."""
    catalogue: Catalogue
    decisions: tuple[Decision, ...]
    """In the order in which they are taken."""
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    contradictions: tuple[Contradiction, ...]
    benchmarks: Mapping[str, Benchmark]
    library: "Library"
    accepted: tuple[Accepted, ...] = ()
    extends: str = ""
    """The pack whose entries it inherits; empty where it stands alone."""
    organises: str = "the work"
    """What its main decision organises, as a sentence names it: "selling"."""
    voice: Voice = NEUTRAL

    def decision(self, identifier: str) -> Decision:
        """The decision of that id."""
        return next(decision for decision in self.decisions if decision.id == identifier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Advised:
    """A piece of advice that is given while a condition holds."""

    id: str
    topic: str
    when: Expression | None
    priority: int
    """1 first .. 3 last."""
    title: str
    text: str
    because: str
    owner: str = ""
    measure: str = ""
    stop: str = ""
    """What it puts an end to, where it does."""
    evidence: tuple[str, ...]
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazard:
    """A risk that runs while a condition holds."""

    id: str
    when: Expression | None
    text: str
    mitigation: str
    evidence: tuple[str, ...]
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A sign that a stage is over."""

    id: str
    when: Expression
    text: str
    """What it is, as a rule: "Two sellers reach their target quarter after quarter"."""
    evidence: tuple[str, ...]
    file: str = field(default="", compare=False)
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """What to do in a stage of growth, and what ends it."""

    phase: str
    triggers: tuple[Trigger, ...]
    actions: tuple[Advised, ...]
    last_when: Expression | None = None
    """While this is known to hold, the stage is the last one, and nothing pushes beyond it."""
    last_because: str = ""
    evidence: tuple[str, ...] = ()
    """For `last_because`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """How a role is paid under an option of the main decision; shares of on-target earnings."""

    option: str
    """Empty: under every option that is not listed."""
    fixed: float
    variable: float
    team: float
    """Of the variable part, the share that hangs on the team's result."""
    measured_on: str
    because: str
    evidence: tuple[str, ...] = ()


class Place(StrEnum):
    """Where a job stands in the organisation."""

    MANAGES = "manages"
    DIRECTS = "directs"
    LEADS = "leads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A job in the organisation."""

    id: str
    name: str
    plural: str
    department: str
    duties: tuple[str, ...]
    measures: tuple[str, ...]
    """What the role is held to (KPIs)."""
    hands_to: tuple[str, ...] = ()
    """Roles."""
    hands_over: str = ""
    """What goes across, and when it is accepted."""
    hire: str = ""
    """Whom to look for."""
    place: Place | None = None
    """None: among those who do the work."""
    pay: tuple[Pay, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Department:
    """A function, what it does and what it leaves to others."""

    id: str
    name: str
    does: tuple[str, ...]
    leaves: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What a pack knows beside its decisions: people, practices, risks, stages, words."""

    roles: Mapping[str, Role] = field(default_factory=dict)
    departments: tuple[Department, ...] = ()
    practices: tuple[Advised, ...] = ()
    risks: tuple[Hazard, ...] = ()
    stages: Mapping[str, Stage] = field(default_factory=dict)
    glossary: Mapping[str, str] = field(default_factory=dict)
    homeless: Mapping[str, str] = field(default_factory=dict)
    """Claims that no advice uses, each with the reason."""


Facts: TypeAlias = Mapping[str, Value]
"""What conditions see: stated and derived facts, money in US dollars."""
