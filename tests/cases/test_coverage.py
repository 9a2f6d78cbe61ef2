"""What cases leave untried, and the ready cases that fill the holes."""

from pathlib import Path

import pytest

from salesdesign.cases.coverage import coverage, untried
from salesdesign.cases.read import read_cases
from salesdesign.cases.ready import ready_case, ready_cases
from salesdesign.cases.run import run_all
from salesdesign.engine.compile import compile_pack
from salesdesign.model.pack import Pack
from salesdesign.pack.lint.subject import subject_of
from salesdesign.pack.read import read_pack
from tests.pack.packs import SMALL

CASE = """\
- id: {name}
  name: Something
  facts: {{company: {{name: Old Town}}, staff: {{people: {people}}}}}
  expect: {expect}
"""


@pytest.fixture(scope="module", name="pack")
def _pack() -> Pack:
    return read_pack(SMALL)


def holes(text: str, pack: Pack, folder: Path) -> list[str]:
    """What these cases leave untried of the rule on people, and of the gate that counts them."""
    (folder / "cases.yaml").write_text(text)
    found = untried(read_cases(folder), pack)
    return [f"{hole.at.id} {hole.what}" for hole in found if hole.at.id in ("people-at-the-desk", "tasks-need-two")]


ALL = [
    "tasks-need-two is closed",
    "tasks-need-two is open",
    "tasks-need-two sees staff.people < 2 come out true",
    "tasks-need-two sees staff.people < 2 come out false",
    "people-at-the-desk is met",
    "people-at-the-desk is unknown",
    "people-at-the-desk sees less than 1 for staff.people",
    "people-at-the-desk sees no less than 1 for staff.people",
    "people-at-the-desk sees less than 4 for staff.people",
    "people-at-the-desk sees no less than 4 for staff.people",
]
"""A line that is never 0 for all options at once cannot be `not met`."""


def test_outcomes_limits_and_gates_that_no_case_shows_are_holes(pack: Pack, tmp_path: Path) -> None:
    nothing = "- {id: nobody, name: Nobody, facts: {company: {name: New Town}}, expect: {desk_not: [machines]}}\n"
    assert holes(nothing, pack, tmp_path) == ALL


def test_a_case_that_shows_them_fills_them(pack: Pack, tmp_path: Path) -> None:
    few = CASE.format(
        name="few", people=1, expect="{rules: {people-at-the-desk: met}, gates: {tasks-need-two: closed}}"
    )
    assert holes(few, pack, tmp_path) == [ALL[1], ALL[3], ALL[5], ALL[6], ALL[9]]


def test_what_is_not_expected_is_not_tried(pack: Pack, tmp_path: Path) -> None:
    few = CASE.format(name="few", people=1, expect="{desk_not: [machines]}")
    assert holes(few, pack, tmp_path) == [*ALL[:2], *ALL[3:7], ALL[9]]


def test_ready_cases_fill_every_hole_and_pass(pack: Pack, tmp_path: Path) -> None:
    subject, machine = subject_of(pack), compile_pack(pack)
    written = dict.fromkeys(ready_case(hole, subject, machine) for hole in untried((), pack))
    (tmp_path / "ready.yaml").write_text("".join(written))
    cases = read_cases(tmp_path)
    assert [str(failure) for failure in run_all(cases, pack)] == []
    assert [str(finding) for finding in coverage(cases, pack)] == []


def test_cases_that_speak_of_what_is_not_there_are_found(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(
        CASE.format(name="a", people=1, expect="{rules: {sing: met}, gates: {gate: open}}")
    )
    found = [str(finding) for finding in coverage(read_cases(tmp_path), pack) if finding.code.startswith("case")]
    assert found == [
        f"{tmp_path}/a.yaml:1: case-without-gate: a speaks of the gate gate, which the pack does not have. Rename or remove it.",
        f"{tmp_path}/a.yaml:1: case-without-rule: a speaks of the rule sing, which the pack does not have. Rename or remove it.",
    ]


def test_ready_cases_end_where_the_steps_do(pack: Pack) -> None:
    holes, machine = untried((), pack), compile_pack(pack)
    whole, enough = subject_of(pack), ready_cases(holes, subject_of(pack), machine)
    assert ready_cases(holes, whole, machine) == enough
    assert not whole.solver.effort.spent
    short = subject_of(pack, whole.solver.effort.taken - 1)
    written = ready_cases(holes, short, machine)
    assert short.solver.effort.spent
    assert enough.startswith(written)
    assert 0 < len(written) < len(enough)
