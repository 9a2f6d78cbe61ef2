"""Cases run against the small pack: what passes, and how a failure is told."""

from pathlib import Path

import pytest

from salesdesign.cases.case import Case
from salesdesign.cases.read import read_cases
from salesdesign.cases.run import run, run_all
from salesdesign.errors import BadInput
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from tests.pack.packs import SMALL

FACTS = """\
  company: {name: Old Town}
  staff: {people: 6}
  readers: {patience: 1, complaints: [noise, queues]}
  loans: {per_day: 600}
  segments: [{name: Day}, {name: Night, readers: {cards: yes, patience: 5}, loans: {per_day: 5000}}]
"""


@pytest.fixture(scope="module", name="pack")
def _pack() -> Pack:
    return read_pack(SMALL)


def case_of(expect: str, folder: Path) -> Case:
    """A case of a crowded library that expects this."""
    (folder / "case.yaml").write_text(f"id: C1\nname: Crowded\nfacts:\n{FACTS}expect: {expect}\n")
    return read_cases(folder / "case.yaml")[0]


def test_the_cases_of_the_small_pack_pass(pack: Pack) -> None:
    assert run_all(read_cases(SMALL / "tests"), pack) == ()


MET = [
    "{desk: [machines, desks_by_task]}",
    "{desk_not: [one_desk]}",
    "{help_includes: [volunteers]}",
    "{excluded: {desk: [machines]}}",
    "{rules: {readers-leave: met}}",
    "{gates: {machines-need-cards: closed, tasks-need-two: open}}",
    "{ranks: {desk: [desks_by_task, one_desk]}}",
    "{segments: {Night: {desk: [machines]}}}",
    "{text: ['QUIET', 'telephones']}",
    "{hybrid: required}",
    "{desk: [machines], hybrid: ok}",
]


@pytest.mark.parametrize("expect", MET)
def test_what_is_expected_and_comes_out_is_no_failure(expect: str, pack: Pack, tmp_path: Path) -> None:
    assert run(case_of(expect, tmp_path), pack) == ()


FAILED = {
    "{desk: [one_desk]}": (
        "desk: Wanted one_desk, got desks_by_task.",
        "nets: desks_by_task 7, one_desk -5.5, machines 3 (closed by machines-need-cards)",
        "for desks_by_task rather than one_desk: readers-leave +10.5, load-of-the-day +2",
        "for one_desk rather than desks_by_task: no rule",
    ),
    "{desk_not: [desks_by_task]}": (
        "desk_not: desks_by_task should not be chosen.",
        "nets: desks_by_task 7, one_desk -5.5, machines 3 (closed by machines-need-cards)",
        "for desks_by_task rather than one_desk: readers-leave +10.5, load-of-the-day +2",
        "for one_desk rather than desks_by_task: no rule",
    ),
    "{help_includes: [robots]}": (
        "help_includes: Wanted robots among the chosen, got volunteers.",
        "nets: volunteers 2",
    ),
    "{excluded: {desk: [one_desk]}}": ("excluded.desk: No gate closes one_desk; closed are machines.",),
    "{rules: {readers-leave: unknown}}": (
        "rules.readers-leave: Wanted unknown, got met.",
        "it asks `readers.patience <= 2`",
        "Your readers do not wait.",
    ),
    "{gates: {machines-need-cards: open}}": (
        "gates.machines-need-cards: Wanted open, got closed.",
        "it asks `readers.cards`",
        "A machine reads cards. Not known: readers.cards.",
    ),
    "{gates: {tasks-need-two: closed}}": (
        "gates.tasks-need-two: Wanted closed, got open.",
        "it asks `staff.people < 2`",
    ),
    "{gates: {tasks-need-three: closed}}": ("gates.tasks-need-three: The pack has no such gate.",),
    "{ranks: {desk: [one_desk]}}": (
        "ranks.desk: Wanted one_desk first, got desks_by_task, one_desk.",
        "nets: desks_by_task 7, one_desk -5.5, machines 3 (closed by machines-need-cards)",
        "for desks_by_task rather than one_desk: readers-leave +10.5, load-of-the-day +2",
        "for one_desk rather than desks_by_task: no rule",
    ),
    "{rules: {readers-sing: met}}": ("rules.readers-sing: The pack has no such rule.",),
    "{roof: [green]}": ("roof: The pack has no such decision.",),
    "{segments: {Noon: {desk: [machines]}}}": (
        "segments.Noon.desk: There is no such segment, or desk is not decided for segments.",
    ),
    "{text: ['loud']}": (
        "text: No practice, risk, warning or step of the roadmap has 'loud'.",
        "practices: quiet-hours",
    ),
}


@pytest.mark.parametrize("expect", FAILED)
def test_a_failure_says_what_came_out_instead_and_why(expect: str, pack: Pack, tmp_path: Path) -> None:
    (failure,) = run(case_of(expect, tmp_path), pack)
    first, *why = FAILED[expect]
    assert str(failure) == "\n    ".join([f"{tmp_path}/case.yaml:1: C1 (Crowded): {first}", *why])


def test_a_mix_is_looked_for_in_the_plan(pack: Pack, tmp_path: Path) -> None:
    (failure,) = run(case_of("{mix: {Day: lender}}", tmp_path), pack)
    assert (failure.about, failure.wrong) == ("mix.Day", "There is no such segment, or it has no plan.")


def test_bad_facts_in_a_case_are_bad_input(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(
        "id: C1\nname: Wrong\nfacts: {stuff: {people: 3}}\nexpect: {desk: [one_desk]}\n"
    )
    with pytest.raises(BadInput, match="stuff"):
        run_all(read_cases(tmp_path), pack)
