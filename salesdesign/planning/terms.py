"""From facts and benchmarks to the basis of a plan."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.model.company import Values
from salesdesign.planning.assumptions import doubt, knows_pay, number, pace, rates, role_terms
from salesdesign.planning.basis import Basis, MarketTerms, Rates, RoleTerms
from salesdesign.planning.calendar import years
from salesdesign.planning.demand import Goal, first_year
from salesdesign.planning.history import History, closing, history_of, selling_founders
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.markets import market_terms
from salesdesign.planning.pay import pay_level_of
from salesdesign.planning.scope import Wanted, deal_size
from salesdesign.planning.spans import spans
from salesdesign.planning.team import SELLING, team_of

YEAR = 12
"""Months of the first year: figures about later ones count in longer plans alone."""


def basis_of(ask: PlanInput, ledger: Ledger) -> Basis:
    """Everything that a plan is computed from, with each assumption written down in the ledger."""
    facts = ask.facts
    clock = pace(facts, ledger)
    size, priced = deal_size(facts, ledger), knows_pay(facts, ledger)
    _warn_of_money(ledger, priced=priced)
    today = team_of(ask, ledger)
    level = pay_level_of(ask, today, ledger)
    cost = rates(facts, ledger, level, priced=priced)
    roles = role_terms(facts, ledger, size, level)
    first, growth = _goal(facts, ledger, clock.months)
    history = _history(facts, today, ledger)
    wanted = Wanted(
        first_year=first,
        growth=growth,
        pace=clock,
        cycle_days=number(facts, "deal.cycle_days"),
        deal_value=number(facts, "deal.mean_value") or number(facts, "deal.value"),
        current=ask.current,
        history=history,
        care_cost=_care_cost(roles["customer_success"], cost),
        closers=_closers(facts, today, ledger),
        developers=today.get("outbound_sdr", 0),
        answering=today.get("inbound_sdr", 0),
        customers=_customers(ask),
    )
    return Basis(
        pace=clock,
        rates=cost,
        spans=spans(ask, today, ledger, size),
        roles=roles,
        markets=tuple(market_terms(market, wanted, roles["account_executive"], ledger) for market in ask.markets),
        today=today,
        expansion=_expansion(ask, today, (clock.months, growth, roles["account_manager"]), ledger),
        founding=selling_founders(facts, today, ledger) if "founder" in today else 0.0,
        budget=ledger.given("budget", facts, "budget.annual_sales", "money a year"),
        budget_growth=_budget_growth(facts, growth, ledger) if clock.months > YEAR else 0.0,
        buffer=_buffer(facts, ledger) if first is not None else 0.0,
        chance_wanted=ledger.given("chance", facts, "plan.chance", "chance"),
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


def sized_up(basis: Basis, factor: float) -> Basis:
    """The same basis with more bookings to be reached by everyone who is hired for them."""
    if factor == 1:
        return basis
    markets = (_scaled_market(market, factor) if market.carrier else market for market in basis.markets)
    return replace(basis, markets=tuple(markets))


def wanted_first(basis: Basis) -> float:
    """Bookings wanted in the first year."""
    first = years(basis.pace.months)[0]
    return sum(sum(market.wanted[month] for month in first) for market in basis.markets)


def _scaled_market(market: MarketTerms, factor: float) -> MarketTerms:
    wanted = tuple(bookings * factor for bookings in market.wanted)
    return replace(market, wanted=wanted, goal=wanted)


def _goal(facts: Values, ledger: Ledger, months: int) -> tuple[float | None, float]:
    """The bookings wanted in the first year, and how they grow from year to year."""
    target = ledger.given("target", facts, "plan.target", "money, first year")
    revenue = ledger.given("revenue", facts, "company.annual_revenue", "money a year")
    growth = ledger.given("growth", facts, "growth.target", "a year")
    if target is None and revenue is None:
        ledger.warn(
            "no_target",
            "Neither a target nor revenue is known: the plan divides the work that today's people do, and counts no "
            "bookings.",
        )
        return None, 0.0
    if growth is None:
        ledger.warn("growth_unknown", "The growth that is wanted is not known: the plan takes none.")
        growth = ledger.judged("growth", 0.0, "a year")
    recurring = facts.get("deal.pricing") != "one_off"
    retention = _retention(facts, ledger) if target is None and recurring else 1.0
    goal = Goal(target=target, revenue=revenue, growth=growth, retention=retention, recurring=recurring)
    return first_year(goal), _later_growth(growth, facts, ledger) if months > YEAR else growth


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


def _budget_growth(facts: Values, growth: float, ledger: Ledger) -> float:
    """How a stated budget grows after its year: as stated, else as the target does, and it never shrinks."""
    if number(facts, "budget.annual_sales") is None:
        return 0.0
    stated = ledger.given("budget_growth", facts, "plan.budget_growth", "a year")
    if stated is not None:
        return stated
    rises = max(0.0, growth)
    if rises:
        ledger.warn(
            "budget_grows",
            f"The budget is that of the first year. For later years the plan lets it grow as the target does, by "
            f"{rises:.0%} a year: give plan.budget_growth.",
        )
    return ledger.note("budget_growth", rises, "a year", "JDG-BUDGET-GROWTH: as the target", confidence="judgement")


def _closers(facts: Values, today: Mapping[str, int], ledger: Ledger) -> float | None:
    """People who close today; None where nobody counted the team."""
    if number(facts, "headcount.sellers") is None and not any(role in today for role in (*SELLING, "founder")):
        return None
    return closing(today) + selling_founders(facts, today, ledger)


def _expansion(
    ask: PlanInput, today: Mapping[str, int], known: tuple[int, float, RoleTerms], ledger: Ledger
) -> tuple[float, ...]:
    """Account managers for what customers buy more, where there are such people today: expansion over their quota."""
    facts, (months, later, terms) = ask.facts, known
    revenue, gained = number(facts, "company.annual_revenue"), number(facts, "customers.expansion")
    pay = terms.base + terms.variable
    if not today.get("account_manager") or not revenue or not gained or not pay:
        return ()
    quota = pay * ledger.benchmark("quota_over_pay.account_manager", "QOTE-03", "times pay on target")
    each = quota * ledger.benchmark("attainment.account_manager", "ATT-04", "of quota")
    rises = [revenue, revenue * (1 + (number(facts, "growth.target") or 0.0))]
    while len(rises) * 12 < months:
        rises.append(rises[-1] * (1 + later))
    ledger.note("quota.account_manager", quota, "money a year", "Pay on target by a multiple", confidence="medium-low")
    return tuple(rises[month // 12] * gained / each for month in range(months))


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
    known = number(facts, "deal.per_seller_per_month") or number(facts, "plan.quota")
    if known or not today or not number(facts, "company.annual_revenue"):
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


def _buffer(facts: Values, ledger: Ledger) -> float:
    """The share by which a plan is sized above what is wanted.

    None where a chance is asked for, which sizes it, or where the attainment to plan with was stated: caution is in it.
    """
    stated = ledger.given("buffer", facts, "plan.buffer", "of the target")
    if stated is not None:
        return stated
    if any(number(facts, name) is not None for name in ("plan.chance", "plan.attainment")):
        return 0.0
    return ledger.benchmark("buffer", "BUFFER-01", "of the target")


def _warn_of_money(ledger: Ledger, *, priced: bool) -> None:
    if not priced:
        ledger.warn(
            "currency_unknown",
            "What a unit of the currency is worth is not known (company.usd_per_unit), so no benchmark of pay holds: "
            "the plan counts people and no cost.",
        )
