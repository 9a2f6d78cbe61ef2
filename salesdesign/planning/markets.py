"""What a plan assumes about one market: deals, productivity, sources of opportunities, care."""

from salesdesign.model.company import Values
from salesdesign.planning.assumptions import number
from salesdesign.planning.basis import MarketTerms, RoleTerms
from salesdesign.planning.care import care_of
from salesdesign.planning.deals import cycle_months, deal_value_of, win_rate_of
from salesdesign.planning.demand import by_month, from_start, seasons
from salesdesign.planning.inputs import Market
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.productivity import Made, closing_today, productivity, slowed, todays
from salesdesign.planning.scope import GENERALISTS, Scope, Wanted, deal_size
from salesdesign.planning.sources import found_by_closers, sources_of
from salesdesign.planning.today import Selling


def market_terms(market: Market, wanted: Wanted, closer: RoleTerms, ledger: Ledger) -> MarketTerms:
    """One market in numbers."""
    scope = Scope(market=market, ledger=ledger)
    facts = market.facts
    size = deal_size(facts, ledger)
    deal_value = deal_value_of(scope, size)
    cycle = cycle_months(scope, size)
    season = from_start(seasons(_weights(facts)), wanted.pace.start)
    full = productivity(scope, deal_value, wanted, closer)
    made = slowed(scope, wanted, full, (size, deal_value))
    win_rate = win_rate_of(scope, size)
    months = wanted.pace.months
    care = care_of(scope, size, wanted)
    sources = sources_of(scope, size, found_by_closers(scope, wanted, deal_value * win_rate, size, full.output))
    generalist = scope.benchmark("generalist_factor", "JDG-GENERALIST", "ratio")
    selling = Selling(output=full.output, worth=deal_value * win_rate, sources=sources, care=care)
    total = wanted.first_year
    first = todays(scope, wanted, full, (selling, generalist)) if total is None else total * market.share
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


def _weights(facts: Values) -> tuple[float, ...]:
    weights = facts.get("plan.seasonality")
    return tuple(float(weight) for weight in weights) if isinstance(weights, tuple) else ()


def _open(scope: Scope, wanted: Wanted, made: Made, deal: tuple[float, int, float]) -> float:
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
        closing = wanted.closers * scope.market.share * made.output * closing_today(scope, wanted, made)
    found = closing * cycle / worth if worth else 0.0
    scope.ledger.warn(
        "open_unknown",
        "How many opportunities are open is not known: the plan takes those of one sales cycle at the rate at which "
        "today's people close. Give plan.open_opportunities.",
    )
    source = "JDG-OPEN: one sales cycle at today's rate"
    return scope.ledger.note(scope.name("open_opportunities"), found, "opportunities", source, confidence="judgement")


def _founder_time(scope: Scope) -> float:
    time = scope.given("founder_time", "headcount.founder_time", "of the week")
    return scope.benchmark("founder_time", "JDG-FOUNDER-TIME", "of the week") if time is None else time
