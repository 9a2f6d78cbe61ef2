"""The advice with its plan: teams, quarters, what cannot be paid, and companies that cannot be planned."""

from dataclasses import replace
from pathlib import Path

import pytest

from salesdesign.advise import Planning, advise, planned, unplannable
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.facts.read import read_company
from salesdesign.model.advice import Advice
from salesdesign.model.company import Company
from salesdesign.model.pack import Pack
from salesdesign.model.plan import Plan
from salesdesign.pack.read import read_pack
from salesdesign.planning.basis import ROLES
from tests.pack.packs import SMALL

TEN_ISLANDS = """
company: {name: Ten, annual_revenue: 5000000, gross_margin: 0.8}
headcount: {sellers: 10, secondary_share: 0.4}
customers: {count: 200, churn: 0.1, relationship: 2}
deal: {mean_value: 20000, win_rate: 0.25, cycle_days: 60, pricing: subscription}
leads: {inbound_per_month: 300}
process: {documented: documented, repeatability: proven}
current: {structure: island}
growth: {target: 0.2}
plan: {horizon_quarters: 4, start: 2027-01}
"""
TWO_MARKETS = (
    TEN_ISLANDS
    + """
segments:
  - {name: Large, share: 0.6, deal: {mean_value: 60000, cycle_days: 120}}
  - {name: Small, share: 0.4, deal: {mean_value: 5000, cycle_days: 30}}
"""
)


@pytest.fixture(scope="module")
def machine(root: Path) -> Machine:
    return compile_pack(read_pack(root / "rules"))


def company_of(facts: str, pack: Pack) -> Company:
    return read_company(facts.encode(), "facts.yaml", pack.catalogue)


def with_plan(facts: str, machine: Machine, planning: Planning | None = None) -> Advice:
    company = company_of(facts, machine.pack)
    return planned(advise(company, machine.pack, machine=machine), company, machine, planning)


def plan_of(advice: Advice) -> Plan:
    assert advice.plan is not None
    return advice.plan


def tools_in(plan: Plan) -> float:
    """What tools cost a head and year."""
    return next(one.value for one in plan.assumptions if one.name == "tools" and isinstance(one.value, float))


def test_the_plan_is_for_the_chosen_structure_and_compares_those_that_are_open(machine: Machine) -> None:
    advice = with_plan(TEN_ISLANDS, machine)
    decision = advice.decisions["structure"]
    open_to_it = {option.id for option in decision.options if not option.excluded_by}
    assert (plan_of(advice).structure,) == decision.chosen
    assert {row.structure for row in plan_of(advice).alternatives} == open_to_it


def test_the_same_facts_give_the_same_plan(machine: Machine) -> None:
    assert with_plan(TEN_ISLANDS, machine) == with_plan(TEN_ISLANDS, machine)


def test_each_segment_gets_its_team(machine: Machine) -> None:
    advice = with_plan(TWO_MARKETS, machine)
    assert {segment.name: segment.team for segment in advice.segments} == dict(plan_of(advice).teams)
    assert all(segment.team for segment in advice.segments)


def test_the_roadmap_begins_in_the_first_quarter_with_the_people_of_its_end(machine: Machine) -> None:
    advice = with_plan(TEN_ISLANDS, machine)
    here, people = advice.roadmap[0], plan_of(advice).people
    assert (here.from_quarter, here.structure) == ("2027-Q1", plan_of(advice).structure)
    assert here.headcount == sum(row.end for row in people if row.quarter == "2027-Q1")


def test_later_stages_begin_in_a_quarter_of_the_plan_or_beyond_it(machine: Machine) -> None:
    advice = with_plan(TEN_ISLANDS, machine)
    begins = [stage.from_quarter for stage in advice.roadmap]
    dated = [quarter for quarter in begins if quarter is not None]
    assert set(dated) <= set(plan_of(advice).quarters)
    assert begins == [*sorted(dated), *[None] * (len(begins) - len(dated))]


def test_a_structure_that_the_budget_cannot_pay_is_said_first_with_its_numbers(machine: Machine) -> None:
    advice = with_plan(TEN_ISLANDS + "budget: {annual_sales: 300000}\n", machine)
    plan, first = plan_of(advice), advice.warnings[0]
    option = next(option for option in advice.decisions["structure"].options if option.id == plan.structure)
    assert (plan.feasible, plan.binding, option.affordable) == (False, "budget", False)
    assert first.code == f"budget-cannot-pay:{plan.structure}"
    assert "$300,000" in first.text


def test_a_structure_that_the_budget_pays_is_marked_and_not_warned_of(machine: Machine) -> None:
    advice = with_plan(TEN_ISLANDS + "budget: {annual_sales: 90000000}\n", machine)
    chosen = advice.decisions["structure"].chosen[0]
    option = next(option for option in advice.decisions["structure"].options if option.id == chosen)
    assert option.affordable is True
    assert not [doubt for doubt in advice.warnings if doubt.code.startswith("budget-cannot-pay")]


def test_the_warnings_of_the_plan_become_doubts(machine: Machine) -> None:
    advice = with_plan(TEN_ISLANDS, machine)
    codes = {doubt.code for doubt in advice.warnings}
    assert {f"plan:{warning.code}" for warning in plan_of(advice).warnings} <= codes


def test_another_structure_can_be_planned_for_every_segment(machine: Machine) -> None:
    plan = plan_of(with_plan(TWO_MARKETS, machine, Planning(structure="island")))
    assert plan.structure == "island"
    assert all("full_cycle_seller" in team for team in plan.teams.values())


def test_an_assumption_can_be_replaced(machine: Machine) -> None:
    plan = plan_of(with_plan(TEN_ISLANDS, machine, Planning(overrides={"recruiting": 7.0})))
    assert [(one.value, one.given) for one in plan.assumptions if one.name == "recruiting"] == [(7.0, True)]


def test_money_is_planned_in_the_companys_currency(machine: Machine) -> None:
    own = TEN_ISLANDS.replace("gross_margin: 0.8", "gross_margin: 0.8, currency: EUR, usd_per_unit: 1.25")
    euros, dollars = plan_of(with_plan(own, machine)), plan_of(with_plan(TEN_ISLANDS, machine))
    assert euros.currency == "EUR"
    assert tools_in(dollars) == pytest.approx(tools_in(euros) * 1.25)


def test_a_company_that_says_too_little_gets_its_advice_without_a_plan(machine: Machine) -> None:
    company = company_of("company: {name: Bare}\ncustomers: {relationship: 5}\n", machine.pack)
    advice = advise(company, machine.pack, machine=machine)
    assert unplannable(advice, machine.pack)
    assert planned(advice, company, machine) == advice


def test_a_pack_without_planning_figures_is_never_planned(root: Path) -> None:
    pack = read_pack(SMALL)
    machine = compile_pack(pack)
    company = company_of("company: {name: Desk}\n", pack)
    advice = advise(company, pack, machine=machine)
    assert planned(advice, company, machine) == advice
    assert unplannable(advice, pack).startswith("The rule pack has no planning figures")


def test_a_structure_that_no_plan_knows_is_refused_with_those_that_are_known(machine: Machine) -> None:
    company = company_of(TEN_ISLANDS, machine.pack)
    advice = advise(company, machine.pack, machine=machine)
    assert unplannable(advice, machine.pack, "matrix").startswith(
        "No plan can be made for matrix. There are: founder_led"
    )
    nobody = replace(advice.decisions["structure"], chosen=())
    undecided = replace(advice, decisions={**advice.decisions, "structure": nobody})
    assert unplannable(undecided, machine.pack).startswith("No way of selling could be chosen")


BETWEEN = TEN_ISLANDS + "budget: {annual_sales: 1760000}\n"
"""Enough for generalists, and not for specialists."""


def test_what_the_budget_cannot_pay_gives_way_to_what_it_can(machine: Machine) -> None:
    advice = with_plan(BETWEEN, machine)
    decision = advice.decisions["structure"]
    closed = {option.id: option.excluded_by[-1].because for option in decision.options if option.excluded_by}
    assert (decision.chosen, plan_of(advice).feasible) == (("island",), True)
    assert closed["assembly_line"] == (
        "The budget cannot pay for the target this way: it takes about $1.78 million a year"
    )


def test_the_rest_of_the_advice_follows_the_choice_that_can_be_paid(machine: Machine) -> None:
    advice = with_plan(BETWEEN, machine)
    assert {stage.structure for stage in advice.roadmap if stage.structure} == {"island"}
    assert advice.warnings[0].text == (
        '"Assembly line" fits better, and the budget cannot pay for the target with it. '
        "With $1.78 million a year it would be recommended."
    )
    assert advice.facts == advise(company_of(BETWEEN, machine.pack), machine.pack, machine=machine).facts


@pytest.mark.parametrize("budget", [400_000, 1_500_000, 1_780_000, 1_840_000, 1_900_000])
def test_nothing_is_recommended_that_the_budget_cannot_pay_while_something_else_is_paid(
    machine: Machine, budget: int
) -> None:
    plan = plan_of(with_plan(TEN_ISLANDS + f"budget: {{annual_sales: {budget}}}\n", machine))
    assert plan.feasible or not any(row.feasible for row in plan.alternatives)


def test_every_job_that_a_plan_counts_is_described_in_the_pack(machine: Machine) -> None:
    assert set(ROLES) <= set(machine.pack.library.roles)
