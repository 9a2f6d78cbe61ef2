"""The level of pay: how far the benchmarks of pay, which are American, hold for a company."""

from collections.abc import Mapping

from salesdesign.planning.assumptions import number, rates, role_terms
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.scope import deal_size

WEST = frozenset(("EUR", "GBP", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "SGD", "HKD", "AED", "ILS", "JPY", "KRW"))
"""Currencies of countries where sellers earn less than in the United States, and not less than half."""
AS_AMERICAN = ("USD", "CHF")
UNIT = "of United States pay"


def pay_level_of(ask: PlanInput, today: Mapping[str, int], ledger: Ledger) -> float:
    """Pay over that of the United States: as stated, else by currency."""
    stated = ledger.given("pay_level", ask.facts, "plan.pay_level", UNIT)
    level = _by_currency(ask, ledger) if stated is None else stated
    paid = _paid_today(ask, today)
    if paid is not None and paid < level:
        ledger.warn(
            "budget_below_team",
            f"At {level:.0%} of American pay today's people cost more than the budget, which pays them at "
            f"{max(0.0, paid):.0%} at most. Give plan.pay_level, or pay, for those of your company.",
        )
    return level


def _by_currency(ask: PlanInput, ledger: Ledger) -> float:
    currency = str(ask.facts.get("company.currency", "USD"))
    if currency in AS_AMERICAN or ledger.usd_per_unit is None:
        return 1.0
    level = ledger.benchmark("pay_level", "JDG-PAY-WEST" if currency in WEST else "JDG-PAY-OTHER", UNIT)
    ledger.warn(
        "pay_level_unknown",
        f"Pay figures are American. For amounts in {currency} the plan takes {level:.0%} of them, our judgement: give "
        "plan.pay_level, or pay, for those of your country.",
    )
    return level


def _paid_today(ask: PlanInput, today: Mapping[str, int]) -> float | None:
    """The level at which today's people cost what the budget is; None where it cannot be told."""
    budget = number(ask.facts, "budget.annual_sales")
    if not budget or not today or ask.usd_per_unit is None:
        return None
    fixed, full = (_cost(ask, today, level) for level in (0.0, 1.0))
    return (budget - fixed) / (full - fixed) if full > fixed else None


def _cost(ask: PlanInput, today: Mapping[str, int], level: float) -> float:
    """What today's people cost in a year at a level of pay."""
    aside = Ledger(overrides=ask.overrides, benchmarks=ask.benchmarks, usd_per_unit=ask.usd_per_unit)
    roles = role_terms(ask.facts, aside, deal_size(ask.facts, aside), level)
    cost = rates(ask.facts, aside, level, priced=True)
    return sum(
        people * (terms.base * cost.load + terms.variable * (1 + cost.charge) + cost.tools)
        for role, people in today.items()
        for terms in [roles[role]]
        if role != "founder"
    )
