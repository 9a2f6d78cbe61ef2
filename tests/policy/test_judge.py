"""A facts file held to its policy: severities, suppressions, the baseline."""

from dataclasses import replace
from datetime import date

import pytest

from salesdesign.errors import BadInput
from salesdesign.policy.baseline import Entry, baseline_text, entries_of, read_baseline
from salesdesign.policy.judge import check_names, judge
from salesdesign.policy.notes import gone, needless
from salesdesign.policy.outcome import Standing
from salesdesign.policy.policy import Policy, Suppression
from salesdesign.policy.rules import RULE_IDS
from salesdesign.policy.severity import Severity
from tests.policy.examples import pack_and_machine, subject

MEANT = Suppression(rule="structure-behind", reason="Decided.", file="*.yaml", until=date(2026, 11, 22))


def standing(policy: Policy, accepted: frozenset[Entry] = frozenset()) -> Standing:
    """How the finding about islands stands."""
    found = judge(subject(policy), accepted).findings
    return next(finding.standing for finding in found if finding.rule == "structure-behind")


def test_a_finding_points_at_the_line_of_its_fact() -> None:
    found = {finding.rule: (finding.line, finding.column) for finding in judge(subject()).findings}
    assert (found["structure-behind"], found["span-broken"]) == ((20, 14), (8, 13))


def test_a_rule_that_is_off_is_not_asked() -> None:
    policy = Policy(severity=dict.fromkeys(RULE_IDS, Severity.OFF))
    checked = judge(subject(policy))
    assert (checked.asked, checked.made, checked.findings, checked.unmade) == (0, 0, (), ())


def test_a_rule_that_cannot_be_asked_is_as_severe_as_the_milder_of_the_two_says() -> None:
    policy = Policy(unchecked=Severity.ERROR, severity={"structure-behind": Severity.WARNING})
    unmade = {found.rule: found.severity for found in judge(subject(policy, {"current.structure": ""})).unmade}
    assert unmade["structure-excluded"] is Severity.ERROR
    assert unmade["structure-behind"] is Severity.WARNING


def test_a_suppression_holds_through_its_last_day() -> None:
    assert standing(Policy(suppress=(MEANT,))) is Standing.SUPPRESSED
    assert standing(Policy(suppress=(replace(MEANT, until=date(2026, 11, 21)),))) is Standing.NEW


@pytest.mark.parametrize("other", [{"file": "b/*"}, {"subject": "pod"}, {"rule": "facts-old"}])
def test_a_suppression_of_something_else_changes_nothing(other: dict[str, str]) -> None:
    suppression = replace(MEANT, **other)  # type: ignore[arg-type]  # texts of its own fields
    assert standing(Policy(suppress=(suppression,))) is Standing.NEW


def test_a_suppression_that_nothing_needs_is_said() -> None:
    policy = Policy(file="salesdesign.toml", suppress=(MEANT, replace(MEANT, rule="budget-broken")))
    checked = judge(subject(policy))
    assert [note.split(" of ")[1] for note in needless(policy, ["acme.yaml"], [checked])] == [
        "budget-broken for *.yaml. Remove it."
    ]


def test_a_baseline_accepts_by_file_rule_and_subject_and_not_by_line() -> None:
    accepted = entries_of([judge(subject())])
    moved = subject(facts="# A comment.\n\n" + subject_text())
    assert {finding.standing for finding in judge(moved, accepted).findings} == {Standing.ACCEPTED}
    assert standing(Policy(), frozenset({Entry("other.yaml", "structure-behind", "island")})) is Standing.NEW


def subject_text() -> str:
    """The facts of the stalled company."""
    from tests.policy.examples import STALLED

    return STALLED


def test_a_baseline_is_read_as_it_was_written() -> None:
    entries = {Entry("b.yaml", "facts-old", "company.as_of"), Entry("a.yaml", "structure-behind", "Größe: island")}
    assert read_baseline(baseline_text(entries).encode(), "accepted.json") == entries
    assert baseline_text(sorted(entries, reverse=True)) == baseline_text(entries)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema_version": 1, "accepted": [{}]}', "\xff", "[" * 100_000])
def test_what_is_no_baseline_is_bad_input(text: str) -> None:
    with pytest.raises(BadInput, match=r"accepted\.json: "):
        read_baseline(text.encode("latin-1"), "accepted.json")


def test_accepted_findings_that_are_mended_are_said() -> None:
    accepted = frozenset({Entry("acme.yaml", "structure-behind", "pod"), Entry("other.yaml", "facts-old", "x")})
    assert gone(accepted, [judge(subject())], frozenset({"acme.yaml"})) == (
        "acme.yaml: structure-behind (pod) is mended. Take it out of the baseline with --write-baseline.",
    )


def test_a_required_fact_that_there_is_not_is_bad_input() -> None:
    with pytest.raises(BadInput, match=r"Did you mean deal\.value"):
        check_names(Policy(file="salesdesign.toml", required=("deal.valu",)), pack_and_machine()[0].catalogue)
