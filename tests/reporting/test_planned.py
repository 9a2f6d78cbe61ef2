"""The plan as a reader meets it: what it costs, whether it can be reached, who comes when, and how a change is made."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from salesdesign.advise import advise, planned
from salesdesign.engine.compile import compile_pack
from salesdesign.facts.read import read_company
from salesdesign.model.advice import Advice, Confidence
from salesdesign.model.pack import Pack
from salesdesign.model.plan import Alternative, Plan, WayOut
from salesdesign.pack.read import read_pack
from salesdesign.reporting.blocks import Block, Details, Fate, OrgNode, Points, Prose, Steps, Table
from salesdesign.reporting.build import build
from salesdesign.reporting.render import render
from salesdesign.reporting.report import Report, Section
from salesdesign.reporting.sections.chart import charts
from salesdesign.reporting.sections.planned.summary import summary
from salesdesign.reporting.sections.planned.words import month_name, years
from salesdesign.reporting.sections.verdict import recommendation
from salesdesign.reporting.view import View, view_of

TEN_ISLANDS = """
company: {name: Ten, annual_revenue: 5000000, gross_margin: 0.8}
headcount: {sellers: 10, secondary_share: 0.4}
customers: {count: 200, churn: 0.1, relationship: 2}
deal: {mean_value: 20000, win_rate: 0.25, cycle_days: 60, pricing: subscription}
leads: {inbound_per_month: 300}
process: {documented: documented, repeatability: proven, metric_visibility: 4}
current: {structure: island, symptoms: [poor_metrics, service_crowds_out_selling]}
growth: {target: 0.2}
plan: {horizon_quarters: 4, start: 2027-01}
territories:
  - {name: North, sellers: 6, potential: 1000000}
  - {name: South, sellers: 4, potential: 3000000}
"""


@pytest.fixture(scope="module")
def pack(root: Path) -> Pack:
    return read_pack(root / "rules")


@pytest.fixture(scope="module")
def advice(pack: Pack) -> Advice:
    company = read_company(TEN_ISLANDS.encode(), "facts.yaml", pack.catalogue)
    machine = compile_pack(pack)
    return planned(advise(company, pack, machine=machine), company, machine)


@pytest.fixture(scope="module")
def plan(advice: Advice) -> Plan:
    assert advice.plan is not None
    return advice.plan


@pytest.fixture(scope="module")
def view(advice: Advice, pack: Pack) -> View:
    return view_of(advice, pack)


@pytest.fixture(scope="module")
def report(advice: Advice, pack: Pack) -> Report:
    return build(advice, pack)


def section(report: Report, name: str) -> Section:
    return next(found for found in report.sections if found.id == name)


def texts(blocks: Iterable[Block]) -> str:
    """Everything that blocks say in words."""
    return " ".join(_said(block) for block in blocks)


def _said(block: Block) -> str:
    match block:
        case Prose():
            return " ".join(phrase.text for phrase in block.phrases)
        case Points():
            return " ".join(f"{point.label} {point.text}" for point in block.items)
        case Details():
            return texts(block.blocks)
        case Steps():
            return " ".join(step.title for step in block.items)
        case Table():
            return " ".join(cell.text for row in block.rows for cell in row)
        case _:
            return ""


def told(view: View, plan: Plan) -> str:
    return " ".join(phrase.text for phrase in summary(view, plan))


def unreached(plan: Plan, *ways: WayOut) -> Plan:
    """The plan as one that brings half of what is wanted."""
    half = tuple(replace(row, expected=row.wanted / 2) for row in plan.bookings)
    return replace(plan, feasible=False, binding="budget", bookings=half, ways_out=ways)


def test_a_plan_that_cannot_be_reached_says_so_first_with_what_it_brings_and_what_it_would_take(
    view: View, plan: Plan
) -> None:
    budget = WayOut(kind="budget", value=3_000_000.0, unit="money a year", text="Raise the sales budget to this.")
    said = told(view, unreached(plan, budget))
    assert said.startswith("The target cannot be reached: the budget does not pay for it. Of the $1.5 million of new")
    assert "wanted in the first year $750,000 can be reached." in said
    assert "To reach all of it takes a sales budget of $3 million a year." in said


def test_all_that_holds_it_back_is_named_with_what_it_takes_together(view: View, plan: Plan) -> None:
    budget = WayOut(kind="budget", value=3_000_000.0, unit="money a year", text="Raise the sales budget to this.")
    pace = WayOut(kind="pace", value=5.0, unit="hires in a month", text="Take on so many in one month.")
    said = told(view, replace(unreached(plan, budget, pace), binds=("budget", "pace")))
    assert "the budget does not pay for it and people cannot be hired fast enough." in said
    assert "To reach all of it takes a sales budget of $3 million a year and 5 people who start in one month." in said


def test_another_structure_that_reaches_it_is_named(view: View, plan: Plan) -> None:
    island = Alternative(
        structure="island",
        feasible=True,
        binding=None,
        people=12,
        hires=2,
        cost=1.0,
        bookings=1.0,
        chance=0.5,
        quarters_to_target=1,
    )
    line = replace(island, structure="assembly_line", feasible=False, binding="budget")
    said = told(view, replace(unreached(plan), structure="assembly_line", alternatives=(line, island)))
    assert "Within the same limits it is reached as: island." in said


def test_the_year_that_falls_short_is_named(view: View, plan: Plan) -> None:
    second = tuple(replace(row, quarter=f"2028-Q{place}", expected=0.0) for place, row in enumerate(plan.bookings, 1))
    later = replace(
        plan,
        feasible=False,
        binding="pace",
        quarters=(*plan.quarters, *(row.quarter for row in second)),
        bookings=(*(replace(row, expected=row.wanted) for row in plan.bookings), *second),
    )
    assert "wanted in the second year $0 can be reached." in told(view, later)


def test_founders_who_sell_alone_cost_no_pay(view: View, plan: Plan) -> None:
    free = replace(plan, cost=tuple(replace(row, total=0.0) for row in plan.cost))
    assert told(view, free).startswith("Founders do the selling, so it costs their time and no pay of sellers.")


def test_where_nothing_is_wanted_only_people_are_counted(view: View, plan: Plan) -> None:
    assert told(view, replace(plan, bookings=())).endswith("the plan counts people and no bookings.")


def test_the_first_page_and_the_plan_tell_the_same_cost(report: Report, view: View, plan: Plan) -> None:
    cost = next(text for text in (phrase.text for phrase in summary(view, plan)) if "Selling costs" in text)
    panels = section(report, "answer").blocks[-1]
    assert cost in str(panels)


def test_a_quarter_names_who_moves_who_starts_and_what_is_there_for_the_first_time(report: Report) -> None:
    first, *_ = next(block for block in section(report, "quarters").blocks if isinstance(block, Table)).rows
    said = first[-1].text
    assert first[0].text == "2027-Q1"
    assert "10 people change jobs." in said
    assert "Inbound and outbound become jobs of their own." in said or "The next stage begins" in said


def test_a_change_has_steps_before_on_and_after_the_day(report: Report) -> None:
    steps = [block for block in section(report, "transition").blocks if isinstance(block, Steps)]
    assert [len(step.items) > 0 for step in steps] == [True, True, True]
    assert all(item.owner and item.measure for step in steps for item in step.items)


@pytest.mark.parametrize("name", ["founder-alone", "stalled-islands", "three-markets"])
def test_an_advice_without_a_plan_speaks_of_none(name: str, root: Path, pack: Pack) -> None:
    company = read_company((root / "examples" / f"{name}.yaml").read_bytes(), name, pack.catalogue)
    page = render(build(advise(company, pack, machine=compile_pack(pack)), pack), "md")
    facts = ("Start of the plan", "Length of the plan")
    assert [line for line in page.splitlines() if "the plan" in line.lower() and not any(map(line.count, facts))] == []


def test_nothing_changes_where_the_structure_is_kept(advice: Advice, pack: Pack) -> None:
    kept = replace(advice.decisions["structure"], verdict="keep")
    found = build(replace(advice, decisions={**advice.decisions, "structure": kept}), pack)
    assert "transition" not in {section.id for section in found.sections}


def test_steps_of_the_change_are_told_once(report: Report) -> None:
    change = texts(section(report, "transition").blocks)
    assert "Tell all of them within the same hour" in change
    assert "Tell all of them within the same hour" not in texts(section(report, "practices").blocks)


def test_uneven_territories_are_named(report: Report) -> None:
    said = texts(section(report, "territories").blocks)
    assert said.startswith("A seller has in North much less and in South much more to work with")


def test_benchmarks_are_told_by_their_source_and_not_by_their_id(report: Report) -> None:
    said = texts(section(report, "assumptions").blocks)
    assert "SDRVOL" not in said
    assert "Our judgement" in said


def test_months_are_told_by_name_where_the_start_is_known(plan: Plan) -> None:
    assert (month_name(plan, 13), month_name(replace(plan, start=None), 13)) == ("January 2028", "month 13 of the plan")


def test_years_hold_four_quarters(plan: Plan) -> None:
    assert years(replace(plan, quarters=("Q1", "Q2", "Q3", "Q4", "Q5"))) == (("Q1", "Q2", "Q3", "Q4"), ("Q5",))


def test_a_job_that_the_plan_keeps_for_all_segments_stands_in_both_charts(pack: Pack, root: Path) -> None:
    today, then = charts(_view_of_example("three-markets", pack, root))
    assert [_boxes(chart.root, "sales_engineer") for chart in (today, then)] == [[("2 people", Fate.STAYS)]] * 2


def test_managers_stand_under_directors_once_they_are_more_than_one_can_lead(pack: Pack, root: Path) -> None:
    today, then = charts(_view_of_example("five-countries", pack, root))
    assert _boxes(today.root, "sales_director") == []
    directing = next(node for node in then.root.children if node.job == "sales_director")
    assert (directing.people, directing.fate) == ("2 people", Fate.NEW)
    assert [node.job for node in directing.children] == ["sales_manager"]


def test_directors_whom_the_plan_takes_to_be_there_are_told_as_such(pack: Pack, root: Path) -> None:
    today, then = charts(_view_of_example("six-products", pack, root))
    notes = [next(node.note for node in one.root.children if node.job == "sales_director") for one in (today, then)]
    assert notes == ["as the plan takes it", ""]


def _view_of_example(name: str, pack: Pack, root: Path) -> View:
    company = read_company((root / "examples" / f"{name}.yaml").read_bytes(), "facts.yaml", pack.catalogue)
    machine = compile_pack(pack)
    return view_of(planned(advise(company, pack, machine=machine), company, machine), pack)


def _boxes(node: OrgNode, job: str) -> list[tuple[str, Fate]]:
    own = [(node.people, node.fate)] if node.job == job else []
    return [*own, *(found for child in node.children for found in _boxes(child, job))]


def test_a_job_that_the_plan_never_fills_is_described_nowhere(pack: Pack, root: Path) -> None:
    """Service looks after the customers of this company: nobody in sales does."""
    view = _view_of_example("regulated", pack, root)
    report = render(build(view.advice, pack), "md")
    told = "The plan has no customer success managers: others do their work, or no fact tells of any."
    assert told in report
    assert "ustomer success manager" not in report.replace(told, "").split("## Practices")[0]
    assert view.advice.plan is not None
    poor = replace(view.advice, plan=replace(view.advice.plan, binding="budget"))
    assert "The plan has no customer success managers: the budget pays for none." in render(build(poor, pack), "md")


@pytest.mark.parametrize(("name", "criterion"), [("regulated", "control"), ("six-products", "markets")])
def test_the_weight_to_be_tried_is_that_of_what_does_most_for_the_choice(
    pack: Pack, root: Path, name: str, criterion: str
) -> None:
    advice = _view_of_example(name, pack, root).advice
    sure = replace(advice.decisions["structure"], confidence=Confidence(facts=1.0, judgement=1.0))
    report = build(replace(advice, decisions={**advice.decisions, "structure": sure}), pack)
    assert f"`--weight {criterion}=1`" in render(report, "md")


@pytest.mark.parametrize(
    ("facts", "judgement", "title"),
    [
        (0.5, 0.5, "Ten should choose the assembly line structure for its 10 sellers."),
        (0.49, 1.0, "So far the assembly line structure fits Ten best."),
        (1.0, 0.49, "So far the assembly line structure fits Ten best."),
    ],
)
def test_a_choice_that_mostly_turns_is_no_command(pack: Pack, facts: float, judgement: float, title: str) -> None:
    text = TEN_ISLANDS.replace("structure: island, ", "")
    company = read_company(text.encode(), "facts.yaml", pack.catalogue)
    advice = advise(company, pack, machine=compile_pack(pack))
    main = replace(advice.decisions["structure"], confidence=Confidence(facts=facts, judgement=judgement))
    view = view_of(replace(advice, decisions={**advice.decisions, "structure": main}), pack)
    assert recommendation(view) == title
