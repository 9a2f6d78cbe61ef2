"""The example companies: each comes to the answer that it illustrates, and each plan is one that a sales leader believes."""

from pathlib import Path

import pytest

from salesdesign.advise import advise, completed
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.facts.read import read_company
from salesdesign.model.advice import Advice
from salesdesign.pack.read import read_pack

EXPECTED = {
    "founder-alone": ("founder_led", "keep", "hunter_founder"),
    "thin-budget": ("island", "keep", "one_man_bands"),
    "four-specialists": ("assembly_line", None, "specialists"),
    "stalled-islands": ("assembly_line", "change", "one_man_bands"),
    "estate-agency": ("island", "keep", "one_man_bands"),
    "regulated": ("assembly_line", "change", "one_man_bands"),
    "five-countries": ("assembly_line", "keep", "specialists"),
    "six-products": ("pod", "keep", "market_teams"),
    "three-markets": ("assembly_line", "keep", "specialists"),
}
"""Structure, verdict and phase."""


@pytest.fixture(scope="module")
def machine(root: Path) -> Machine:
    return compile_pack(read_pack(root / "rules"))


def advised(name: str, root: Path, machine: Machine) -> Advice:
    file = root / "examples" / f"{name}.yaml"
    company = read_company(file.read_bytes(), file.name, machine.pack.catalogue)
    return advise(company, machine.pack, machine=machine)


def test_every_example_has_an_expected_answer(root: Path) -> None:
    assert {file.stem for file in (root / "examples").glob("*.yaml")} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_comes_to_the_answer_that_it_illustrates(name: str, root: Path, machine: Machine) -> None:
    decisions = advised(name, root, machine).decisions
    structure, phase = decisions["structure"], decisions["phase"]
    assert (structure.chosen, structure.verdict, phase.chosen) == (
        EXPECTED[name][:1],
        EXPECTED[name][1],
        EXPECTED[name][2:],
    )


@pytest.mark.parametrize("name", EXPECTED)
def test_an_example_can_be_planned_and_all_but_one_reach_what_they_want(
    name: str, root: Path, machine: Machine
) -> None:
    plan = whole(name, root, machine).plan
    assert plan is not None
    assert (plan.feasible, plan.binding) == ((False, "budget") if name == "thin-budget" else (True, None))


@pytest.mark.parametrize("name", sorted(set(EXPECTED) - {"founder-alone"}))
def test_the_plan_of_an_example_is_one_that_a_sales_leader_believes(name: str, root: Path, machine: Machine) -> None:
    plan = whole(name, root, machine).plan
    assert plan is not None
    first = [row for row in plan.people if row.quarter == plan.quarters[0]]
    before, after = (
        sum(row.start + row.moved_in for row in first),
        sum(row.end for row in plan.people if row.quarter == plan.quarters[-1]),
    )
    assert after <= 2.5 * before, "nobody more than doubles a team and half of it again"
    assert plan.ratios["cost_per_booked"] <= 1.2, "selling costs about what it brings in a year, or less"


def whole(name: str, root: Path, machine: Machine) -> Advice:
    file = root / "examples" / f"{name}.yaml"
    company = read_company(file.read_bytes(), file.name, machine.pack.catalogue)
    return completed(advise(company, machine.pack, machine=machine), company, machine)


def test_the_markets_of_one_company_come_to_different_answers(root: Path, machine: Machine) -> None:
    segments = advised("three-markets", root, machine).segments
    assert [segment.structure.chosen for segment in segments] == [("pod",), ("assembly_line",), ("self_serve",)]


def test_where_nobody_said_what_is_wanted_the_plan_counts_people_and_no_bookings(machine: Machine) -> None:
    facts = (
        b"company: {name: Acme}\nheadcount: {sellers: 9}\ncustomers: {relationship: 2}\ncurrent: {structure: island}\n"
    )
    company = read_company(facts, "acme.yaml", machine.pack.catalogue)
    plan = completed(advise(company, machine.pack, machine=machine), company, machine).plan
    assert plan is not None
    assert (plan.bookings, plan.chance) == ((), None)
    assert sum(row.end for row in plan.people if row.quarter == plan.quarters[-1]) < 15


def test_a_founder_without_more_time_has_no_buffer(root: Path, machine: Machine) -> None:
    plan = whole("founder-alone", root, machine).plan
    assert plan is not None
    told = [warning.text for warning in plan.warnings if warning.code == "buffer_small"]
    assert (plan.ratios["buffer"], len(told)) == (0.0, 1)
    assert told[0].endswith("founders have no more time.")
