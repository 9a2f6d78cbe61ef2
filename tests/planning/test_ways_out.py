"""What binds truly binds, the best that can be reached is shown, and both ways out hold."""

from functools import reduce
from itertools import combinations

import pytest

from salesdesign.model.expression import Value
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import attempt, broken
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.plan import make_plan
from salesdesign.planning.reach import reachable, whole
from salesdesign.planning.ways import blocked, relaxed
from tests.planning.small import basis_for
from tests.planning.test_edges import ask, with_facts

GROWING: dict[str, Value] = {
    "growth__target": 0.5,
    "customers__count": 60,
    "plan__open_opportunities": 40,
    "company__gross_margin": 0.8,
}
HELD_BACK: tuple[dict[str, Value], ...] = (
    {"budget__annual_sales": 900_000},
    {"budget__annual_sales": 1_000_000, "growth__target": 0.8},
    {"budget__annual_sales": 900_000, "plan__budget_growth": 0},
    {"plan__max_hires_per_month": 0.5, "growth__target": 0.9},
    {"plan__open_opportunities": 0, "growth__target": 0.2},
    {"budget__annual_sales": 950_000, "plan__open_opportunities": 0},
    {"budget__annual_sales": 900_000, "plan__horizon_quarters": 12},
    {"budget__annual_sales": 700_000},
)


def held_back(number: int, structure: str) -> PlanInput:
    return with_facts(ask(structure), **{**GROWING, **HELD_BACK[number]})


PAIRS = [(number, structure) for number in range(len(HELD_BACK)) for structure in ("assembly_line", "island")]
CASES = pytest.mark.parametrize(("number", "structure"), PAIRS)
ALL = [held_back(*pair) for pair in PAIRS]


@CASES
def test_what_binds_are_the_fewest_limits_without_which_the_target_is_reached(number: int, structure: str) -> None:
    basis = basis_for(held_back(number, structure))
    if attempt(frame(basis)) is not None:
        return
    binds = blocked(basis).binds
    assert reachable(reduce(relaxed, binds, basis), whole(basis)) is not None
    for fewer in combinations(binds, len(binds) - 1):
        assert reachable(reduce(relaxed, fewer, basis), whole(basis)) is None


@CASES
def test_the_plan_that_is_shown_keeps_every_limit(number: int, structure: str) -> None:
    basis = basis_for(held_back(number, structure))
    if attempt(frame(basis)) is None:
        stuck = blocked(basis)
        assert broken(stuck.outcome) == ()


def test_with_the_lower_target_the_limits_are_kept() -> None:
    lower = [
        with_facts(company, plan__target=way.value)
        for company in ALL
        for way in make_plan(company).ways_out
        if way.kind == "bookings" and way.value and "target of this" in way.text
    ]
    assert len(lower) >= len(ALL) // 4
    assert all(make_plan(company).feasible for company in lower)


def test_with_the_larger_budget_the_target_is_reached() -> None:
    larger = [
        with_facts(company, budget__annual_sales=way.value)
        for company in ALL
        for way in make_plan(company).ways_out
        if way.text == "Raise the sales budget to this."
    ]
    assert len(larger) >= len(ALL) // 4
    assert all(make_plan(company).feasible for company in larger)


def test_a_budget_out_of_reach_is_spent_on_bookings() -> None:
    """Nearly all of the first year's budget, and more bookings than today's people bring."""
    company = held_back(0, "assembly_line")
    plan, alone = make_plan(company), make_plan(with_facts(company, budget__annual_sales=1_000))
    assert plan.binding == "budget"
    assert sum(row.total for row in plan.cost[:4]) > 0.9 * 900_000
    assert sum(row.expected for row in plan.bookings) > sum(row.expected for row in alone.bookings)


def test_a_budget_grows_with_the_target_unless_it_is_said_how() -> None:
    stated = [make_plan(held_back(number, "assembly_line")) for number in (0, 2)]
    assert [{row.budget for row in plan.cost[4:]} for plan in stated] == [{337_500.0}, {225_000.0}]
