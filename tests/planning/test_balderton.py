"""The two example teams of the Balderton guide, from its ratios as overrides.

The guide counts account executives to a manager; our span counts developers as well, so eight with their two
developers are a span of ten, and six with their three are one of nine.
"""

import pytest

from salesdesign.model.expression import Value
from salesdesign.planning.inputs import Market, Override, PlanInput
from salesdesign.planning.plan import make_plan
from tests.planning.figures import benchmarks

TEAMS = [
    # closers, deal value, deals a quarter, closers a developer, an engineer, a span; developers, engineers
    (8, 25_000, 6, 4, 4, 10.0, 2, 2),
    (6, 175_000, 2, 2, 2, 9.0, 3, 3),
]


def team(closers: int, value: int, deals: int, ratios: tuple[int, int, float]) -> PlanInput:
    a_developer, an_engineer, span = ratios
    facts: dict[str, Value] = {
        "plan.target": closers * deals * 4 * value,
        "growth.target": 0.0,
        "deal.mean_value": value,
        "deal.value": value,
        "deal.win_rate": 0.25,
        "deal.cycle_days": 60,
        "deal.complexity": 4,
        "deal.per_seller_per_month": deals / 3,
        "customers.care_by": "service",
        "headcount.sellers": closers + closers // a_developer,
        "headcount.roles.account_executive": closers,
        "headcount.roles.outbound_sdr": closers // a_developer,
        "plan.horizon_quarters": 4,
        "plan.span": span,
        "plan.attrition": 0.0,
        "leads.inbound_per_month": 0,
    }
    overrides: dict[str, Override] = {
        "self_sourced": 0.0,
        "acceptance": 1.0,
        "buffer": 0.0,
        "meetings": a_developer * deals / 3 / 0.25,
        "closers_per_engineer": float(an_engineer),
    }
    return PlanInput(
        facts=facts,
        markets=(Market(name="", share=1.0, structure="assembly_line", facts=facts),),
        structure="assembly_line",
        current="assembly_line",
        benchmarks=benchmarks(),
        overrides=overrides,
    )


@pytest.mark.parametrize("given", TEAMS)
def test_its_teams_come_out(given: tuple[int, int, int, int, int, float, int, int]) -> None:
    plan = make_plan(team(*given[:3], given[3:6]))
    ends = {row.role: row.end for row in plan.people if row.quarter == "Q4"}
    assert (plan.feasible, ends["account_executive"], ends["outbound_sdr"], ends["sales_engineer"]) == (
        True,
        given[0],
        given[6],
        given[7],
    )
    assert ends["sales_manager"] == 1


def test_a_quota_by_pay_and_one_by_deals_differ() -> None:
    known = benchmarks()
    by_pay = known["OTE-AE-FIELD"].typical * known["QOTE-02"].typical  # type: ignore[operator]  # both are numbers
    by_deals = known["DEALS-ENT"].typical * 4 * 175_000  # type: ignore[operator]  # a number
    assert (by_pay, by_deals) == (1_200_000, 1_400_000)
