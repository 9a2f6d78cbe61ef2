"""Plans to write down: small ones, made by the planner from facts that leave nothing open."""

from collections.abc import Mapping
from functools import cache

from salesdesign.model.expression import Value
from salesdesign.model.plan import Plan
from salesdesign.planning.inputs import Market, PlanInput
from salesdesign.planning.plan import make_plan
from tests.planning.figures import benchmarks

FACTS: Mapping[str, Value] = {
    "plan.target": 3_000_000,
    "growth.target": 0.2,
    "deal.mean_value": 20_000,
    "deal.win_rate": 0.25,
    "deal.cycle_days": 60,
    "deal.complexity": 4,
    "customers.count": 150,
    "customers.churn": 0.1,
    "headcount.sellers": 9,
    "headcount.managers": 1,
    "leads.inbound_per_month": 250,
    "plan.horizon_quarters": 4,
    "plan.quota": 700_000,
    "plan.attainment": 0.8,
    "plan.ramp_months": 5,
    "plan.attrition": 0.2,
    "plan.open_opportunities": 130,
    "company.annual_revenue": 7_000_000,
    "company.gross_margin": 0.8,
}


@cache
def plan_for(structure: str, current: str = "island") -> Plan:
    """The plan of one market."""
    return make_plan(
        PlanInput(
            facts=FACTS,
            markets=(Market(name="", share=1.0, structure=structure, facts=FACTS),),
            structure=structure,
            current=current,
            benchmarks=benchmarks(),
        )
    )


@cache
def plan_of_two_markets() -> Plan:
    """A plan in euros of two markets that sell differently, one of them with a name that looks like a formula."""
    facts = {**FACTS, "company.currency": "EUR", "budget.annual_sales": 9_000_000, "plan.start": "2027-02"}
    small = {**facts, "deal.mean_value": 5_000, "deal.cycle_days": 30, "customers.count": 60}
    return make_plan(
        PlanInput(
            facts=facts,
            markets=(
                Market(name='=HYPERLINK("x")', share=0.6, structure="assembly_line", facts=facts),
                Market(name="Small", share=0.4, structure="island", facts=small),
            ),
            structure="assembly_line",
            current="assembly_line",
            benchmarks=benchmarks(),
            usd_per_unit=1.1,
        )
    )
