"""What holds for every plan."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.model.expression import Value
from salesdesign.model.plan import MonthRow, PeopleRow, Plan
from salesdesign.planning.cost import objective
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import broken, search
from salesdesign.planning.inputs import Market, PlanInput
from salesdesign.planning.plan import make_plan
from salesdesign.planning.terms import wanted_first
from salesdesign.planning.ways import blocked
from tests.planning.figures import benchmarks
from tests.planning.small import basis_for, small_plan

STRUCTURES = ("island", "assembly_line", "pod", "founder_led", "self_serve")
Facts = dict[str, Any]  # facts of any type, as drawn

CALM = settings(max_examples=60)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:  # facts of any type
    return st.none() | strategy


companies = st.fixed_dictionaries(
    {
        "company.annual_revenue": maybe(st.sampled_from([0, 100_000, 1_000_000, 8_000_000])),
        "company.currency": st.sampled_from(["USD", "EUR", "HUF"]),
        "company.gross_margin": maybe(st.sampled_from([0.4, 0.8])),
        "growth.target": maybe(st.sampled_from([-0.5, -0.1, 0.0, 0.3, 1.0])),
        "customers.churn": maybe(st.sampled_from([0.0, 0.1, 0.3])),
        "customers.count": maybe(st.integers(0, 500)),
        "deal.value": maybe(st.sampled_from([500, 8_000, 30_000, 200_000])),
        "deal.pricing": maybe(st.sampled_from(["one_off", "subscription"])),
        "deal.cycle_days": maybe(st.sampled_from([0, 30, 90, 400])),
        "deal.complexity": maybe(st.integers(1, 5)),
        "deal.per_seller_per_month": maybe(st.sampled_from([0.5, 3.0])),
        "headcount.sellers": maybe(st.integers(0, 12)),
        "headcount.managers": maybe(st.integers(0, 2)),
        "leads.inbound_per_month": maybe(st.sampled_from([0, 50, 400])),
        "plan.horizon_quarters": st.integers(1, 5),
        "plan.time_to_hire_months": maybe(st.sampled_from([0, 1, 3])),
        "plan.attrition": maybe(st.sampled_from([0.0, 0.2, 0.5])),
        "budget.annual_sales": maybe(st.sampled_from([0, 500_000, 5_000_000])),
        "plan.target": maybe(st.sampled_from([0, 400_000, 3_000_000])),
        "plan.allow_exits": st.booleans(),
        "plan.open_opportunities": maybe(st.sampled_from([0, 60])),
        "plan.max_hires_per_month": maybe(st.sampled_from([1, 2])),
        "headcount.founders_selling": maybe(st.integers(0, 2)),
        "headcount.roles.account_manager": maybe(st.integers(0, 1)),
        "customers.expansion": maybe(st.sampled_from([0.0, 0.2])),
    }
)
RATES = {"USD": 1.0, "EUR": 1.1, "HUF": None}


def asked(drawn: Facts, structure: str) -> PlanInput:
    facts = {name: value for name, value in drawn.items() if value is not None}
    return PlanInput(
        facts=facts,
        markets=(Market(name="", share=1.0, structure=structure, facts=facts),),
        structure=structure,
        current="island",
        benchmarks=benchmarks(),
        usd_per_unit=RATES[facts["company.currency"]],
    )


def people_balance(plan: Plan) -> bool:
    rows: list[PeopleRow | MonthRow] = [*plan.people, *plan.months]
    flows = all(row.start + row.hires + row.moved_in - row.leavers - row.moved_out == row.end for row in rows)
    return flows and all(
        min(row.start, row.hires, row.moved_in, row.leavers, row.moved_out, row.end) >= 0 for row in rows
    )


def money_adds_up(plan: Plan) -> bool:
    cents = [
        round(
            (row.base + row.variable + row.commission + row.load + row.tools + row.hiring + row.travel + row.exits)
            * 100
        )
        == round(row.total * 100)
        for row in plan.cost
    ]
    by_people = round(sum(row.cost or 0 for row in plan.people) * 100)
    return all(cents) and (not plan.cost or by_people == round(sum(row.total for row in plan.cost) * 100))


def in_markets(ask: PlanInput, structures: list[str]) -> PlanInput:
    """The same company in as many markets, each with its own way of selling."""
    share = 1 / len(structures)
    markets = tuple(
        Market(name=f"m{number}", share=share, structure=structure, facts=ask.facts)
        for number, structure in enumerate(structures)
    )
    return replace(ask, markets=markets if len(markets) > 1 else ask.markets)


def keeps_its_limits(plan: Plan) -> bool:
    """Whether a plan that is said to be feasible spends no more than its budget in any year."""
    years = [plan.cost[first : first + 4] for first in range(0, len(plan.cost), 4)]
    return all(
        sum(row.total for row in year) <= sum(row.budget or 0.0 for row in year) + 0.05
        for year in years
        if year[0].budget is not None
    )


@CALM
@given(companies, st.lists(st.sampled_from(STRUCTURES), min_size=1, max_size=3))
def test_people_balance_and_money_adds_up(drawn: Facts, structures: list[str]) -> None:
    plan = make_plan(in_markets(asked(drawn, structures[0]), structures))
    assert keeps_its_limits(plan) or not plan.feasible
    assert plan.search is None or plan.search.bound <= plan.search.objective + 0.01
    assert people_balance(plan)
    assert money_adds_up(plan)
    assert plan.feasible == (plan.binding is None)
    assert plan.feasible or plan.ways_out


@CALM
@given(companies, st.sampled_from(STRUCTURES))
def test_the_same_facts_give_the_same_plan(drawn: Facts, structure: str) -> None:
    assert make_plan(asked(drawn, structure)) == make_plan(asked(drawn, structure))


def least(ask: PlanInput) -> float:
    found = search(frame(basis_for(ask)), gap=0)
    return float("inf") if found is None else objective(found.outcome)


def changed(ask: PlanInput, **facts: Value) -> PlanInput:
    more = {name.replace("__", "."): value for name, value in facts.items()}
    markets = tuple(replace(market, facts={**market.facts, **more}) for market in ask.markets)
    return replace(ask, facts={**ask.facts, **more}, markets=markets)


@CALM
@given(st.integers(0, 10_000), st.sampled_from([1.02, 1.2, 2.0]))
def test_a_larger_target_never_costs_less(seed: int, factor: float) -> None:
    ask = small_plan(seed)
    target = ask.facts["plan.target"]
    assert isinstance(target, int)
    assert least(ask) <= least(changed(ask, plan__target=target * factor)) + 0.05


@CALM
@given(st.integers(0, 10_000), st.sampled_from([1, 2, 4]))
def test_a_longer_ramp_never_costs_less(seed: int, months: int) -> None:
    ask = small_plan(seed)
    ramp = ask.facts["plan.ramp_months"]
    assert isinstance(ramp, int)
    assert least(ask) <= least(changed(ask, plan__ramp_months=ramp + months)) + 0.05


@settings(CALM, max_examples=10)
@given(st.integers(0, 10_000))
def test_a_larger_budget_never_reaches_less(seed: int) -> None:
    companies = [changed(small_plan(seed), budget__annual_sales=budget) for budget in (300_000, 600_000, 1_200_000)]
    plans = [blocked(basis_for(company)) for company in companies]
    wanted = wanted_first(basis_for(companies[0]))
    reached = [
        0.0 if broken(plan.outcome) else min(wanted, sum(sum(sales.expected[:12]) for sales in plan.outcome.sales))
        for plan in plans
        if not plan.spared
    ]
    assert all(later >= earlier * (1 - 0.02) for earlier, later in pairwise(reached))
