"""A small rule pack, written by hand: enough of everything for each section of a report to have something to say."""

from dataclasses import replace

from salesdesign.model.catalogue import Catalogue, Choice, Fact, FactType
from salesdesign.model.expression import Compare, Comparison, FactOf, Literal
from salesdesign.model.pack import (
    Amount,
    Choose,
    Claim,
    Contradiction,
    Criterion,
    Decision,
    Department,
    Library,
    Limit,
    Option,
    Pack,
    Pay,
    Place,
    Remark,
    Role,
    Rule,
    Source,
    Stage,
    Trigger,
)
from salesdesign.model.voice import Counts, Voice


def at_least(fact: str, value: float) -> Compare:
    """A condition: the fact is at least so much."""
    return Compare(Comparison.AT_LEAST, FactOf(fact), Literal(value))


def fact(name: str, kind: FactType, title: str, choices: tuple[str, ...] = ()) -> Fact:
    """A fact of the catalogue."""
    return Fact(
        name=name,
        type=kind,
        title=title,
        question=f"{title}?",
        choices=tuple(Choice(id=choice, text=choice.replace("_", " ")) for choice in choices),
    )


FACTS = (
    fact("company.name", FactType.TEXT, "Company"),
    fact("company.as_of", FactType.DATE, "Date of these facts"),
    fact("company.currency", FactType.TEXT, "Currency"),
    fact("company.usd_per_unit", FactType.NUMBER, "Dollars for one unit"),
    fact("headcount.sellers", FactType.COUNT, "Sellers"),
    fact("headcount.leader", FactType.CHOICE, "Who leads sales", ("none", "founder", "vp")),
    fact("headcount.managers", FactType.COUNT, "Sales managers"),
    fact("headcount.secondary_share", FactType.SHARE, "Second task"),
    fact("deal.value", FactType.MONEY, "Value of a deal"),
    fact("deal.win_rate", FactType.SHARE, "Win rate"),
    fact("customers.relationship", FactType.SCALE, "Relationship", ("1", "2", "3", "4", "5")),
    fact("current.structure", FactType.CHOICE, "Structure today", ("island", "assembly_line", "pod")),
    fact("growth.target", FactType.SHARE, "Growth wanted"),
)

CLAIMS = {
    "A-1": Claim(id="A-1", source="alpha", claim="A second task above a fifth of the week is a job of its own."),
    "A-2": Claim(id="A-2", source="alpha", claim="An island does not scale well."),
    "B-1": Claim(id="B-1", source="beta", claim="Handoffs confuse customers."),
    "B-2": Claim(id="B-2", source="beta", claim="Pods need people enough for whole teams."),
    "J-1": Claim(id="J-1", source="ours", claim="A change costs months of confusion."),
}

SOURCES = {
    "alpha": Source(
        id="alpha", title="Structures", publisher="Alpha", year=2019, address="https://alpha.example/a?b=1"
    ),
    "beta": Source(id="beta", title="Handoffs", publisher="Beta", address="javascript:alert(1)"),
    "ours": Source(id="ours", title="Our judgement", publisher="salesdesign"),
}

ISLAND = Option(
    id="island",
    name="Island",
    summary="One seller takes a customer from first contact to signature.",
    wins_when="Buyers follow a person.",
    roles=("account_executive",),
    cons=(Remark(id="does-not-scale", text="It does not scale.", mitigation="Split one task.", evidence=("A-2",)),),
)
LINE = Option(
    id="assembly_line",
    name="Assembly line",
    summary="Each group owns one step.",
    wins_when="Deals are many and alike.",
    roles=("inbound_sdr", "account_executive", "customer_success"),
    pros=(
        Remark(id="one-job", text="{{ headcount.sellers }} people do one job each.", evidence=("A-1",)),
        Remark(id="not-here", text="Never shown.", when=at_least("headcount.sellers", 100), evidence=("A-1",)),
    ),
    cons=(
        Remark(
            id="handoffs",
            text="Customers are passed on.",
            when=at_least("customers.relationship", 2),
            mitigation="Let both join the first call.",
            evidence=("B-1",),
        ),
        Remark(id="unknown-here", text="Never shown.", when=at_least("deal.win_rate", 0.1), evidence=("B-1",)),
    ),
)
POD = Option(
    id="pod",
    name="Pod",
    summary="Small teams hold every role.",
    wins_when="Accounts are named.",
    roles=("inbound_sdr", "account_executive", "customer_success"),
    team="pod",
)

STRUCTURE = Decision(
    id="structure",
    name="Structure",
    question="How should selling be organised?",
    choose=Choose.ONE,
    options=(ISLAND, LINE, POD),
    criteria=(
        Criterion(
            id="work",
            name="Work worth dividing",
            weight=2,
            why="A second job eats the first.",
            rules=(
                Rule(
                    id="second-job",
                    over="headcount.secondary_share",
                    asks="headcount.secondary_share",
                    points={"assembly_line": 2000},
                    because="Sellers spend {{ headcount.secondary_share }} of their week on a second job.",
                    evidence=("A-1",),
                ),
            ),
        ),
        Criterion(id="size", name="Team size", weight=3, rules=()),
        Criterion(
            id="wins",
            name="Winning",
            weight=1,
            rules=(
                Rule(
                    id="few-wins",
                    when=at_least("deal.win_rate", 0.1),
                    asks="deal.win_rate >= 0.1",
                    points={"pod": 1000},
                    because="Few deals are won.",
                    evidence=("B-2",),
                ),
            ),
        ),
    ),
    inertia=4,
    current="current.structure",
    settled=at_least("current.months_since_reorg", 12),
)
PHASE = Decision(
    id="phase",
    name="Phase",
    question="Where does growth stand?",
    choose=Choose.ONE,
    options=(
        Option(id="one_man_bands", name="One-man bands", summary="Sellers do everything."),
        Option(id="specialists", name="Specialists", summary="Each holds one job."),
    ),
    criteria=(),
)
SEGMENTATION = Decision(
    id="segmentation",
    name="Segmentation",
    question="Should the market be divided?",
    choose=Choose.SEVERAL,
    options=(
        Option(id="geography", name="Geography", summary="By place."),
        Option(id="product", name="Product", summary="By product."),
    ),
    criteria=(),
    limits=(Limit(when=at_least("headcount.sellers", 1), at_most=1, because="One line is enough.", evidence=("B-2",)),),
    threshold=3,
)
SUPPORT = Decision(
    id="support",
    name="Support",
    question="What support?",
    choose=Choose.SEVERAL,
    options=(
        Option(
            id="sales_operations",
            name="Sales operations",
            summary="Runs the machine.",
            amounts=(
                Amount(
                    when=at_least("headcount.sellers", 1),
                    people=Literal(0.5),
                    held_by="the sales manager",
                    because="Few sellers.",
                ),
            ),
        ),
    ),
    criteria=(),
    threshold=3,
)
DIAGNOSIS = Decision(
    id="diagnosis",
    name="First look",
    question="Is structure the problem?",
    choose=Choose.SEVERAL,
    options=(
        Option(id="lead_quality", name="Lead quality", summary="Leads are poor."),
        Option(id="structure_fit", name="The structure", summary="It does not fit."),
    ),
    criteria=(),
    threshold=4,
)


def role(name: str, title: str, hands_to: tuple[str, ...] = ()) -> Role:
    """A job."""
    pay = Pay(
        option="", fixed=0.6, variable=0.4, team=0.2, measured_on="own result", because="Usual.", evidence=("J-1",)
    )
    return Role(
        id=name,
        name=title,
        plural=f"{title}s",
        department="sales",
        duties=(f"Does the work of {title}s.", "Keeps notes."),
        measures=("deals a month", "notes kept"),
        hands_to=hands_to,
        hands_over="A name and a reason." if hands_to else "",
        hire="Somebody patient.",
        pay=(pay,),
        evidence=("A-1",),
    )


LIBRARY = Library(
    roles={
        "inbound_sdr": role("inbound_sdr", "inbound developer", ("account_executive",)),
        "account_executive": role("account_executive", "account executive", ("customer_success",)),
        "customer_success": role("customer_success", "customer success manager"),
        "sales_manager": replace(role("sales_manager", "sales manager"), place=Place.MANAGES),
    },
    departments=(Department(id="sales", name="Sales", does=("Sells.",), leaves=("Reports, to operations.",)),),
    stages={
        "one_man_bands": Stage(
            phase="one_man_bands",
            triggers=(
                Trigger(
                    id="second-task",
                    when=at_least("headcount.secondary_share", 0.2),
                    text="A second task takes a fifth of the week",
                    evidence=("A-1",),
                ),
            ),
            actions=(),
        )
    },
    glossary={"handoff": "The moment a customer passes to a colleague.", "quota": "What a seller is to sell."},
)

VOICE = Voice(
    title="How {{ company.name }} should organise selling",
    person="seller",
    people="sellers",
    leader="{{ {'founder': 'Founder', 'vp': 'Vice president of sales', 'none': 'No sales lead'}[headcount.leader] if headcount.leader else 'Sales lead' }}",
    leader_note="{{ '' if headcount.leader else 'who leads was not given' }}",
    headings={"segmentation": "Dividing the market", "support": "Support behind the sellers"},
    counts=Counts(people="headcount.sellers", managers="headcount.managers", by_role="headcount.roles"),
)
PACK = Pack(
    name="small",
    version="1.0",
    digest="sha256:0",
    main="structure",
    stages="phase",
    organises="selling",
    voice=VOICE,
    catalogue=Catalogue(
        sections={"company": "The company"}, facts={found.name: found for found in FACTS}, derived={}, consistency=()
    ),
    decisions=(DIAGNOSIS, STRUCTURE, PHASE, SEGMENTATION, SUPPORT),
    sources=SOURCES,
    claims=CLAIMS,
    contradictions=(
        Contradiction(
            id="X-1",
            topic="handoffs",
            claims=("A-1", "B-1"),
            text="Alpha likes specialists; Beta warns of handoffs.",
            reading="Weigh by relationship.",
            when=at_least("headcount.sellers", 4),
        ),
        Contradiction(id="X-2", topic="x", claims=("A-2",), text="Not here.", reading="None.", when=None),
    ),
    benchmarks={},
    library=LIBRARY,
)
