"""What a plan assumes about one market: deals, productivity, sources of opportunities, care."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from salesdesign.model.company import Values
from salesdesign.planning.assumptions import band, number
from salesdesign.planning.basis import SPECIALISTS, Care, MarketTerms, Pace, RoleTerms, Sources
from salesdesign.planning.demand import by_month, from_start, seasons
from salesdesign.planning.history import History
from salesdesign.planning.inputs import Market
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.today import Selling, Team, carried

GENERALISTS = ("island", "founder_led", "none")
WIN_RATES = {"small": "WIN-SMB", "medium": "WIN-MM", "large": "WIN-ENT"}
CYCLES = {"small": "CYC-SMB", "medium": "CYC-MM", "large": "CYC-ENT"}
DEAL_VALUES = {"small": "ACV-SMB", "medium": "ACV-MM", "large": "ACV-ENT"}
DEALS_A_QUARTER = {"small": "DEALS-INSIDE", "medium": "DEALS-INSIDE", "large": "DEALS-ENT"}
CARE_ACCOUNTS = {"small": "CSM-ACC-SMB", "medium": "CSM-ACC-MM", "large": "CSM-ACC-ENT"}
MULTIPLES = {"small": "QOTE-03", "medium": "QOTE-03", "large": "QOTE-04"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the company wants of a market in the first year, and how it goes on."""

    first_year: float | None
    """None where there is no target: today's people are then to be kept busy."""
    growth: float
    pace: Pace
    cycle_days: float | None
    deal_value: float | None
    """Of the company as a whole, as stated."""
    current: str | None
    history: History
    care_cost: float
    """Of one person in customer success, a year; zero where pay is unknown."""
    closers: float | None
    """Of today, founders by the time that they spend; None where nobody counted the team."""
    developers: int
    """Outbound developers of today."""
    answering: int
    """Inbound developers of today."""
    customers: Mapping[str, float]
    """By market, where they are known better than from its facts."""


def market_terms(market: Market, wanted: Wanted, closer: RoleTerms, ledger: Ledger) -> MarketTerms:
    """One market in numbers."""
    scope = _Scope(market=market, ledger=ledger)
    facts = market.facts
    size = deal_size(facts, ledger)
    deal_value = _deal_value(scope, size)
    cycle = _cycle_months(scope, size)
    season = from_start(seasons(_weights(facts)), wanted.pace.start)
    full = _productivity(scope, deal_value, wanted, closer)
    made = _slowed(scope, wanted, full, (size, deal_value))
    win_rate = _win_rate(scope, size)
    months = wanted.pace.months
    care = _care(scope, size, wanted)
    sources = _sources(scope, size, _found_by_developers(scope, wanted, deal_value * win_rate, size))
    generalist = scope.benchmark("generalist_factor", "JDG-GENERALIST", "ratio")
    selling = Selling(output=full.output, worth=deal_value * win_rate, sources=sources, care=care)
    total = wanted.first_year
    first = _todays(scope, wanted, full, (selling, generalist)) if total is None else total * market.share
    first *= 1 - (number(facts, "company.self_serve_share") or 0.0)
    bookings = by_month(first, wanted.growth, season, months, beyond=cycle)
    return MarketTerms(
        name=market.name,
        structure=market.structure,
        wanted=bookings,
        goal=bookings,
        season=tuple(season[month % 12] for month in range(months)),
        deal_value=deal_value,
        win_rate=win_rate,
        cycle=cycle,
        open_opportunities=_open(scope, wanted, made, (deal_value * win_rate, cycle, first)),
        output=made.output,
        quota=made.quota,
        attainment=made.attainment,
        generalist_factor=generalist,
        measured_whole=made.observed and wanted.current in GENERALISTS,
        founder_time=_founder_time(scope) if market.structure == "founder_led" else 0.0,
        sources=sources,
        care=care,
        field=facts.get("deal.channel") == "field",
    )


def deal_size(facts: Values, ledger: Ledger) -> str:
    """small, medium or large, by the value of a deal in US dollars."""
    value = number(facts, "deal.value") or number(facts, "deal.mean_value")
    return band(value * ledger.usd_per_unit if value is not None and ledger.usd_per_unit else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scope:
    """A market's view of the ledger: its assumptions bear its name."""

    market: Market
    ledger: Ledger

    def name(self, name: str) -> str:
        return f"{name}.{self.market.name}" if self.market.name else name

    def given(self, name: str, fact: str, unit: str, confidence: str = "given") -> float | None:
        override = self.ledger.overrides.get(name)
        if isinstance(override, (int, float)):
            return self.ledger.note(self.name(name), float(override), unit, "Stated for this plan", confidence="given")
        return self.ledger.given(self.name(name), self.market.facts, fact, unit, confidence=confidence)

    def benchmark(self, name: str, identifier: str, unit: str, factor: float = 1.0) -> float:
        stated = self.given(name, "", unit)
        return self.ledger.benchmark(self.name(name), identifier, unit, factor=factor) if stated is None else stated


def _weights(facts: Values) -> tuple[float, ...]:
    weights = facts.get("plan.seasonality")
    return tuple(float(weight) for weight in weights) if isinstance(weights, tuple) else ()


def _deal_value(scope: _Scope, size: str) -> float:
    """The mean where it is known, else the median, else the middle of a band."""
    for fact in ("deal.mean_value", "deal.value"):
        value = scope.given("deal_value", fact, "money a deal")
        if value:
            if fact == "deal.value":
                scope.ledger.warn("median_deal", "The plan computes with the median deal value: the mean is not known.")
            return value
    scope.ledger.warn("deal_value_unknown", "The value of a deal is not known: the plan takes a benchmark.")
    found = scope.ledger.money(scope.name("deal_value"), DEAL_VALUES[size], "money a deal")
    return found or 0.0


def _win_rate(scope: _Scope, size: str) -> float:
    stated = scope.given("win_rate", "deal.win_rate", "of accepted opportunities", "observed")
    if stated:
        return stated
    decided = scope.benchmark("decided_share", "JDG-DECIDED", "of accepted opportunities")
    return scope.benchmark("win_rate", WIN_RATES[size], "of accepted opportunities", decided)


def _cycle_months(scope: _Scope, size: str) -> int:
    days = scope.given("cycle_days", "deal.cycle_days", "days", "observed")
    if days is None:
        days = scope.benchmark("cycle_days", CYCLES[size], "days")
    return max(1, int(days / 30 + 0.5))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What a fully productive closer brings."""

    output: float
    """A month."""
    quota: float
    """A year."""
    attainment: float
    observed: bool


def _productivity(scope: _Scope, deal_value: float, wanted: Wanted, closer: RoleTerms) -> _Made:
    """Bookings of a closer: deals observed, else a quota stated, else last year's bookings, else a multiple of pay."""
    attainment = scope.given("attainment", "plan.attainment", "of quota")
    if attainment is None:
        attainment = scope.given("attainment", "headcount.attainment", "of last year's target", "observed")
    if not attainment:
        attainment = scope.benchmark("attainment", "ATT-04", "of quota")
    quota = scope.given("quota", "plan.quota", "money a year")
    deals = scope.given("deals_per_seller", "deal.per_seller_per_month", "deals a month", "observed")
    if deals and "quota" not in scope.ledger.overrides:
        output = deals * deal_value / _closing_time(scope, wanted.current)
        return _Made(output=output, quota=quota or output * 12 / attainment, attainment=attainment, observed=True)
    if quota:
        return _Made(output=quota * attainment / 12, quota=quota, attainment=attainment, observed=False)
    quota = _quota_by_pay(scope, closer, deal_value, attainment)
    seen = _believed(scope, wanted, quota * attainment / 12)
    if seen is None:
        return _Made(output=quota * attainment / 12, quota=quota, attainment=attainment, observed=False)
    output = seen / _closing_time(scope, wanted.current)
    quota = scope.ledger.note(
        scope.name("quota"), output * 12 / attainment, "money a year", "Last year's bookings", confidence="observed"
    )
    return _Made(output=output, quota=quota, attainment=attainment, observed=True)


def _slowed(scope: _Scope, wanted: Wanted, made: _Made, deal: tuple[str, float]) -> _Made:
    """Fewer bookings a closer in a segment whose deals take longer than elsewhere, and bring no more in return."""
    own = number(scope.market.facts, "deal.cycle_days")
    if not scope.market.name or not own or own == wanted.cycle_days:
        return made
    size, value = deal
    usual = wanted.cycle_days or scope.benchmark("usual_cycle_days", CYCLES[size], "days")
    larger = value / wanted.deal_value if wanted.deal_value else 1.0
    effort = (own / usual) ** scope.benchmark("effort_by_cycle", "JDG-SLOW", "exponent") / larger
    if effort <= 1:
        return made
    scope.ledger.note(
        scope.name("closing_effort"), effort, "times that of other segments", "JDG-SLOW", confidence="judgement"
    )
    return replace(made, output=made.output / effort, quota=made.quota / effort)


def _todays(scope: _Scope, wanted: Wanted, made: _Made, step: tuple[Selling, float]) -> float:
    """The bookings of a year that today's people bring in a market: as observed, else as the work keeps them busy."""
    selling, generalist = step
    closers = (wanted.closers or 0.0) * scope.market.share
    if made.observed:
        return closers * made.output * _closing_today(scope, wanted, made) * 12
    whole = (wanted.current or scope.market.structure) in GENERALISTS
    team = Team(
        closers=closers,
        developers=(wanted.developers + wanted.answering) * scope.market.share,
        generalist_factor=generalist if whole else None,
    )
    return carried(team, selling) * 12


def _believed(scope: _Scope, wanted: Wanted, by_pay: float) -> float | None:
    """Last year's bookings of a closer in a month, where they are within reason of what pay suggests."""
    seen = wanted.history.per_closer
    if seen is None or not by_pay:
        return seen
    times = scope.benchmark("history_limit", "JDG-HISTORY", "ratio")
    if not by_pay / times <= seen <= by_pay * times:
        scope.ledger.warn(
            "history_far",
            f"Revenue and past growth suggest {seen * 12:,.0f} a closer and year, pay suggests {by_pay * 12:,.0f}: "
            "too far apart, so the plan takes what pay suggests. Give deal.per_seller_per_month or plan.quota.",
        )
        return None
    source = "Revenue, past growth and closers of last year"
    return scope.ledger.note(scope.name("bookings_per_closer"), seen, "money a month", source, confidence="observed")


def _closing_time(scope: _Scope, current: str | None) -> float:
    """The share of the week in which today's closers close, where another structure takes the rest off them."""
    if current not in GENERALISTS or scope.market.structure not in SPECIALISTS:
        return 1.0
    return 1 - _second_share(scope)


def _second_share(scope: _Scope) -> float:
    """The share of the week that people who do every step spend on other steps than closing."""
    second = scope.given("second_share", "headcount.secondary_share", "of the week", "observed")
    return min(scope.benchmark("second_share", "JDG-SECOND", "of the week") if second is None else second, 0.5)


def _quota_by_pay(scope: _Scope, closer: RoleTerms, deal_value: float, attainment: float) -> float:
    size = deal_size(scope.market.facts, scope.ledger)
    pay = closer.base + closer.variable
    if not pay or scope.ledger.usd_per_unit is None:
        deals = scope.benchmark("deals_per_quarter", DEALS_A_QUARTER[size], "deals")
        quota = deals * 4 * deal_value / attainment
        return scope.ledger.note(scope.name("quota"), quota, "money a year", "Deals by benchmark", confidence="low")
    multiple = scope.benchmark("quota_over_pay", MULTIPLES[size], "times pay on target")
    source = "Pay on target by a multiple"
    return scope.ledger.note(scope.name("quota"), pay * multiple, "money a year", source, confidence="medium-low")


def _open(scope: _Scope, wanted: Wanted, made: _Made, deal: tuple[float, int, float]) -> float:
    """Opportunities open today: as stated, else those of one sales cycle at the rate at which today's people close."""
    stated = scope.given("open_opportunities", "plan.open_opportunities", "opportunities", "observed")
    if stated is not None:
        return stated
    worth, cycle, first = deal
    needed = first / 12 * cycle / worth if worth else 0.0
    if not scope.market.structure or wanted.closers is None or scope.market.structure == "self_serve":
        scope.ledger.warn(
            "open_unknown",
            "How many opportunities are open is not known: the plan takes as many as the first sales cycle needs.",
        )
        return scope.ledger.judged(scope.name("open_opportunities"), needed, "opportunities")
    closing = first / 12
    if wanted.first_year is not None:
        closing = wanted.closers * scope.market.share * made.output * _closing_today(scope, wanted, made)
    found = closing * cycle / worth if worth else 0.0
    scope.ledger.warn(
        "open_unknown",
        "How many opportunities are open is not known: the plan takes those of one sales cycle at the rate at which "
        "today's people close. Give plan.open_opportunities.",
    )
    source = "JDG-OPEN: one sales cycle at today's rate"
    return scope.ledger.note(scope.name("open_opportunities"), found, "opportunities", source, confidence="judgement")


def _closing_today(scope: _Scope, wanted: Wanted, made: _Made) -> float:
    """The share of the week in which today's people close, of the output that the plan counts with."""
    if wanted.current not in GENERALISTS or (made.observed and scope.market.structure not in SPECIALISTS):
        return 1.0
    return 1 - _second_share(scope)


def _founder_time(scope: _Scope) -> float:
    time = scope.given("founder_time", "headcount.founder_time", "of the week")
    return scope.benchmark("founder_time", "JDG-FOUNDER-TIME", "of the week") if time is None else time


def _sources(scope: _Scope, size: str, own: float) -> Sources:
    """Where opportunities come from; `own` is what closers find at least, where nobody said where they come from."""
    facts = scope.market.facts
    leads = scope.given("leads", "leads.inbound_per_month", "worked leads a month", "observed")
    inbound = scope.given("inbound_share", "leads.inbound_share", "of created opportunities")
    outbound = scope.given("outbound_share", "leads.outbound_share", "of created opportunities") or 0.0
    if leads is None and inbound is None:
        scope.ledger.warn(
            "inbound_unknown", "Incoming leads are not known: what nobody else brings counts as outbound."
        )
    referral = _override(scope, "referral_share", number(facts, "leads.referral_share") or 0.0)
    partner = _override(scope, "partner_share", number(facts, "leads.partner_share") or 0.0)
    rest = max(0.0, 1 - (inbound or 0.0) - referral - partner - outbound)
    rate = scope.given("lead_to_opportunity", "plan.lead_to_opportunity", "of worked leads")
    return Sources(
        leads=leads,
        inbound_share=inbound,
        referral=referral,
        partner=partner,
        self_sourced=min(max(_self_sourced(scope), own), rest),
        meetings=_meetings(scope, size),
        leads_per_person=scope.benchmark("leads_per_inbound", "SDRVOL-01", "leads a month"),
        opportunities_per_person=scope.benchmark("opportunities_per_inbound", "SDRVOL-04", "opportunities a month"),
        lead_to_opportunity=_lead_rate(scope) if rate is None else rate,
    )


def _meetings(scope: _Scope, size: str) -> float:
    """Accepted opportunities of an outbound developer in a month."""
    booked = scope.benchmark("meetings", "SDRVOL-05" if size == "large" else "SDRVOL-03", "meetings a month")
    return booked * _acceptance(scope)


def _found_by_developers(scope: _Scope, wanted: Wanted, worth: float, size: str) -> float:
    """The share of last year's opportunities that today's developers cannot have found; zero where leads are known."""
    known = any(name.startswith("leads.") for name in scope.market.facts)
    sold = wanted.history.bookings
    if known or not sold or not worth or wanted.current not in SPECIALISTS:
        return 0.0
    share = max(0.0, 1 - wanted.developers * _meetings(scope, size) * 12 / (sold / worth))
    source = "What today's developers cannot have found"
    return scope.ledger.note(
        scope.name("found_by_closers"), share, "of created opportunities", source, confidence="low"
    )


def _override(scope: _Scope, name: str, value: float) -> float:
    stated = scope.given(name, "", "of created opportunities")
    return value if stated is None else stated


def _self_sourced(scope: _Scope) -> float:
    stated = scope.given("self_sourced", "plan.self_sourced_share", "of created opportunities")
    return scope.benchmark("self_sourced", "JDG-SELF-SOURCED", "of created opportunities") if stated is None else stated


def _acceptance(scope: _Scope) -> float:
    stated = scope.given("acceptance", "plan.acceptance", "of meetings")
    return scope.benchmark("acceptance", "JDG-ACCEPTANCE", "of meetings") if stated is None else stated


def _lead_rate(scope: _Scope) -> float:
    opportunities = scope.benchmark("opportunities_per_inbound", "SDRVOL-04", "opportunities a month")
    leads = scope.benchmark("leads_per_inbound", "SDRVOL-01", "leads a month")
    return scope.ledger.note(
        scope.name("lead_to_opportunity"),
        opportunities / leads,
        "of worked leads",
        "SDRVOL-04 over SDRVOL-01",
        confidence="low",
    )


def _care(scope: _Scope, size: str, wanted: Wanted) -> Care:
    customers = scope.given("customers", "customers.count", "customers", "observed")
    if scope.market.name in wanted.customers:
        customers = scope.ledger.note(
            scope.name("customers"),
            wanted.customers[scope.market.name],
            "customers",
            "Share of revenue over the value of a deal",
            confidence="observed",
        )
    customers = _by_revenue(scope, customers)
    churn = scope.given("churn", "customers.churn", "a year", "observed")
    return Care(
        customers=customers,
        churn=0.0 if churn is None else churn,
        accounts_per_person=_accounts(scope, size, (customers or 0.0, wanted.care_cost)),
        wanted=_cares(scope),
    )


def _cares(scope: _Scope) -> bool:
    """Whether customer success is a role of sales here."""
    facts = scope.market.facts
    own, managers = (number(facts, f"headcount.roles.{role}") for role in ("customer_success", "account_manager"))
    if facts.get("customers.care_by") == "service" or (facts.get("deal.pricing") == "one_off" and not own):
        return False
    if managers and not own and facts.get("customers.care_by") is None:
        scope.ledger.warn(
            "care_by_account_managers", "Account managers look after customers: no customer success is planned beside."
        )
        return False
    return True


def _accounts(scope: _Scope, size: str, served: tuple[float, float]) -> float:
    """Customers of one person in customer success: as stated, else by touch model and revenue, within a share of it."""
    stated = scope.given("accounts_per_care", "plan.accounts_per_customer_success", "accounts")
    if stated is not None:
        return stated
    customers, cost = served
    identifier = CARE_ACCOUNTS[size]
    accounts = scope.benchmark("accounts_per_care", identifier, "accounts")
    revenue = number(scope.market.facts, "company.annual_revenue") or 0.0
    if not customers or not revenue or not cost:
        return accounts
    by_revenue = scope.ledger.money(scope.name("revenue_per_care"), "CSM-ARR", "recurring revenue") or 0.0
    limit = scope.benchmark("care_limit", "JDG-CARE-COST", "of recurring revenue")
    lighter = max(accounts, by_revenue / revenue * customers, cost / (limit * revenue) * customers)
    if lighter <= accounts:
        return accounts
    source = f"The lightest of {identifier}, CSM-ARR and JDG-CARE-COST"
    return scope.ledger.note(scope.name("accounts_per_care"), lighter, "accounts", source, confidence="medium-low")


def _by_revenue(scope: _Scope, customers: float | None) -> float | None:
    """Customers, told from revenue where nobody counted them: one of mean deal value each."""
    revenue = number(scope.market.facts, "company.annual_revenue")
    value = number(scope.market.facts, "deal.mean_value") or number(scope.market.facts, "deal.value")
    if customers is not None or not revenue or not value:
        return customers
    scope.ledger.warn(
        "customers_unknown", "Customers are not counted: the plan takes revenue over the value of a deal."
    )
    return scope.ledger.judged(scope.name("customers"), revenue / value, "customers")
