"""The numbers that a plan is computed with, typed: what remains of facts and benchmarks once assumptions are made."""

from collections.abc import Mapping

from salesdesign.records import dataclass

CARRIERS: Mapping[str, str] = {
    "island": "full_cycle_seller",
    "assembly_line": "account_executive",
    "pod": "account_executive",
    "founder_led": "founder",
}
"""Who closes under each structure. Nobody does where customers buy by themselves."""

SPECIALISTS = frozenset({"assembly_line", "pod"})
"""Structures in which every step has a person of its own."""

ROLES = (
    "full_cycle_seller",
    "inbound_sdr",
    "outbound_sdr",
    "account_executive",
    "customer_success",
    "account_manager",
    "sales_specialist",
    "sales_engineer",
    "sales_manager",
    "sales_director",
    "sales_leader",
    "sales_operations",
    "sales_enablement",
    "founder",
)
"""In the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTerms:
    """What one person in a role costs and how such people come and go."""

    base: float
    """A year."""
    variable: float
    """A year on target."""
    ramp: tuple[float, ...]
    attrition: float
    """Share that leaves in a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """What holds for every role."""

    load: float
    """Full cost of base pay over base pay."""
    charge: float
    """The employer's, on variable pay."""
    tools: float
    """A head and year."""
    recruiting: float
    """A hire."""
    travel: float
    """A field seller and year."""
    severance: float
    """Months of pay for a post that is cut."""
    priced: bool
    """False where pay is unknown: everyone then counts as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """The clock of the plan, and how fast people can come."""

    months: int
    time_to_hire: int
    """Months in which nobody can start yet."""
    max_hires: float | None
    """A month."""
    small_role: int
    allow_exits: bool
    notice: int
    """Months until somebody whose post is cut has left."""
    start: str | None


NEVER = 1_000_000
"""More people than any plan has: from so many on there is somebody in a role that is never filled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportSteps:
    """The numbers of sellers from which a support role has one person, two, and one more for every so many."""

    first: int
    second: int
    each: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """How many people one leads or serves."""

    span: float
    most: int
    """People whom one manager leads before there is a second."""
    manager_from: int
    pool_until: int
    leader_from: int
    second_level: int
    closers_per_engineer: float | None
    """None where no engineers are needed."""
    support: Mapping[str, SupportSteps]
    """Operations and enablement, by role."""
    catch_up: float
    """Developers at most over those whom work keeps busy, to make up for a late start."""
    pod_use: float
    """How busy the members of pods must be to have each pod its own."""
    closers_catch_up: float
    """The same of closers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Where a market's opportunities come from."""

    leads: float | None
    """Worked a month."""
    lead_to_opportunity: float
    inbound_share: float | None
    """Of created opportunities, where leads are not counted."""
    referral: float
    partner: float
    self_sourced: float
    meetings: float
    """Accepted opportunities that one outbound developer creates in a month."""
    leads_per_person: float
    opportunities_per_person: float
    """What one inbound developer works in a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Care:
    """The customers of a market and who looks after them."""

    customers: float | None
    churn: float
    accounts_per_person: float
    wanted: bool
    """Whether customer success is a role here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketTerms:
    """One market in numbers."""

    name: str
    structure: str
    wanted: tuple[float, ...]
    """Bookings by month that sellers must win, for the plan and one cycle beyond; all zero where unknown."""
    goal: tuple[float, ...]
    """Bookings for which today's people take their seats: those wanted, where a plan is for a part of them."""
    season: tuple[float, ...]
    """How each month of the plan compares with a twelfth of its year."""
    deal_value: float
    win_rate: float
    cycle: int
    """Months from an accepted opportunity to its decision."""
    open_opportunities: float
    """Accepted ones, today."""
    output: float
    """Bookings of a fully productive closer in an average month."""
    quota: float
    """A year."""
    attainment: float
    generalist_factor: float
    """Time of one person for all steps over that of specialists."""
    measured_whole: bool
    """Whether output was observed among people who do all steps."""
    founder_time: float
    """Share of a founder's week spent selling."""
    sources: Sources
    care: Care
    field: bool

    @property
    def carrier(self) -> str:
        """The role that closes, empty where none does."""
        return CARRIERS.get(self.structure, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """How far what a plan assumes may be off: standard deviations over the mean."""

    win_rate: float
    attainment: float
    deal_value: float
    starts: float
    """Of what new people bring in time."""
    leaving: float
    together: float
    """Correlation of win rate and attainment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """Everything that a plan is computed from."""

    pace: Pace
    rates: Rates
    spans: Spans
    roles: Mapping[str, RoleTerms]
    markets: tuple[MarketTerms, ...]
    today: Mapping[str, int]
    """People by role; sellers without a stated role are full-cycle sellers."""
    expansion: tuple[float, ...]
    """Account managers whom what customers buy more keeps busy, by month; empty where that is no job of its own."""
    founding: float
    """Closers whose work founders do beside another job in the first year, where others sell as well."""
    budget: float | None
    """Of the first year."""
    budget_growth: float
    """From year to year after it."""
    scarce: frozenset[int] = frozenset()
    """Years whose budget is spent: people are put off to the year after, as far as can be."""
    buffer: float
    """Share by which a plan is sized above what is wanted, where it can be."""
    chance_wanted: float | None
    """How sure the first year's target must be; None where nobody said."""
    doubt: Doubt
    seed: int
    revenue: float | None
    margin: float | None
    growth: float
    sized: bool
    """Whether there is a target at all."""
