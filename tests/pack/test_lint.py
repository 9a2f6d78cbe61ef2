"""What lint finds: for every code a pack that has it and one that has not; the small pack has none."""

from dataclasses import replace
from pathlib import Path

import pytest

from salesdesign.cases.lint import ALL_CHECKS, EXPLANATIONS, lint_all
from salesdesign.model.pack import Accepted, Pack
from salesdesign.pack.lint import run
from salesdesign.pack.lint.codes import ENDED
from salesdesign.pack.lint.subject import subject_of
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from tests.pack.packs import SMALL, Change, changed

DESK, QUEUE, PEOPLE = "decisions/desk/decision.yaml", "decisions/desk/queue.yaml", "decisions/desk/people.yaml"
SIZE, TIME = "decisions/stage/size.yaml", "decisions/help/time.yaml"

THRESHOLDS = """\
  - id: few-loans
    when: loans.per_day < 100
    points: {one_desk: 0.2}
    because: Few loans.
    evidence: [HB-1]
  - id: many-loans
    when: loans.per_day >= 100
    points: {machines: 0.2}
    because: Many loans.
    evidence: [HB-1]
  - id: a-good-many-loans
    when: loans.per_day >= 100 and readers.cards
    points: {machines: 0.2}
    because: Asks for two facts, which no line can.
    evidence: [HB-1]
  - id: very-many-loans
    when: 500 < loans.per_day
    points: {machines: 0.2}
    because: Very many loans.
    evidence: [HB-1]
"""

TOGETHER = """\
  - {id: first-sign, when: readers.cards, points: {one_desk: 1.5}, because: One., evidence: [HB-1]}
  - {id: second-sign, when: loans.per_day > 10, points: {one_desk: 2}, because: Two., evidence: [HB-1]}
  - {id: exclusive, when: loans.per_day <= 10, points: {one_desk: 3}, because: Excludes the second., evidence: [HB-1]}
"""


def rule(name: str, when: str, points: str) -> str:
    """A rule in front of those of a criterion."""
    line = f"  - {{id: {name}, when: {when}, points: {{{points}}}, because: So it is., evidence: [HB-1]}}\n"
    return f"rules:\n{line}"


FOUND = {
    "never-met": (
        Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2 and readers.patience > 3"),
        (f"{QUEUE}:6: never-met: desk: rule readers-leave can never be met by facts that the catalogue allows. "
        "Look at its numbers and at the range in facts.yaml."),
    ),
    "always-met": (
        Change(QUEUE, "readers.patience <= 2", "readers.patience < 6"),
        (f"{QUEUE}:6: always-met: desk: rule readers-leave is met by every company that can answer it. "
        "Look at its numbers and at the range in facts.yaml."),
    ),
    "and-not": (
        Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2 and not readers.cards"),
        (f"{QUEUE}:6: and-not: readers-leave asks `readers.patience <= 2 and not readers.cards`, "
        "which falls silent while what follows `not` is unknown. "
        "Move it to `unless`: it then counts until it is known to hold."),
    ),
    "same-condition": (
        Change(PEOPLE, "rules:\n", rule("crowd", "not (readers.patience > 2)", "machines: 1").replace(", because", ", unless: readers.kind == children, because")),
        (f"{QUEUE}:6: same-condition: readers-leave asks what crowd asks: `not (readers.patience > 2)`. "
        "Make one rule of the two, or let one go."),
    ),
    "counted-twice": (
        Change(PEOPLE, "rules:\n", rule("a-crowd", "readers.patience == 1", "desks_by_task: 1")),
        (f"{QUEUE}:6: counted-twice: readers-leave and a-crowd, in another criterion, ask about the same facts and both "
        "speak for desks_by_task. Keep the one that says it better, or move both into one criterion."),
    ),
    "several-thresholds": (
        Change(PEOPLE, "rules:\n", f"rules:\n{THRESHOLDS}"),
        (f"{PEOPLE}:20: several-thresholds: few-loans and very-many-loans each set a limit on loans.per_day. "
        "Let one rule go `over: loans.per_day`, so that there is no cliff and no double count."),
    ),
    "points-beyond-bound": (
        Change(QUEUE, "rules:\n", f"rules:\n{TOGETHER}"),
        (f"{QUEUE}:1: points-beyond-bound: first-sign, exclusive can give one_desk 4.5 points "
        "together; a criterion ends at 3. "
        "Lower some of them, move one to a criterion of its own, or accept it with the reason."),
    ),
    "bound-out-of-reach": (
        Change(QUEUE, "1000: 3}", "1000: 2.5}"),
        (f"{QUEUE}:1: bound-out-of-reach: queue never gives an option more than 2.5 points, so its weight counts in part. "
        "Raise the points of what matters most to 3 and lower the weight, or accept it with the reason."),
    ),
    "points-cancel": (
        Change(QUEUE, "rules:\n", rule("noise", "noise in readers.complaints", "one_desk: 1, desks_by_task: 1, machines: 1")),
        (f"{QUEUE}:6: points-cancel: noise gives every option the same points, which moves none before another. "
        "Give points to those only that it speaks for."),
    ),
    "option-unspoken": (
        Change(SIZE, "{1: 2, 4: -1}", "{1: -0.5, 4: -1}"),
        ("options/beginning.yaml:1: option-unspoken: No rule of stage speaks for beginning. "
        "Write one that does, or leave the option away."),
    ),
    "option-never-wins": (
        Change(TIME, "volunteers: 2", "volunteers: 0.5"),
        ("options/volunteers.yaml:1: option-never-wins: No company was found for which help chooses volunteers. "
        "Look at its gates, and at what speaks for it beside its rivals."),
    ),
    "curve-outside-range": (
        Change(SIZE, "{1: 2, 4: -1}", "{-1: 2, 4: -1, 600: -2}"),
        (f"{SIZE}:5: curve-outside-range: people-at-the-desk has points at -1, 600, "
        "which staff.people can never be. Keep to the range that facts.yaml gives."),
    ),
    "evidence-missing": (
        Change(DESK, "    evidence: [HB-3]", "    evidence: []"),
        (f"{DESK}:17: evidence-missing: machines-need-cards rests on nothing. "
        "Cite a claim, or add one that says whose judgement it is."),
    ),
    "evidence-unused": (
        Change("evidence.yaml", "homeless:\n  HB-5: It has nothing to do with lending.\n", ""),
        ("evidence.yaml:8: evidence-unused: Nothing uses HB-5. "
        "Cite it where it belongs, or give the reason under `homeless`."),
    ),
    "homeless-used": (
        Change("plan/risks.yaml", "[HB-3]", "[HB-3, HB-5]"),
        "evidence.yaml:8: homeless-used: HB-5 is listed under `homeless`, and yet it is used. Take it off the list.",
    ),
    "against-its-claim": (
        Change("evidence.yaml", "HB-1, source: handbook, topic: queues", "HB-1, source: handbook, option: one_desk, topic: desk pro"),
        (f"{QUEUE}:6: against-its-claim: readers-leave speaks against one_desk and cites HB-1, which speaks for it. "
        "Cite another claim, or turn the points round."),
    ),
    "text-names-unread-fact": (
        Change(QUEUE, "Your readers do not wait.", "Your readers do not wait for {{ staff.people }} people."),
        (f"{QUEUE}:6: text-names-unread-fact: desk: rule readers-leave names staff.people in its text "
        "and does not ask for it: it may be unknown. Ask for it with known(...), or say `{{ ... if it }}`."),
    ),
    "accepted-in-vain": (
        Change(SIZE, "{1: 2, 4: -1}", "{1: 3, 4: -1}"),
        f"{SIZE}:1: accepted-in-vain: size accepts bound-out-of-reach, which nothing finds here. Remove the line.",
    ),
}  # fmt: skip

_ONE_THRESHOLD = THRESHOLDS[: THRESHOLDS.index("  - id: very-many")].replace("< 100", ">= 100").replace(
    "  - id: many-loans\n    when: loans.per_day >= 100\n", "  - id: many-loans\n    when: loans.per_day >= 100 and readers.kind == students\n"
)  # fmt: skip
_EXCLUSIVE = TOGETHER.replace("first-sign, when: readers.cards", "first-sign, when: loans.per_day == 10").replace(
    "<= 10", "< 10"
)

FINE = {
    "never-met": Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2 and readers.patience > 1"),
    "always-met": Change(QUEUE, "readers.patience <= 2", "readers.patience < 5"),
    "and-not": Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2 and not known(readers.cards)"),
    "same-condition": Change(PEOPLE, "rules:\n", rule("crowd", "readers.patience < 2", "machines: 0.5")),
    "counted-twice": Change(PEOPLE, "rules:\n", rule("a-crowd", "readers.patience == 1", "desks_by_task: -1")),
    "several-thresholds": Change(PEOPLE, "rules:\n", f"rules:\n{_ONE_THRESHOLD}"),
    "points-beyond-bound": Change(QUEUE, "rules:\n", f"rules:\n{_EXCLUSIVE}"),
    "bound-out-of-reach": Change(QUEUE, "1000: 3}", "1000: 3, 2000: 2}"),
    "points-cancel": Change(QUEUE, "rules:\n", rule("noise", "noise in readers.complaints", "one_desk: 1, machines: 1")),
    "option-unspoken": Change(SIZE, "{1: 2, 4: -1}", "{1: 0.1, 4: -1}"),
    "option-never-wins": Change(TIME, "volunteers: 2", "volunteers: 1"),
    "curve-outside-range": Change(SIZE, "{1: 2, 4: -1}", "{0: 2, 500: -1}"),
    "evidence-missing": Change(DESK, "    evidence: [HB-3]", "    evidence: [HB-1]"),
    "evidence-unused": Change("plan/glossary.yaml", "loan", "loans"),
    "homeless-used": Change("plan/risks.yaml", "[HB-3]", "[HB-3, HB-4]"),
    "against-its-claim": Change(
        "evidence.yaml", "HB-1, source: handbook, topic: queues", "HB-1, source: handbook, option: one_desk, topic: desk con"
    ),
    "text-names-unread-fact": Change(
        QUEUE, "Your readers do not wait.", "\"{{ 'Tell all.' if staff.people else 'Tell.' }}\""
    ),
    "accepted-in-vain": Change(SIZE, "{1: 2, 4: -1}", "{1: 2.9, 4: -1}"),
}  # fmt: skip


def found_in(change: Change, folder: Path) -> list[str]:
    """What lint finds in the small pack with one change, told of files within it."""
    return [str(finding).removeprefix(f"{folder}/pack/") for finding in lint_all(changed(change, folder))]


def test_the_small_pack_is_fine() -> None:
    assert lint_all(read_pack(SMALL)) == ()


def test_every_code_is_tried_and_explained() -> None:
    assert set(FOUND) == set(FINE) == set(EXPLANATIONS) - {ENDED}


@pytest.mark.parametrize("code", FOUND)
def test_lint_finds(code: str, tmp_path: Path) -> None:
    change, expected = FOUND[code]
    assert expected in found_in(change, tmp_path)


@pytest.mark.parametrize("code", FINE)
def test_lint_lets_pass(code: str, tmp_path: Path) -> None:
    assert [found for found in found_in(FINE[code], tmp_path) if f": {code}: " in found] == []


def test_what_is_accepted_is_kept_with_its_reason() -> None:
    accepted = Accepted(
        code="bound-out-of-reach", about="size", why="Nobody is ever all grown.", file=f"{SMALL}/{SIZE}", line=1
    )
    assert accepted in read_pack(SMALL).accepted


def test_a_doubt_is_accepted_only_where_it_stands(tmp_path: Path) -> None:
    change = Change(PEOPLE, "bound-out-of-reach", "points-beyond-bound")
    assert [found.split(": ")[1] for found in found_in(change, tmp_path)] == ["accepted-in-vain", "bound-out-of-reach"]


NOISY = "rules:\n  - {id: noisy, when: noise in readers.complaints, points: {machines: 1}, because: So., evidence: [HB-1]}\n"


@pytest.mark.parametrize(
    ("signs", "found"), [("[loans.per_day, noise in readers.complaints]", True), ("[loans.per_day]", False)]
)
def test_signs_of_one_thing_in_two_criteria_count_it_twice(signs: str, found: bool, tmp_path: Path) -> None:
    copy = Change(PEOPLE, "rules:\n", NOISY).make(tmp_path)
    facts = copy / "facts.yaml"
    facts.write_text(f"proxies: {{how busy it is: {signs}}}\n{facts.read_text()}")
    told = [str(finding) for finding in lint_all(read_pack(copy))]
    assert any(": counted-twice: loans-for-a-machine and noisy" in text for text in told) is found


def steps_of(pack: Pack) -> int:
    """How many steps all that lint searches for takes."""
    subject = subject_of(pack)
    for check in ALL_CHECKS.values():
        list(check.find(subject))
    return subject.solver.effort.taken


def test_what_there_are_no_steps_left_for_is_told_and_nothing_is_found_in_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pack = read_pack(SMALL)
    monkeypatch.setattr(run, "MOST_STEPS", steps_of(pack))
    assert lint_all(pack) == ()
    monkeypatch.setattr(run, "MOST_STEPS", steps_of(pack) - 1)
    (found,) = lint_all(pack)
    assert (found.code, found.wrong) == (
        ENDED, "There is more to try in this pack than is tried: not looked for to the end: option-never-wins.",
    )  # fmt: skip
    monkeypatch.setattr(run, "MOST_STEPS", 0)
    assert [found.code for found in lint_all(pack)] == [ENDED]
    gates_alone = replace(pack, decisions=tuple(replace(decision, criteria=()) for decision in pack.decisions))
    assert ENDED in {found.code for found in lint_all(gates_alone)}


def test_what_was_found_before_the_steps_were_spent_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = changed(FOUND["never-met"][0], tmp_path)
    monkeypatch.setattr(run, "MOST_STEPS", 700)
    assert {found.code for found in lint_all(pack)} == {"never-met", ENDED}


def test_our_own_pack_takes_a_quarter_of_the_steps_at_most() -> None:
    assert steps_of(read_pack(rules_folder())) * 4 < run.MOST_STEPS
