"""Each rule of a policy: met, not met, and not to be asked."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from salesdesign.model.advice import Confidence
from salesdesign.policy.checks import growth, knowledge, limits, reports, structure
from salesdesign.policy.policy import Policy
from salesdesign.policy.subject import Answers, CommittedReport, Fault, Subject, Unasked
from tests.policy.examples import subject

Check = Callable[[Subject], Answers]


def faults(check: Check, about: Subject) -> list[str]:
    """What a check finds fault with."""
    return [found.subject for found in check(about) if isinstance(found, Fault)]


@pytest.mark.parametrize(
    ("check", "changes", "policy", "found"),
    [
        (structure.excluded, {}, Policy(), []),
        (structure.excluded, {"current.structure": "pod", "headcount.sellers": "4"}, Policy(), ["pod"]),
        (structure.behind, {}, Policy(), ["island"]),
        (structure.behind, {}, Policy(margin=500), []),
        (structure.behind, {"current.structure": "assembly_line"}, Policy(margin=0), []),
        (knowledge.required, {}, Policy(required=("deal.value",)), []),
        (knowledge.required, {}, Policy(required=("deal.value", "deal.win_rate")), ["deal.win_rate"]),
        (knowledge.required, {}, Policy(required=()), []),
        (knowledge.age, {}, Policy(max_age_days=20), []),
        (knowledge.age, {}, Policy(max_age_days=19), ["company.as_of"]),
        (knowledge.age, {"company.as_of": "2026-11-23"}, Policy(), ["company.as_of"]),
        (growth.phase_over, {}, Policy(), ["specialists"]),
        (growth.phase_over, {"headcount.sellers": "2", "process.repeatability": "none"}, Policy(), []),
        (limits.budget, {}, Policy(), []),
        (limits.budget, {"budget.annual_sales": "100000"}, Policy(), ["budget.annual_sales"]),
        (limits.span, {}, Policy(), ["headcount.span"]),
        (limits.span, {}, Policy(max_span=10), []),
        (limits.span, {"headcount.managers": "2"}, Policy(), []),
    ],
)
def test_a_rule_finds_what_it_asks_for(check: Check, changes: dict[str, str], policy: Policy, found: list[str]) -> None:
    assert faults(check, subject(policy, changes)) == found


@pytest.mark.parametrize(
    ("check", "changes", "word"),
    [
        (structure.excluded, {"current.structure": ""}, "current.structure"),
        (structure.behind, {"current.structure": ""}, "current.structure"),
        (structure.behind, {"current.structure": "hybrid"}, "hybrid"),
        (knowledge.age, {"company.as_of": ""}, "company.as_of"),
        (limits.budget, {"budget.annual_sales": ""}, "budget.annual_sales"),
        (limits.span, {"headcount.managers": ""}, "headcount.managers"),
        (limits.span, {"headcount.managers": "0"}, "There is no manager yet."),
    ],
)
def test_a_rule_that_cannot_be_asked_says_why(check: Check, changes: dict[str, str], word: str) -> None:
    (answer,) = check(subject(changes=changes))
    assert isinstance(answer, Unasked)
    assert word in answer.because


def with_confidence(confidence: Confidence | None) -> Subject:
    """The stalled company, as sure as given."""
    about = subject(Policy(confidence=0.6))
    main = replace(about.advice.decisions["structure"], confidence=confidence)
    decisions = {**about.advice.decisions, "structure": main}
    return replace(about, advice=replace(about.advice, decisions=decisions))


@pytest.mark.parametrize(
    ("judgement", "facts", "found"),
    [(0.9, 0.9, []), (0.59, 0.9, ["structure.judgement"]), (0.6, 0.2, ["structure.facts"])],
)
def test_both_numbers_of_confidence_are_held_to_the_policy(judgement: float, facts: float, found: list[str]) -> None:
    assert faults(knowledge.confidence, with_confidence(Confidence(judgement=judgement, facts=facts))) == found


def test_an_advice_that_does_not_say_how_certain_it_is_is_not_passed() -> None:
    assert [type(found) for found in knowledge.confidence(with_confidence(None))] == [Unasked]


@pytest.mark.parametrize(("found", "count"), [("a\nb\n", 0), ("a\r\nb\r\n", 0), ("a\n", 1), (None, 1)])
def test_a_report_is_stale_unless_it_is_what_the_facts_give_whatever_its_line_ends(
    found: str | None, count: int
) -> None:
    report = CommittedReport(path="reports/acme.md", wanted="a\nb\n", found=found)
    assert len(list(reports.up_to_date(subject(reports=(report,))))) == count


def test_a_segment_that_states_its_own_structure_is_held_to_the_same_rules() -> None:
    about = subject(facts=_with_segments(), policy=Policy(margin=0))
    assert [found for found in faults(structure.behind, about) if found.startswith("Large")] == ["Large: founder_led"]


def _with_segments() -> str:
    from tests.policy.examples import STALLED

    return f"{STALLED}segments:\n  - name: Large\n    current:\n      structure: founder_led\n  - name: Small\n"
