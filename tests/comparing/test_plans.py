"""How plan and road ahead move between two advices."""

from dataclasses import replace

import pytest

from salesdesign.comparing.compare import compare
from salesdesign.comparing.differences import Comparison
from salesdesign.comparing.markdown import to_markdown
from salesdesign.comparing.moves import PlanMove, PlanSide, RoleMove, StageMove
from salesdesign.comparing.plan_told import plan_lines
from salesdesign.comparing.state import both_planned
from salesdesign.comparing.told import told
from salesdesign.reporting.sections.planned.words import BINDING
from tests.comparing.test_compare import states
from tests.policy.examples import pack_and_machine

ALONE = """\
company:
  name: Acme
current:
  structure: founder_led
headcount:
  founders_selling: 1
"""

SIDE = PlanSide(
    structure="island",
    currency="USD",
    start="2027-01",
    end="2028-Q4",
    feasible=True,
    binding=None,
    people_year=10,
    people_end=12,
    hires=4,
    cost=1_234_567.0,
    budget=1_500_000.0,
    wanted=2_000_000.0,
    expected=2_100_000.0,
    chance=0.6,
)


def planned(before: dict[str, str], after: dict[str, str]) -> Comparison:
    machine = pack_and_machine()[1]
    old, new = states(before, after)
    return compare(*both_planned(old, new, machine), machine)


@pytest.fixture(scope="module")
def richer() -> Comparison:
    """The stalled company with twice the budget and half the growth wanted."""
    revenue = {"company.annual_revenue": "5000000"}
    return planned(revenue, {**revenue, "budget.annual_sales": "9000000", "growth.target": "0.1"})


def test_without_a_plan_nothing_is_said_of_one() -> None:
    machine = pack_and_machine()[1]
    old, new = states({}, {"growth.target": "0.1"})
    assert compare(old, new, machine).plan is None


def test_a_plan_is_compared_figure_by_figure(richer: Comparison) -> None:
    move = richer.plan
    assert move is not None
    assert move.before.wanted is not None
    assert move.after.wanted is not None
    assert move.before.wanted > move.after.wanted
    assert move.before.budget != move.after.budget
    assert all(role.before != role.after for role in move.roles)
    lines = told(richer)
    assert sum(line.startswith("Plan: ") for line in lines) == 1
    assert any(line.startswith("Bookings of its first year: wanted ") for line in lines)


def test_people_by_role_add_up_to_the_people_at_the_end(richer: Comparison) -> None:
    move = richer.plan
    assert move is not None
    by_role = sum(role.after - role.before for role in move.roles)
    assert by_role == move.after.people_end - move.before.people_end


def test_the_page_shows_both_plans_in_a_table(richer: Comparison) -> None:
    page = to_markdown(richer, ("old", "new"))
    assert "## Plan" in page
    assert "| Cost of its first year |" in page


def test_the_same_facts_give_the_same_plan() -> None:
    assert planned({}, {}).same


def test_a_side_without_a_basis_is_said_and_neither_is_planned() -> None:
    machine = pack_and_machine()[1]
    (old,), (new,) = states({}, facts=ALONE), states({})
    found = compare(*both_planned(old, new, machine), machine)
    assert found.plan is None
    lines = [line for line in told(found) if line.startswith("No plans are compared, as there is none before: ")]
    assert lines[0].endswith("No way of selling could be chosen, so there is none to plan for.")


def test_two_sides_without_a_basis_need_no_word_about_it() -> None:
    assert list(plan_lines(None, ("No basis.", "No basis."), ())) == []


def test_a_plan_that_stands_is_not_told() -> None:
    assert list(plan_lines(PlanMove(before=SIDE, after=SIDE, roles=()), ("", ""), ())) == []


def test_every_figure_that_moves_is_told_in_a_few_lines() -> None:
    after = replace(
        SIDE,
        start="2027-04",
        feasible=False,
        binding="budget",
        people_year=11,
        people_end=13,
        cost=1_111_110.0,
        expected=1_900_000.0,
        chance=0.0,
    )
    roles = (RoleMove(role="sales_manager", name="sales managers", before=1, after=2),)
    stage = StageMove(phase="market_teams", name="Market teams", before="2028-Q1", after=None)
    assert list(plan_lines(PlanMove(before=SIDE, after=after, roles=roles), ("", ""), (stage,))) == [
        "The plans begin at different times: 2027-01 → 2027-04.",
        f"Plan: can be carried out → falls short, as {BINDING['budget']}.",
        "People in the plan: 10 → 11 people after a year; 12 → 13 people at its end (sales managers 1 → 2).",
        "Cost of its first year: $1.23 million → $1.11 million (−10%), of a budget of $1.5 million.",
        "Bookings of its first year: expected $2.1 million → $1.9 million (−9.5%), chance to meet the target 60% → 0%.",
        "Market teams: 2028-Q1 → not before the plan ends.",
    ]


def test_amounts_in_two_currencies_are_not_set_off_against_each_other() -> None:
    move = PlanMove(before=SIDE, after=replace(SIDE, currency="EUR"), roles=())
    assert not any("%" in line for line in plan_lines(move, ("", ""), ()))


def test_a_plan_that_still_falls_short_says_so_and_roles_beyond_the_first_are_counted() -> None:
    short = replace(SIDE, feasible=False, binding="budget")
    roles = tuple(RoleMove(role=name, name=name, before=0, after=1) for name in "abcde")
    verdict, people, *_ = plan_lines(
        PlanMove(before=short, after=replace(short, people_end=9), roles=roles), ("", ""), ()
    )
    assert verdict == f"Plan: still falls short, as {BINDING['budget']}."
    assert people.endswith("(a 0 → 1, b 0 → 1, c 0 → 1, d 0 → 1 and 1 other role).")
