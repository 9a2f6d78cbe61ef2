"""Sizing: a plan has a buffer over its target as far as it can be had, and says what keeps it small."""

from dataclasses import replace

from salesdesign.model.plan import Plan
from salesdesign.planning.plan import make_plan
from tests.planning.test_edges import ask


def said(plan: Plan, code: str) -> str:
    return next((warning.text for warning in plan.warnings if warning.code == code), "")


def expected(plan: Plan) -> float:
    return sum(row.expected for row in plan.bookings[:4])


def test_a_plan_is_sized_for_a_tenth_more_than_its_target_and_is_surer_for_it() -> None:
    usual, bare = make_plan(ask()), make_plan(ask(plan__buffer=0.0))
    wanted = sum(row.wanted for row in usual.bookings[:4])
    assert (usual.ratios["buffer"], bare.ratios["buffer"]) == (0.1, 0.0)
    assert expected(usual) >= wanted * 1.1 * (1 - 1e-5) > expected(bare) >= wanted * (1 - 1e-5)
    assert (usual.chance or 0) > (bare.chance or 0)


def test_what_is_wanted_stays_what_was_asked_for() -> None:
    usual, bare = make_plan(ask()), make_plan(ask(plan__buffer=0.0))
    assert [row.wanted for row in usual.bookings] == [row.wanted for row in bare.bookings]


def test_every_structure_is_compared_with_the_same_buffer() -> None:
    plan = make_plan(replace(ask(), alternatives=("assembly_line", "island")))
    wanted = sum(row.wanted for row in plan.bookings)
    assert all((row.bookings or 0) >= wanted * 1.1 * (1 - 1e-5) for row in plan.alternatives)


def test_a_buffer_for_which_too_few_can_start_is_cut_down_and_says_why() -> None:
    plan = make_plan(ask(plan__max_hires_per_month=1))
    assert plan.feasible
    assert plan.ratios["buffer"] < 0.1
    assert "no more than 1 people can start in a month" in said(plan, "buffer_small")


def test_a_buffer_that_the_budget_cannot_pay_is_cut_down_and_says_why() -> None:
    bare = make_plan(ask(plan__buffer=0.0, plan__horizon_quarters=4))
    plan = make_plan(ask(plan__horizon_quarters=4, budget__annual_sales=sum(row.total for row in bare.cost) + 1))
    assert (plan.feasible, plan.ratios["buffer"]) == (True, 0.0)
    assert "the budget pays for no more people" in said(plan, "buffer_small")


def test_a_chance_that_is_asked_for_decides_the_buffer() -> None:
    plan = make_plan(ask(plan__chance=0.7))
    assert plan.feasible
    assert (plan.chance or 0) >= 0.7
    assert plan.ratios["buffer"] > 0.1


def test_quotas_above_what_is_allowed_are_told() -> None:
    plan = make_plan(ask(plan__over_assignment=1.05))
    assert said(plan, "over_assignment").endswith("more than the 1.05 that is allowed.")


def test_an_attainment_to_plan_with_holds_the_caution_already() -> None:
    assert make_plan(ask(plan__attainment=0.6)).ratios["buffer"] == 0.0
    assert make_plan(ask(plan__attainment=0.6, plan__buffer=0.05)).ratios["buffer"] == 0.05


def test_more_starts_in_one_month_than_a_team_takes_in_are_told_where_nobody_said_how_many_it_does() -> None:
    crowded, paced = make_plan(ask(plan__target=3_000_000)), make_plan(ask(plan__max_hires_per_month=9))
    assert "people start in month" in said(crowded, "many_starts")
    assert said(paced, "many_starts") == ""


def test_pipeline_that_is_decided_after_the_plan_ends_is_not_counted() -> None:
    plan = make_plan(ask(deal__cycle_days=200))
    assert [row.coverage is None for row in plan.bookings] == [False] * 6 + [True] * 2
