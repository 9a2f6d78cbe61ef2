"""The worked example of a year: facts, overrides and schedule."""

from salesdesign.model.expression import Value
from salesdesign.model.pack import Benchmark
from salesdesign.planning.inputs import Market, Override, PlanInput
from tests.planning.figures import benchmarks

FACTS: dict[str, Value] = {
    "company.annual_revenue": 8_000_000,
    "company.gross_margin": 0.8,
    "growth.target": 0.3,
    "customers.churn": 0.1,
    "customers.expansion": 0.05,
    "customers.count": 200,
    "deal.mean_value": 20_000,
    "deal.win_rate": 0.25,
    "deal.cycle_days": 60,
    "deal.pricing": "subscription",
    "headcount.sellers": 10,
    "headcount.roles.account_executive": 6,
    "headcount.roles.inbound_sdr": 1,
    "headcount.roles.outbound_sdr": 1,
    "headcount.roles.customer_success": 2,
    "headcount.managers": 1,
    "headcount.leader": "vp",
    "leads.inbound_per_month": 275,
    "leads.referral_share": 0.1,
    "plan.horizon_quarters": 4,
    "plan.quota": 600_000,
    "plan.attainment": 0.75,
    "plan.time_to_hire_months": 3,
    "plan.open_opportunities": 100,
    "plan.lead_to_opportunity": 0.08,
    "plan.self_sourced_share": 0.15,
    "plan.acceptance": 0.5,
    "plan.accounts_per_customer_success": 80,
    "plan.span": 8,
    "plan.load": 1.3,
    "plan.tools_per_head": 3_000,
}
PAY = {
    "account_executive": (75_000, 75_000),
    "inbound_sdr": (55_000, 25_000),
    "outbound_sdr": (55_000, 25_000),
    "customer_success": (76_000, 19_000),
    "sales_manager": (105_000, 60_000),
    "sales_leader": (165_000, 110_000),
}
OVERRIDES: dict[str, Override] = {
    **{f"base.{role}": float(pay[0]) for role, pay in PAY.items()},
    **{f"variable.{role}": float(pay[1]) for role, pay in PAY.items()},
    "ramp.account_executive": (0.10,) * 3 + (0.31,) * 3 + (0.75,) * 3 + (0.91,) * 3,
    "ramp.outbound_sdr": (0.5,) * 3,
    "ramp.inbound_sdr": (),
    "attrition.account_executive": 0.15,
    "attrition.inbound_sdr": 0.0,
    "attrition.outbound_sdr": 0.0,
    "attrition.customer_success": 0.0,
    "meetings": 12.0,
    "employer_charge": 0.1,
    "recruiting": 15_000.0,
    "buffer": 0.0,
}
SCHEDULE = {"": (0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0)}


def worked(*, scheduled: bool, structure: str = "assembly_line", **changed: Value) -> PlanInput:
    """The example, with its schedule or to be solved."""
    facts: dict[str, Value] = {**FACTS, **changed}
    known: dict[str, Benchmark] = benchmarks()
    return PlanInput(
        facts=facts,
        markets=(Market(name="", share=1.0, structure=structure, facts=facts),),
        structure=structure,
        current="assembly_line",
        benchmarks=known,
        overrides=OVERRIDES,
        schedule=SCHEDULE if scheduled else None,
    )
