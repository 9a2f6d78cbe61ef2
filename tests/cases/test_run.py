"""Cases run against the small pack: what passes, and how a failure is told."""

from pathlib import Path

import pytest

from salesdesign.cases.case import Case
from salesdesign.cases.coverage import coverage
from salesdesign.cases.read import read_cases
from salesdesign.cases.run import run, run_all, untried
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
    ),
    "{desk_not: [desks_by_task]}": (
        "desk_not: desks_by_task should not be chosen.",
        "nets: desks_by_task 7, one_desk -5.5, machines 3 (closed by machines-need-cards)",
        "for desks_by_task rather than one_desk: readers-leave +10.5, load-of-the-day +2",
    ),
    "{help_includes: [robots]}": (
        "help_includes: Wanted robots among the chosen, got volunteers.",
        "nets: volunteers 2",
    ),
    "{excluded: {desk: [one_desk]}}": ("excluded.desk: No gate closes one_desk; closed are machines.",),
    "{rules: {readers-leave: unknown}}": ("rules.readers-leave: Wanted unknown, got met.",),
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


def test_what_needs_the_plan_is_told_as_not_tried(pack: Pack, tmp_path: Path) -> None:
    case = case_of("{mix: {Day: lender}}", tmp_path)
    assert (run(case, pack), untried(case)) == ((), ("mix: not tried, it needs the plan.",))


def test_bad_facts_in_a_case_are_bad_input(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(
        "id: C1\nname: Wrong\nfacts: {stuff: {people: 3}}\nexpect: {desk: [one_desk]}\n"
    )
    with pytest.raises(BadInput, match="stuff"):
        run_all(read_cases(tmp_path), pack)


def test_rules_without_cases_and_cases_without_rules_are_found(pack: Pack, tmp_path: Path) -> None:
    met = "{rules: {readers-leave: met, load-of-the-day: met, loans-for-a-machine: met, readers-sing: not_met}}"
    case = case_of(met, tmp_path)
    assert [str(finding) for finding in coverage([case], pack)] == sorted(
        [
            (
                f"{tmp_path}/case.yaml:1: case-without-rule: C1 speaks of the rule readers-sing, "
                "which the pack does not have. Rename or remove it."
            ),
            (
                f"{SMALL}/decisions/help/time.yaml:5: rule-without-case: No case meets desks-that-need-hands. "
                "Write one that expects `rules: {desks-that-need-hands: met}`."
            ),
            (
                f"{SMALL}/decisions/stage/size.yaml:5: rule-without-case: No case meets people-at-the-desk. "
                "Write one that expects `rules: {people-at-the-desk: met}`."
            ),
        ]
    )


def test_every_rule_of_the_small_pack_has_a_case(pack: Pack) -> None:
    assert coverage(read_cases(SMALL / "tests"), pack) == ()
