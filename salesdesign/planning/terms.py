"""From facts and benchmarks to the basis of a plan."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.model.company import Values
from salesdesign.planning.assumptions import doubt, knows_pay, number, pace, rates, role_terms, spans
from salesdesign.planning.basis import Basis, MarketTerms, Rates, RoleTerms
from salesdesign.planning.demand import Goal, first_year
from salesdesign.planning.history import History, history_of
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.markets import GENERALISTS, Wanted, deal_size, market_terms

SELLING = (
    "inbound_sdr",
    "outbound_sdr",
    "account_executive",
    "customer_success",
    "account_manager",
    "sales_specialist",
)
"""Roles that count as sellers."""


def basis_of(ask: PlanInput, ledger: Ledger) -> Basis:
    """Everything that a plan is computed from, with each assumption written down in the ledger."""
    facts = ask.facts
    clock = pace(facts, ledger)
    size, priced = deal_size(facts, ledger), knows_pay(facts, ledger)
    _warn_of_money(ask, ledger, priced=priced)
    cost = rates(facts, ledger, priced=priced)
    roles = role_terms(facts, ledger, size, number(facts, "deal.cycle_days"))
    first, growth = _goal(facts, ledger)
    today = _today(ask, ledger)
    history = _history(facts, today, ledger)
    wanted = Wanted(
        first_year=first or 0.0,
        growth=growth,
        pace=clock,
        current=ask.current,
        history=history,
        care_cost=_care_cost(roles["customer_success"], cost),
        developers=today.get("outbound_sdr", 0),
        customers=_customers(ask),
    )
    return Basis(
        pace=clock,
        rates=cost,
        spans=spans(facts, ledger, size),
        roles=roles,
        markets=tuple(market_terms(market, wanted, roles["account_executive"], ledger) for market in ask.markets),
        today=today,
        budget=ledger.given("budget", facts, "budget.annual_sales", "money a year"),
        chance=_chance(facts, ledger),
        doubt=doubt(ledger),
        seed=int(number(facts, "plan.seed") or 0),
        revenue=number(facts, "company.annual_revenue"),
        margin=ledger.given("margin", facts, "company.gross_margin", "of revenue"),
        growth=growth,
        sized=first is not None,
    )


def scaled(basis: Basis, factor: float) -> Basis:
    """The same basis with other bookings wanted."""
    return replace(basis, markets=tuple(_scaled_market(market, factor) for market in basis.markets))


def _scaled_market(market: MarketTerms, factor: float) -> MarketTerms:
    return replace(market, wanted=tuple(wanted * factor for wanted in market.wanted))


def _goal(facts: Values, ledger: Ledger) -> tuple[float | None, float]:
    """The bookings wanted in the first year, and how they grow from year to year."""
    target = ledger.given("target", facts, "plan.target", "money, first year")
    revenue = ledger.given("revenue", facts, "company.annual_revenue", "money a year")
    growth = ledger.given("growth", facts, "growth.target", "a year")
    if target is None and revenue is None:
        ledger.warn("no_target", "Neither a target nor revenue is known: the plan sizes people, and no bookings.")
        return None, 0.0
    if growth is None:
        ledger.warn("growth_unknown", "The growth that is wanted is not known: the plan takes none.")
        growth = ledger.judged("growth", 0.0, "a year")
    recurring = facts.get("deal.pricing") != "one_off"
    retention = _retention(facts, ledger) if target is None and recurring else 1.0
    goal = Goal(target=target, revenue=revenue, growth=growth, retention=retention, recurring=recurring)
    return first_year(goal), _later_growth(growth, facts, ledger)


def _later_growth(growth: float, facts: Values, ledger: Ledger) -> float:
    """Growth from year to year after the first: as stated for the first, up to a limit or to what was grown before."""
    usual = max(_typical(ledger, "JDG-LATER-GROWTH"), number(facts, "growth.past") or 0.0)
    if growth <= usual:
        return growth
    ledger.warn(
        "later_growth",
        f"Growth of {growth:.0%} is wanted for the first year. For later years the plan takes {usual:.0%} a year.",
    )
    return ledger.note("later_growth", usual, "a year", "JDG-LATER-GROWTH, or past growth", confidence="judgement")


def _typical(ledger: Ledger, identifier: str) -> float:
    typical = ledger.benchmarks[identifier].typical
    return float(typical) if isinstance(typical, (int, float)) else 0.0


def _care_cost(role: RoleTerms, cost: Rates) -> float:
    """What one person in customer success costs a year; zero where pay is unknown."""
    return role.base * cost.load + role.variable * (1 + cost.charge) + cost.tools if cost.priced else 0.0


def _customers(ask: PlanInput) -> Mapping[str, float]:
    """Customers by market: where each was only given its share of all, a share of revenue over what a deal brings."""
    count = number(ask.facts, "customers.count")
    if count is None or len(ask.markets) < 2:
        return {}
    counts = [number(market.facts, "customers.count") for market in ask.markets]
    if any(own is None or abs(own - count * market.share) > 1 for own, market in zip(counts, ask.markets, strict=True)):
        return {}
    values = [number(market.facts, "deal.mean_value") or number(market.facts, "deal.value") for market in ask.markets]
    if not all(values):
        return {}
    weights = [market.share / (value or 1.0) for market, value in zip(ask.markets, values, strict=True)]
    return {market.name: count * weight / sum(weights) for market, weight in zip(ask.markets, weights, strict=True)}


def _history(facts: Values, today: Mapping[str, int], ledger: Ledger) -> History:
    """Last year, where it is needed: nobody counted deals or stated a quota."""
    if number(facts, "deal.per_seller_per_month") or number(facts, "plan.quota") or not today:
        return History(bookings=None, closers=None)
    return history_of(facts, today, _kept_revenue(facts, ledger), ledger)


def _kept_revenue(facts: Values, ledger: Ledger) -> float:
    """The share of recurring revenue that stays; 1 where nothing recurs."""
    return 1.0 if facts.get("deal.pricing") == "one_off" else _retention(facts, ledger)


def _retention(facts: Values, ledger: Ledger) -> float:
    churn = ledger.given("churn", facts, "customers.churn", "of recurring revenue a year", confidence="observed")
    gained = ledger.given(
        "expansion", facts, "customers.expansion", "of recurring revenue a year", confidence="observed"
    )
    if churn is None:
        ledger.warn("churn_unknown", "Revenue lost in a year is not known: the plan takes a tenth, our judgement.")
        churn = ledger.benchmark("churn", "JDG-CHURN", "of recurring revenue a year")
    if gained is None:
        gained = ledger.judged("expansion", 0.0, "of recurring revenue a year")
    return 1 - churn + gained


def _today(ask: PlanInput, ledger: Ledger) -> Mapping[str, int]:
    """People by role; sellers of no stated role close, and do all steps where nobody is specialised."""
    facts = ask.facts
    today = {role: _count(facts, f"headcount.roles.{role}") for role in (*SELLING, "sales_engineer")}
    sellers = number(facts, "headcount.sellers")
    rest = 0 if sellers is None else max(0, round(sellers) - sum(today[role] for role in SELLING))
    whole = ask.current in (*GENERALISTS, None)
    today["full_cycle_seller"] = rest + (today["account_executive"] if ask.current == "island" else 0) if whole else 0
    today["account_executive"] = 0 if ask.current == "island" else today["account_executive"] + (0 if whole else rest)
    today["sales_manager"] = max(_count(facts, "headcount.managers"), _count(facts, "headcount.roles.sales_manager"))
    for role in ("sales_operations", "sales_enablement"):
        today[role] = _count(facts, f"headcount.roles.{role}")
    today["sales_leader"] = _leaders(facts, sellers, ledger)
    today["founder"] = _count(facts, "headcount.founders_selling") or (1 if facts.get("headcount.founder_time") else 0)
    return {role: count for role, count in today.items() if count}


def _leaders(facts: Values, sellers: float | None, ledger: Ledger) -> int:
    leader = facts.get("headcount.leader")
    if leader is None and (sellers or 0) >= ledger.benchmark("leader_from", "JDG-LEADER-FROM", "sellers"):
        ledger.warn(
            "leader_unknown", "Nobody said who leads sales: for a team of this size the plan takes a head of sales."
        )
        return 1
    return int(leader == "vp")


def _count(facts: Values, name: str) -> int:
    return round(number(facts, name) or 0)


def _chance(facts: Values, ledger: Ledger) -> float:
    stated = ledger.given("chance", facts, "plan.chance", "chance")
    return ledger.benchmark("chance", "JDG-CHANCE", "chance") if stated is None else stated


def _warn_of_money(ask: PlanInput, ledger: Ledger, *, priced: bool) -> None:
    if not priced:
        ledger.warn(
            "currency_unknown",
            "What a unit of the currency is worth is not known (company.usd_per_unit), so no benchmark of pay holds: "
            "the plan counts people and no cost.",
        )
    elif ask.facts.get("company.currency", "USD") != "USD" and number(ask.facts, "plan.pay_level") is None:
        ledger.warn(
            "pay_level_unknown",
            "Pay figures are American and were only exchanged: give plan.pay_level, or pay, for those of your country.",
        )
