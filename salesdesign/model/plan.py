"""The plan: how many people, when, at what cost, and what it brings. Field names are those of its JSON.

Money is in the company's currency, to the cent; a quarter is "2027-Q1" where the plan has a start, else "Q1". None is
unknown, never zero.
"""

from collections.abc import Mapping

from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleRow:
    """One role of one segment in one quarter; start + hires + moved_in - leavers - moved_out = end."""

    quarter: str
    segment: str
    """Empty for people who serve the whole company or several segments."""
    role: str
    start: int
    hires: int
    moved_in: int
    leavers: int
    moved_out: int
    end: int
    ramped: float
    """Mean of the quarter, in fully productive people."""
    needed: float | None
    """Work of the quarter in people, unrounded; None where a role follows from headcount."""
    cost: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthRow:
    """One role of one segment in one month; the law of `PeopleRow` holds here as well."""

    month: int
    """From 1."""
    segment: str
    role: str
    start: int
    hires: int
    moved_in: int
    leavers: int
    moved_out: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingsRow:
    """New bookings of a segment in a quarter."""

    quarter: str
    segment: str
    wanted: float
    capacity: float
    """What the sellers could close."""
    pipeline: float
    """What the opportunities that fall due would bring at the win rate."""
    expected: float
    """What is closed: opportunities wait for sellers, sellers' idle time is lost."""
    p10: float
    p50: float
    p90: float
    sources: Mapping[str, float]
    """Share of the pipeline by source, 0 to 1."""
    coverage: float | None
    """Open pipeline at the start of the quarter over bookings wanted in it."""
    quota_per_head: float | None
    """Bookings wanted a year over fully productive sellers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRow:
    """What selling costs in a quarter; the parts sum to the total to the cent."""

    quarter: str
    base: float
    variable: float
    """Variable pay other than commission on bookings."""
    commission: float
    pay: float
    """Base, variable and commission."""
    load: float
    """On base pay, and the employer's charge on variable pay."""
    tools: float
    hiring: float
    travel: float
    exits: float
    """Severance."""
    total: float
    budget: float | None
    care: float
    """The part of the total that is spent on customer success."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelRow:
    """What has to be created in a quarter, so that it can be won one cycle later."""

    quarter: str
    segment: str
    leads: float | None
    """Leads that marketing must deliver to be worked by people."""
    inbound: float
    outbound: float
    referral: float
    partner: float
    self_sourced: float
    opportunities: float
    """Accepted opportunities, from all sources."""
    deals: float
    """Deals wanted in the quarter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What one person in a role should show."""

    role: str
    segment: str
    measure: str
    a_month: float
    a_week: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """People who change role, are hired, or are missing."""

    kind: str
    """moves, stays, hired, missing, leaves (its post is cut) or idle."""
    segment: str
    from_role: str | None
    to_role: str | None
    people: int
    month: int
    """From 1: the month in which it happens, or has happened for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transition:
    """What the change itself costs."""

    dip: float | None
    """Bookings of the first year that are lost while people learn another job."""
    payback_months: float | None
    """Months until what is saved against staying as it is has repaid the dip; None where it never does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """How much a doubtful figure moves the bookings of the plan."""

    name: str
    low: float
    high: float
    """Bookings with the figure one standard deviation lower, and higher."""
    swing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """A number that the plan used."""

    name: str
    value: float | str | tuple[float, ...] | None
    unit: str
    given: bool
    """Whether the company gave it, as a target or as an observation."""
    source: str
    year: int | None
    confidence: str
    """given, observed, judgement, or the confidence of a benchmark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """The same company under one structure for all of its segments."""

    structure: str
    feasible: bool
    binding: str | None
    people: int
    """At the end."""
    hires: int
    cost: float | None
    bookings: float | None
    chance: float | None
    quarters_to_target: int | None
    """The first quarter in which bookings reach what is wanted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayOut:
    """What would make an infeasible plan feasible."""

    kind: str
    """bookings: fewer of them; budget: more of it; pace, pipeline, founders: what else is short."""
    value: float | None
    unit: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TerritoryRow:
    """A territory as it is, and as it would be evened out."""

    name: str
    sellers: float
    potential: float
    per_seller: float
    evenness: float
    """Potential per seller over the mean; 1 is even."""
    potential_after: float
    evenness_after: float
    sellers_after: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchReport:
    """How the hiring schedule was found."""

    solver: str
    objective: float
    """What was minimised over the horizon: cost of people, without commission, which a met target fixes."""
    bound: float
    """No schedule can cost less than this."""
    gap: float
    """Share of the objective that may still be saved; 0 is proven least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """Something that a plan brings about."""

    event: str
    """first_ROLE, split_developers (answering and calling are two jobs), segments (people enough to divide the market)
    or market_teams (enough for teams by market)."""
    quarter: str | None
    """The first at whose end it holds; null where it holds today."""
    people: int
    """So many are there then: in the role, of the developers, or of all sellers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWarning:
    """A doubt about the plan."""

    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesLine:
    """The bookings of one segment by month, unrounded."""

    segment: str
    role: str
    """Who closes; empty where customers buy by themselves."""
    wanted: tuple[float, ...]
    ramped: tuple[float, ...]
    """Fully productive people."""
    each: tuple[float, ...]
    """What one of them closes."""
    pipeline: tuple[float, ...]
    """What falls due at the win rate."""
    capacity: tuple[float, ...]
    expected: tuple[float, ...]
    waiting: tuple[float, ...]
    """What waits for a seller at the end of the month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostLine:
    """One part of what a role of a segment costs, by month, unrounded."""

    segment: str
    role: str
    part: str
    by_month: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workings:
    """The monthly amounts behind the quarters."""

    sales: tuple[SalesLine, ...] = ()
    costs: tuple[CostLine, ...] = ()
    """Those that are not nothing throughout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that was planned for one company."""

    currency: str
    start: str | None
    """YYYY-MM."""
    quarters: tuple[str, ...]
    structure: str
    feasible: bool
    binding: str | None
    ways_out: tuple[WayOut, ...]
    people: tuple[PeopleRow, ...]
    months: tuple[MonthRow, ...]
    bookings: tuple[BookingsRow, ...]
    cost: tuple[CostRow, ...]
    """Empty where pay is unknown."""
    funnel: tuple[FunnelRow, ...]
    ratios: Mapping[str, float]
    scorecard: tuple[Score, ...]
    moves: tuple[Move, ...]
    transition: Transition
    last_start: int | None
    """The last month, from 1, in which somebody hired still brings half a month's bookings within the first year."""
    drivers: tuple[Driver, ...]
    chance: float | None
    """That the first year's target is met, 0 to 1."""
    teams: Mapping[str, Mapping[str, float]]
    """People by role at the end, by segment; shared people by the work that they do there."""
    territories: tuple[TerritoryRow, ...]
    assumptions: tuple[Assumption, ...]
    alternatives: tuple[Alternative, ...]
    search: SearchReport | None
    warnings: tuple[PlanWarning, ...]
    milestones: tuple[Milestone, ...] = ()
    """In the order in which they happen."""
    binds: tuple[str, ...] = ()
    """Everything that holds the plan back, `binding` first; without any one of them more could be had."""
    workings: Workings = Workings()
