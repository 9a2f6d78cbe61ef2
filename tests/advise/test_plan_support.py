"""Support in the plan is what the decision about support says, at any number of sellers."""

import pytest

from salesdesign.advise import advise
from salesdesign.advise.decisions import take_decisions
from salesdesign.advise.plan_support import support_steps
from salesdesign.engine.compile import Machine
from salesdesign.planning.basis import SupportSteps
from tests.advise.test_plan import company_of, machine, plan_of, with_plan

__all__ = ["machine"]

STEADY = """
company: {name: Steady, annual_revenue: 3000000}
headcount: {sellers: %d, leader: vp}
customers: {churn: 0.0}
deal: {mean_value: 20000, win_rate: 0.25, cycle_days: 60, pricing: one_off, per_seller_per_month: 1.1}
current: {structure: island, symptoms: [%s]}
plan: {horizon_quarters: 4}
"""
WORN = "admin_burden, poor_metrics, slow_ramp"


def steps_of(facts: str, machine: Machine) -> dict[str, SupportSteps]:
    decided = take_decisions(company_of(facts, machine.pack), machine.pack, machine, {})
    return dict(support_steps(decided, machine, {}))


def called_for(facts: str, machine: Machine, role: str) -> bool:
    """Whether the advice of such a company wants one whole person or more."""
    decision = advise(company_of(facts, machine.pack), machine.pack, machine=machine).decisions["support"]
    option = next(option for option in decision.options if option.id == role)
    return role in decision.chosen and option.amount is not None and option.amount.people >= 1


@pytest.mark.parametrize("symptoms", ["", WORN])
@pytest.mark.parametrize("role", ["sales_operations", "sales_enablement"])
def test_the_plan_begins_where_the_decision_calls_for_a_person(role: str, symptoms: str, machine: Machine) -> None:
    steps = steps_of(STEADY % (12, symptoms), machine)[role]
    for sellers in (3, 7, 8, 12, 15, 16, 25, 40):
        assert (sellers >= steps.first) == called_for(STEADY % (sellers, symptoms), machine, role)


def test_operations_that_are_called_for_are_hired(machine: Machine) -> None:
    plan = plan_of(with_plan(STEADY % (11, WORN), machine))
    assert {row.end for row in plan.people if row.role == "sales_operations"} >= {1}
