"""An advice written by hand: a stalled ten-person island team is told to become an assembly line."""

from dataclasses import replace

from salesdesign.model.advice import (
    Advice,
    Amount,
    Changes,
    CitedClaim,
    CriterionTrace,
    DecisionAdvice,
    Doubt,
    GateTrace,
    OptionAdvice,
    PackStamp,
    Practice,
    Risk,
    RoadmapStage,
    RuleTrace,
    TriggerTrace,
)
from tests.reporting.small_pack import PACK


def rule(name: str, points: float, because: str, claim: str, outcome: str = "met") -> RuleTrace:
    """A rule that cites one claim."""
    return RuleTrace(id=name, outcome=outcome, points=points, because=because, evidence=(claim,))


def criterion(name: str, title: str, weight: float, *rules: RuleTrace) -> CriterionTrace:
    """A criterion whose points are those of its rules."""
    points = round(sum(found.points for found in rules), 3)
    return CriterionTrace(
        id=name, name=title, weight=weight, points=points, net=round(weight * points, 3), rules=tuple(rules)
    )


def option(
    name: str, title: str, rank: int | None, criteria: tuple[CriterionTrace, ...], band: float = 5
) -> OptionAdvice:
    """An option whose net is the sum of its criteria, and whose score is within its band."""
    net = round(sum(part.net for part in criteria), 3)
    score = round(50 + 50 * net / (abs(net) + 18), 1)
    return OptionAdvice(
        id=name,
        name=title,
        net=net,
        score=score,
        low=max(0.0, score - band),
        high=min(100.0, score + band),
        rank=rank,
        excluded_by=(),
        amount=None,
        criteria=criteria,
    )


def decision(*options: OptionAdvice, chosen: tuple[str, ...] = ()) -> DecisionAdvice:
    """A decision without a past."""
    return DecisionAdvice(
        chosen=chosen,
        best_fit=chosen[0] if chosen else None,
        current=None,
        verdict=None,
        next=None,
        confidence=None,
        margin=None,
        options=options,
    )


SECOND_JOB = "Sellers spend 45% of their week on a second job."
FEW = "10 sellers can fill one set of roles, not two."
OPEN = "Not known: deal.win_rate."


def _criteria(work: float, size: float) -> tuple[CriterionTrace, ...]:
    return (
        criterion("work", "Work worth dividing", 2, rule("second-job", work, SECOND_JOB, "A-1")),
        criterion("size", "Team size", 3, rule("enough-people", size, FEW, "B-2")),
        criterion("wins", "Winning", 1, rule("few-wins", 0, OPEN, "B-2", "unknown")),
    )


LINE = option("assembly_line", "Assembly line", 1, _criteria(2.333, 0.75))
ISLAND = option("island", "Island", 2, _criteria(-2, 1))
POD = replace(
    option("pod", "Pod", None, _criteria(1, -1)),
    excluded_by=(GateTrace(gate="pod-needs-more", because="10 sellers cannot fill two pods.", evidence=("B-2",)),),
)

STRUCTURE = replace(
    decision(LINE, ISLAND, POD, chosen=("assembly_line",)),
    current="island",
    verdict="change",
    margin=round(LINE.net - ISLAND.net, 3),
)


def step(name: str, topic: str, priority: int, stop: str = "") -> Practice:
    """A thing to do."""
    return Practice(
        id=name,
        topic=topic,
        priority=priority,
        title=name.replace("-", " ").capitalize(),
        text="Do it this month.",
        because="10 sellers wait for it.",
        owner="sales lead",
        measure="hours a week",
        stop=stop,
        evidence=("A-1",),
    )


SIGN = TriggerTrace(
    id="second-task",
    text="A second task takes a fifth of the week",
    outcome="met",
    found="headcount.secondary_share is 45%",
    evidence=("A-1",),
)


def stage(name: str, title: str, signs: tuple[TriggerTrace, ...], actions: tuple[Practice, ...]) -> RoadmapStage:
    """A stage of growth."""
    return RoadmapStage(
        phase=name,
        name=title,
        from_quarter=None,
        trigger=signs,
        actions=actions,
        last_because="",
        structure=None,
        headcount=None,
    )


LEADS = option(
    "lead_quality",
    "Lead quality",
    1,
    (criterion("told", "Complaints", 2, rule("poor-leads", 2, "You name poor leads.", "A-2")),),
)
FIT = option(
    "structure_fit", "The structure", 2, (criterion("told", "Complaints", 2, rule("crowded", 3, SECOND_JOB, "A-1")),)
)
PRODUCT = option(
    "product", "Product", 2, (criterion("lines", "Lines", 1, rule("few-lines", 1, "You sell one line.", "B-2")),)
)
REGIONS = option(
    "geography",
    "Geography",
    1,
    (criterion("places", "Places", 2, rule("far", 2, "Customers sit in 3 regions.", "B-2")),),
)
DESK = replace(
    option(
        "sales_operations",
        "Sales operations",
        1,
        (criterion("desk", "Desk work", 2, rule("desk-work", 2, "Reports eat a day a week.", "A-2")),),
    ),
    amount=Amount(people=0.5, held_by="the sales manager", because="Ten sellers fill half a job."),
)
BANDS = option(
    "one_man_bands",
    "One-man bands",
    1,
    (criterion("now", "Today", 1, rule("works-so", 2, "10 people sell alone.", "A-2")),),
)
NEXT = option(
    "specialists",
    "Specialists",
    2,
    (criterion("now", "Today", 1, rule("works-so", 0, "10 people sell alone.", "A-2")),),
)

ADVICE = Advice(
    schema_version=1,
    company="Brightwell GmbH",
    pack=PackStamp(name="small", version="1.0", digest="sha256:0"),
    changes=Changes(facts={"headcount.sellers": "10"}, weights={"work": 2.0}),
    facts={
        "company.name": "Brightwell GmbH",
        "company.as_of": "2026-10-01",
        "company.currency": "EUR",
        "company.usd_per_unit": 1.1,
        "headcount.sellers": 10,
        "headcount.leader": "vp",
        "headcount.managers": 1,
        "headcount.secondary_share": 0.45,
        "headcount.roles.account_executive": 10,
        "deal.value": 18000.0,
        "customers.relationship": 2,
        "current.structure": "island",
        "growth.target": 0.5,
    },
    unknown=("deal.win_rate",),
    decisions={
        "diagnosis": decision(FIT, LEADS, chosen=("structure_fit", "lead_quality")),
        "structure": STRUCTURE,
        "phase": replace(decision(BANDS, NEXT, chosen=("one_man_bands",)), next="specialists"),
        "segmentation": decision(REGIONS, PRODUCT, chosen=("geography",)),
        "support": decision(DESK, chosen=("sales_operations",)),
    },
    segments=(),
    roadmap=(
        stage("one_man_bands", "One-man bands", (), (step("tell-the-sellers", "people", 1),)),
        stage("specialists", "Specialists", (SIGN,), (step("check-the-mix", "people", 2),)),
    ),
    practices=(
        step("grade-the-leads", "leads", 1, stop="paying for sources that bring nothing"),
        step("count-the-leads", "leads", 1),
        step("answer-in-minutes", "speed", 1),
        step("train-weekly", "training", 2),
    ),
    risks=(
        Risk(id="silos", text="Stages blame each other.", mitigation="Pay a part for the whole.", evidence=("B-1",)),
    ),
    evidence={"A-1": CitedClaim(claim="A second task is a job.", source="Alpha: Structures, 2019")},
    warnings=(
        Doubt(code="default:budget.level", text="The budget level was assumed."),
        Doubt(code="x", text="Check deal.value."),
    ),
)


def keeping() -> Advice:
    """The same company, told to stay as it is although the line fits a little better."""
    island = option("island", "Island", 2, _criteria(0, 1))
    kept = replace(
        STRUCTURE, options=(LINE, island, POD), chosen=("island",), verdict="keep", margin=LINE.net - island.net
    )
    return replace(ADVICE, decisions={**ADVICE.decisions, "structure": kept})


def undecided() -> Advice:
    """A company of which too little is known."""
    shut = tuple(replace(found, rank=None, excluded_by=POD.excluded_by) for found in STRUCTURE.options)
    none = replace(STRUCTURE, chosen=(), best_fit=None, verdict=None, margin=None, options=shut)
    doubt = Doubt(
        code="undecided:structure", text="Structure: what is known speaks for no option. Find out headcount.sellers."
    )
    return replace(
        ADVICE, decisions={**ADVICE.decisions, "structure": none}, warnings=(doubt,), roadmap=(), practices=()
    )


__all__ = ["ADVICE", "PACK", "keeping", "undecided"]
