"""What lint finds: for every code a pack that has it; the small pack has none."""

from pathlib import Path

import pytest

from salesdesign.pack.lint import CHECKS, lint
from salesdesign.pack.read import read_pack
from tests.pack.packs import SMALL, Change, changed

DESK, QUEUE, PEOPLE = "decisions/desk/decision.yaml", "decisions/desk/queue.yaml", "decisions/desk/people.yaml"

THRESHOLDS = """\
  - id: few-loans
    when: loans.per_day < 100
    points: {one_desk: 1}
    because: Few loans.
    evidence: [HB-1]
  - id: many-loans
    when: loans.per_day >= 100
    points: {desks_by_task: 1}
    because: Many loans.
    evidence: [HB-1]
  - id: a-good-many-loans
    when: loans.per_day >= 100 and readers.cards
    points: {desks_by_task: 1}
    because: Asks for two facts, which no line can.
    evidence: [HB-1]
  - id: very-many-loans
    when: 500 < loans.per_day
    points: {desks_by_task: 1}
    because: Very many loans.
    evidence: [HB-1]
"""

TOGETHER = """\
  - {id: first-sign, when: readers.cards, points: {one_desk: 3}, because: One., evidence: [HB-1]}
  - {id: second-sign, when: loans.per_day > 10, points: {one_desk: 3}, because: Two., evidence: [HB-1]}
  - {id: exclusive, when: loans.per_day <= 10, points: {one_desk: 3}, because: Excludes the second., evidence: [HB-1]}
"""

FOUND = {
    "and-not": (
        Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2 and not readers.cards"),
        [
            (
                f"{QUEUE}:6: and-not: readers-leave asks `readers.patience <= 2 and not readers.cards`, "
                "which falls silent while what follows `not` is unknown. "
                "Move it to `unless`: it then counts until it is known to hold."
            )
        ],
    ),
    "several-thresholds": (
        Change(PEOPLE, "rules:\n", f"rules:\n{THRESHOLDS}"),
        [
            (
                f"{PEOPLE}:20: several-thresholds: few-loans and very-many-loans each set a limit on loans.per_day. "
                "Let one rule go `over: loans.per_day`, so that there is no cliff and no double count."
            )
        ],
    ),
    "evidence-unused": (
        Change("evidence.yaml", "homeless:\n  HB-5: It has nothing to do with lending.\n", ""),
        [
            (
                "evidence.yaml:8: evidence-unused: Nothing uses HB-5. "
                "Cite it where it belongs, or give the reason under `homeless`."
            )
        ],
    ),
    "homeless-used": (
        Change("plan/risks.yaml", "[HB-3]", "[HB-3, HB-5]"),
        ["evidence.yaml:8: homeless-used: HB-5 is listed under `homeless`, and yet it is used. Take it off the list."],
    ),
    "evidence-missing": (
        Change(DESK, "    evidence: [HB-3]", "    evidence: []"),
        [
            (
                f"{DESK}:17: evidence-missing: machines-need-cards rests on nothing. "
                "Cite a claim, or add one that says whose judgement it is."
            )
        ],
    ),
    "points-unreachable": (
        Change(PEOPLE, "rules:\n", f"rules:\n{TOGETHER}"),
        [
            (
                f"{PEOPLE}:5: points-unreachable: first-sign, second-sign, load-of-the-day can give one_desk 8 points "
                "together; a criterion ends at 3. Lower some of them, or move one to a criterion of its own."
            )
        ],
    ),
    "text-names-unread-fact": (
        Change(QUEUE, "Your readers do not wait.", "Your readers do not wait for {{ staff.people }} people."),
        [
            (
                f"{QUEUE}:6: text-names-unread-fact: desk: rule readers-leave names staff.people in its text "
                "and does not ask for it: it may be unknown. Ask for it with known(...), or say `{{ ... if it }}`."
            )
        ],
    ),
    "option-unspoken": (
        Change(QUEUE, "1000: 3}", "1000: 0}"),
        [
            (
                "options/machines.yaml:1: option-unspoken: No rule of desk speaks for machines. "
                "Write one that does, or leave the option away."
            )
        ],
    ),
    "curve-outside-range": (
        Change("decisions/stage/size.yaml", "{1: 2, 4: -1}", "{-1: 2, 4: -1, 600: -2}"),
        [
            (
                "decisions/stage/size.yaml:5: curve-outside-range: people-at-the-desk has points at -1, 600, "
                "which staff.people can never be. Keep to the range that facts.yaml gives."
            )
        ],
    ),
}

_ONE_THRESHOLD = THRESHOLDS[: THRESHOLDS.index("  - id: very-many")].replace("< 100", ">= 100")
_EXCLUSIVE = TOGETHER.replace("first-sign, when: readers.cards", "first-sign, when: loans.per_day == 10").replace(
    "<= 10", "< 10"
)

FINE = {
    "and-not": Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2 and not known(readers.cards)"),
    "several-thresholds": Change(PEOPLE, "rules:\n", f"rules:\n{_ONE_THRESHOLD}"),
    "evidence-unused": Change("plan/glossary.yaml", "loan", "loans"),
    "homeless-used": Change("plan/risks.yaml", "[HB-3]", "[HB-3, HB-4]"),
    "evidence-missing": Change(DESK, "    evidence: [HB-3]", "    evidence: [HB-1]"),
    "points-unreachable": Change(
        PEOPLE,
        "rules:\n",
        f"rules:\n{_EXCLUSIVE}",
    ),
    "text-names-unread-fact": Change(
        QUEUE, "Your readers do not wait.", "\"{{ 'Tell all.' if staff.people else 'Tell.' }}\""
    ),
    "option-unspoken": Change(QUEUE, "1000: 3}", "1000: 0.001}"),
    "curve-outside-range": Change("decisions/stage/size.yaml", "{1: 2, 4: -1}", "{0: 2, 500: -1}"),
}


def test_the_small_pack_is_fine() -> None:
    assert lint(read_pack(SMALL)) == ()


def test_every_code_is_tried() -> None:
    assert set(FOUND) == set(FINE) == set(CHECKS)


@pytest.mark.parametrize("code", FOUND)
def test_lint_finds(code: str, tmp_path: Path) -> None:
    change, expected = FOUND[code]
    found = [str(finding).removeprefix(f"{tmp_path}/pack/") for finding in lint(changed(change, tmp_path))]
    assert found == expected


@pytest.mark.parametrize("code", FINE)
def test_lint_lets_pass(code: str, tmp_path: Path) -> None:
    assert lint(changed(FINE[code], tmp_path)) == ()
