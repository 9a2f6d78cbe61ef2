"""Random small plans, and their best schedule by trying every one."""

from itertools import product
from random import Random

from salesdesign.planning.basis import Basis
from salesdesign.planning.cost import objective
from salesdesign.planning.frame import Frame
from salesdesign.planning.hiring import broken
from salesdesign.planning.inputs import Market, PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.schedule import Outcome, evaluate
from salesdesign.planning.terms import basis_of
from tests.planning.figures import benchmarks

MOST = 4
"""Hires a month up to which every schedule is tried."""


def small_plan(seed: int) -> PlanInput:
    """A company of a few sellers over two or three quarters."""
    random = Random(seed)
    structure = random.choice(["island", "assembly_line", "pod"])
    facts = {
        "plan.target": random.choice([200_000, 400_000, 900_000, 1_500_000]),
        "growth.target": 0.2,
        "deal.mean_value": random.choice([8_000, 20_000, 60_000]),
        "deal.win_rate": random.choice([0.2, 0.3]),
        "deal.cycle_days": random.choice([30, 60]),
        "deal.complexity": random.choice([3, 4]),
        "customers.count": random.choice([20, 200]),
        "headcount.sellers": random.choice([1, 3, 5, 8]),
        "headcount.managers": random.choice([0, 1]),
        "leads.inbound_per_month": random.choice([100, 300]),
        "plan.horizon_quarters": 2,
        "plan.time_to_hire_months": random.choice([2, 3]),
        "plan.quota": random.choice([500_000, 800_000]),
        "plan.attainment": 0.75,
        "plan.ramp_months": random.choice([0, 1, 2, 4]),
        "plan.attrition": random.choice([0.0, 0.3, 0.9]),
        "plan.open_opportunities": random.choice([20, 80, 200]),
        "company.gross_margin": 0.8,
    }
    if random.random() < 0.3:
        facts["plan.max_hires_per_month"] = random.choice([1, 2, 3])
    if random.random() < 0.3:
        facts["budget.annual_sales"] = random.choice([600_000, 1_200_000, 3_000_000])
    return PlanInput(
        facts=facts,
        markets=(Market(name="", share=1.0, structure=structure, facts=facts),),
        structure=structure,
        current="island" if random.random() < 0.5 else "assembly_line",
        benchmarks=benchmarks(),
    )


def basis_for(ask: PlanInput) -> Basis:
    """What the plan is computed from."""
    return basis_of(ask, Ledger(overrides=ask.overrides, benchmarks=ask.benchmarks, usd_per_unit=ask.usd_per_unit))


def best_by_trying(frame: Frame) -> Outcome | None:
    """The cheapest schedule of all, every month up to a few hires; None where none is allowed."""
    months, wait = frame.basis.pace.months, frame.basis.pace.time_to_hire
    best: Outcome | None = None
    for hires in product(range(MOST + 1), repeat=months - wait):
        outcome = evaluate(frame, ((0,) * wait + hires,))
        if (best is None or objective(outcome) < objective(best)) and not broken(outcome):
            best = outcome
    return best
