"""Companies at the edges: nothing wanted, shrinking, alone, large, and in other currencies."""

from dataclasses import replace

import pytest

from salesdesign.model.company import Territory
from salesdesign.model.expression import Value
from salesdesign.planning.inputs import Market, PlanInput
from salesdesign.planning.plan import make_plan
from salesdesign.planning.territories import territory_rows
from tests.planning.figures import benchmarks

BASE: dict[str, Value] = {
    "company.annual_revenue": 2_000_000,
    "growth.target": 0.2,
    "customers.churn": 0.1,
    "customers.count": 100,
    "deal.mean_value": 20_000,
    "deal.win_rate": 0.25,
    "deal.cycle_days": 60,
    "headcount.sellers": 6,
    "plan.horizon_quarters": 8,
    "leads.inbound_per_month": 100,
}


def ask(structure: str = "assembly_line", rate: float | None = 1.0, **facts: Value) -> PlanInput:
    known: dict[str, Value] = {**BASE, **{name.replace("__", "."): value for name, value in facts.items()}}
    return PlanInput(
        facts=known,
        markets=(Market(name="", share=1.0, structure=structure, facts=known),),
        structure=structure,
        current="island",
        benchmarks=benchmarks(),
        usd_per_unit=rate,
    )


def test_a_target_of_zero_only_replaces_who_leaves() -> None:
    plan = make_plan(ask(plan__target=0))
    closers = [row for row in plan.people if row.role == "account_executive"]
    assert plan.feasible
    assert sum(row.hires for row in closers) <= sum(row.leavers for row in closers)


def test_a_shrinking_company_still_sells() -> None:
    plan = make_plan(ask(growth__target=-0.05))
    assert plan.feasible
    assert sum(row.wanted for row in plan.bookings[:4]) == pytest.approx(2_000_000 * (0.95 - 0.9))


def test_one_person_is_a_team() -> None:
    plan = make_plan(ask("island", headcount__sellers=1, plan__target=100_000, customers__count=5))
    assert plan.feasible
    assert [row.role for row in plan.people if row.quarter == "Q1"] == ["full_cycle_seller"]


def test_a_budget_that_is_too_small_shows_both_ways_out() -> None:
    plan = make_plan(ask(budget__annual_sales=500_000))
    assert (plan.feasible, plan.binding, [way.kind for way in plan.ways_out]) == (
        False,
        "budget",
        ["bookings", "budget"],
    )


def test_what_the_budget_needs_is_enough() -> None:
    need = make_plan(ask(budget__annual_sales=500_000)).ways_out[1].value
    assert need is not None
    assert make_plan(ask(budget__annual_sales=need + 1)).feasible


def test_people_without_a_rate_of_exchange() -> None:
    plan = make_plan(ask(rate=None, company__currency="HUF"))
    assert plan.cost == ()
    assert plan.people
    assert "currency_unknown" in {warning.code for warning in plan.warnings}


def test_the_same_company_in_another_currency() -> None:
    """Twice the units at half the value: the same people at twice the cost."""
    money: dict[str, Value] = {
        "company__annual_revenue": 4_000_000,
        "deal__mean_value": 40_000,
        "company__currency": "EUR",
        "plan__pay_level": 1,
    }
    here, there = make_plan(ask()), make_plan(ask("assembly_line", 0.5, **money))
    assert [row.end for row in here.people] == [row.end for row in there.people]
    assert sum(row.total for row in there.cost) == pytest.approx(2 * sum(row.total for row in here.cost), abs=1)


def test_neither_target_nor_revenue_plans_people_alone() -> None:
    facts = {name: value for name, value in BASE.items() if name != "company.annual_revenue"}
    market = Market(name="", share=1.0, structure="assembly_line", facts=facts)
    plan = make_plan(
        PlanInput(facts=facts, markets=(market,), structure="assembly_line", current="island", benchmarks=benchmarks())
    )
    assert (plan.chance, plan.bookings) == (None, ())
    assert plan.people


def test_five_hundred_sellers_in_twenty_segments() -> None:
    facts = {**BASE, "company.annual_revenue": 200_000_000, "headcount.sellers": 500, "plan.horizon_quarters": 20}
    facts["headcount.roles.account_executive"] = 500
    markets = tuple(
        Market(name=f"s{number:02}", share=0.05, structure="assembly_line" if number % 2 else "pod", facts=facts)
        for number in range(20)
    )
    plan = make_plan(
        PlanInput(facts=facts, markets=markets, structure="pod", current="assembly_line", benchmarks=benchmarks())
    )
    assert plan.feasible
    assert plan.search is not None
    assert len(plan.quarters) == 20


def test_a_wanted_certainty_costs_more() -> None:
    half, sure = make_plan(ask()), make_plan(ask(plan__chance=0.95))
    assert sure.chance is not None
    assert sure.chance >= 0.95
    assert sum(row.total for row in sure.cost) > sum(row.total for row in half.cost)


def test_movers_are_counted_on_both_sides() -> None:
    plan = make_plan(ask())
    assert sum(move.people for move in plan.moves if move.kind in ("moves", "stays")) == 6


def test_those_whom_no_structure_changes_keep_their_jobs_too() -> None:
    plan = make_plan(ask(headcount__roles__account_manager=2, headcount__managers=1))
    kept = {move.to_role: move.people for move in plan.moves if move.kind == "stays"}
    assert (kept.get("account_manager"), kept.get("sales_manager")) == (2, 1)


def test_territories_are_evened() -> None:
    given = tuple(
        Territory(name=name, sellers=2, potential=value) for name, value in (("a", 9e5), ("b", 3e5), ("c", 6e5))
    )
    rows = territory_rows(given, 6)
    assert all(0.8 - 1e-9 <= row.evenness_after <= 1.2 + 1e-9 for row in rows)
    assert sum(row.potential_after for row in rows) == pytest.approx(1.8e6)


def too_many(*, exits: bool) -> PlanInput:
    return ask(plan__target=100_000, headcount__sellers=12, customers__count=40, plan__allow_exits=exits)


def test_posts_are_cut_only_where_that_is_allowed() -> None:
    kept, cut = make_plan(too_many(exits=False)), make_plan(too_many(exits=True))
    assert [move.kind for move in kept.moves if move.kind in ("leaves", "idle")] == ["idle"]
    assert {move.month for move in cut.moves if move.kind == "leaves"} == {3}
    assert sum(row.total for row in cut.cost) < sum(row.total for row in kept.cost)


def test_whoever_leaves_is_paid_during_notice_and_once_more() -> None:
    plan = make_plan(too_many(exits=True))
    left = {move.from_role: move.people for move in plan.moves if move.kind == "leaves"}
    pay = {one.name: one.value for one in plan.assumptions if one.name.startswith("pay.")}
    severance = sum(people * float(str(pay[f"pay.{role}"])) / 4 for role, people in left.items())
    assert sum(row.exits for row in plan.cost) == pytest.approx(severance, abs=0.05)
    assert plan.people[0].start == plan.months[0].start


def test_founders_who_sell_beside_sellers_close_in_the_first_year() -> None:
    alone = make_plan(ask(plan__buffer=0.0))
    beside = make_plan(ask(plan__buffer=0.0, headcount__founders_selling=2, headcount__founder_time=0.5))
    assert sum(row.hires for row in beside.people) <= sum(row.hires for row in alone.people)
    assert {row.role for row in beside.people} - {row.role for row in alone.people} == {"founder"}
    assert beside.workings.sales[0].ramped[0] == alone.workings.sales[0].ramped[0] + 1


def test_account_managers_grow_with_what_customers_buy_more() -> None:
    facts: dict[str, Value] = {"headcount__roles__account_manager": 1, "customers__expansion": 0.5}
    plan = make_plan(with_facts(ask(), **facts))
    managers = [row.end for row in plan.people if row.role == "account_manager"]
    assert managers[0] == 1
    assert managers[-1] == 3


def test_pods_share_the_members_who_would_have_too_little_to_do() -> None:
    facts = {**BASE, "leads.inbound_per_month": 33, "customers.count": 33}
    markets = tuple(Market(name=name, share=1 / 3, structure="pod", facts=facts) for name in "ABC")
    plan = make_plan(PlanInput(facts=BASE, markets=markets, structure="pod", current="pod", benchmarks=benchmarks()))
    assert {row.segment for row in plan.people if row.role == "inbound_sdr"} == {""}
    assert "pod_shared" in {warning.code for warning in plan.warnings}
    assert all(team["inbound_sdr"] > 0 for team in plan.teams.values())


def test_milestones_come_in_their_order() -> None:
    plan = make_plan(ask(plan__target=3_000_000))
    found = {one.event: one.quarter for one in plan.milestones}
    assert {"first_sales_manager", "first_sales_leader", "segments"} <= set(found)
    dated = [one.quarter for one in plan.milestones if one.quarter]
    assert dated == sorted(dated)


def with_facts(company: PlanInput, **facts: Value) -> PlanInput:
    known = {name.replace("__", "."): value for name, value in facts.items()}
    markets = tuple(replace(market, facts={**market.facts, **known}) for market in company.markets)
    return replace(company, facts={**company.facts, **known}, markets=markets)
