"""A pack that extends the program's own: what it adds, replaces and takes away."""

from dataclasses import replace
from pathlib import Path

import pytest

from salesdesign.cases.lint import lint_all
from salesdesign.model.pack import Decision, Pack, Rule
from salesdesign.pack.read import read_pack
from salesdesign.resources import rules_folder
from tests.pack.packs import problems_in

HEAD = "name: house\nversion: 1.2.0\nextends: salesdesign\n"


@pytest.fixture(scope="module", name="base")
def _base() -> Pack:
    return read_pack(rules_folder())


def write(folder: Path, **files: str) -> Path:
    """A pack that extends the shipped one, with these files besides; `__` stands for a slash."""
    for name, text in {"pack": "", **files}.items():
        file = folder / f"{name.replace('__', '/')}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text((HEAD if name == "pack" else "") + text)
    return folder


def rules_of(decision: Decision) -> dict[str, Rule]:
    return {rule.id: rule for criterion in decision.criteria for rule in criterion.rules}


def test_an_extension_that_says_nothing_is_the_same_pack_by_another_name(base: Pack, tmp_path: Path) -> None:
    own = read_pack(write(tmp_path))
    assert (own.name, own.version, own.decisions, own.library, own.main) == (
        "house",
        "1.2.0",
        base.decisions,
        base.library,
        base.main,
    )
    assert own.digest != base.digest


def test_a_rule_is_changed_key_by_key(base: Pack, tmp_path: Path) -> None:
    change = "rules: [{id: long-cycle, because: It takes long., unless: null}]\nweight: 1\n"
    own = read_pack(write(tmp_path, decisions__structure__complexity=change))
    criterion = next(item for item in own.decision("structure").criteria if item.id == "complexity")
    was = rules_of(base.decision("structure"))["long-cycle"]
    now = rules_of(own.decision("structure"))["long-cycle"]
    assert (criterion.weight, now.because, now.unless, now.points) == (1, "It takes long.", None, was.points)
    assert (now.file, was.file.endswith("complexity.yaml")) == (
        str(tmp_path / "decisions/structure/complexity.yaml"),
        True,
    )


def test_what_reports_say_is_reworded_key_by_key(base: Pack, tmp_path: Path) -> None:
    own = read_pack(write(tmp_path, texts="person: adviser\nheadings: {support: Behind the advisers}\n"))
    headings = {**base.voice.headings, "support": "Behind the advisers"}
    assert own.voice == replace(base.voice, person="adviser", headings=headings)


def test_what_a_report_cannot_say_is_refused(tmp_path: Path) -> None:
    texts = "title: '{{ company.nam }}'\nheadings: {anwser: No}\ncounts: {people: company.name, by_role: head}\n"
    assert problems_in(write(tmp_path, texts=texts)) == [
        "texts.yaml:1:12: The text names company.nam, which is no fact. Did you mean company.name?",
        "texts.yaml:2:12: 'anwser' is no part of a report. Did you mean answer?",
        "texts.yaml:3:18: 'company.name' is no fact that is a number.",
        "texts.yaml:3:41: No number is counted under head. Did you mean leads?",
    ]


def test_rules_criteria_facts_and_practices_are_added(tmp_path: Path) -> None:
    own = read_pack(
        write(
            tmp_path,
            facts="facts: [{name: company.beds, type: count, title: Beds, question: How many beds?}]\n",
            evidence="sources: [{id: us, title: Our view, publisher: We}]\n"
            "claims: [{id: OUR-1, source: us, claim: Beds matter.}]\n",
            decisions__structure__house="criterion: house\nname: House\nweight: 1\n"
            "rules: [{id: many-beds, when: company.beds > 9, points: {pod: 1}, because: Beds., evidence: [OUR-1]}]\n",
            plan__glossary="bed: Where one sleeps.\n",
        )
    )
    assert ("company.beds" in own.catalogue.facts, "deal.value" in own.catalogue.facts) == (True, True)
    assert ("many-beds" in rules_of(own.decision("structure")), own.library.glossary["bed"]) == (
        True,
        "Where one sleeps.",
    )


def test_what_is_removed_is_gone_with_its_points_and_gates(tmp_path: Path) -> None:
    remove = "remove: {options: [self_serve], rules: [long-cycle], gates: [pod-needs-six], criteria: [structure.culture], words: [SDR]}\n"
    structure = read_pack(write(tmp_path, pack=remove.replace(", words: [SDR]", ""))).decision("structure")
    rules = rules_of(structure)
    assert [option.id for option in structure.options] == ["founder_led", "island", "assembly_line", "pod"]
    assert [rule.id for rule in rules.values() if "self_serve" in rule.points] == []
    assert [gate.id for gate in structure.gates] == [
        "founder-led-needs-a-founder",
        "founders-are-no-team-of-five",
        "assembly-line-needs-four",
    ]
    assert ("long-cycle" in rules, "culture" in {criterion.id for criterion in structure.criteria}) == (False, False)


PROBLEMS = {
    "another base": (
        {"pack": ""},
        HEAD.replace("salesdesign", "salesdesigns"),
        "pack.yaml:3:10: salesdesigns is no pack that can be extended. Did you mean salesdesign?",
    ),
    "a rule that is not there": (
        {"pack": "remove: {rules: [long-cycles]}\n"},
        HEAD,
        "pack.yaml:4:18: There is nothing called 'long-cycles' among the rules to remove. `salesdesign rules list` tells what there is.",
    ),
    "a kind that is not there": (
        {"pack": "remove: {rule: [long-cycle]}\n"},
        HEAD,
        "pack.yaml:4:10: rule cannot be removed. Did you mean rules?",
    ),
    "a removed fact that is still used": (
        {"pack": "remove: {facts: [customers.named_account_share]}\n"},
        HEAD,
        "customers.named_account_share",
    ),
    "a mistake in its own change": (
        {"pack": "", "decisions__structure__complexity": "rules:\n  - {id: long-cycle, weight: 3}\n"},
        HEAD,
        "decisions/structure/complexity.yaml:2:22: long-cycle: weight is no key here.",
    ),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_problems_are_told_where_they_stand(name: str, tmp_path: Path) -> None:
    files, head, expected = PROBLEMS[name]
    write(tmp_path, **files)
    (tmp_path / "pack.yaml").write_text(head + files["pack"])
    assert any(expected in problem for problem in problems_in(tmp_path))


def test_a_lent_condition_that_breaks_is_told_in_its_own_file(tmp_path: Path) -> None:
    write(tmp_path, pack="remove: {facts: [deal.pricing]}\n", decisions__structure__continuity="weight: 1\n")
    (problem,) = (found for found in problems_in(tmp_path) if "continuity" in found)
    assert problem.startswith(f"{rules_folder()}/decisions/structure/continuity.yaml:")


def test_an_option_takes_along_the_rules_that_spoke_of_no_other(tmp_path: Path) -> None:
    own = read_pack(write(tmp_path, pack="remove: {options: [vertical]}\n"))
    names = {rule.id for rule in rules_of(own.decision("segmentation")).values()}
    assert ("industry-knowledge-sells" in names, "sellers-to-divide" in names) == (False, True)


def test_what_is_removed_in_vain_is_told_with_what_was_meant(tmp_path: Path) -> None:
    assert problems_in(write(tmp_path, pack="remove: {practices: [mend-beside-change]}\n")) == [
        "pack.yaml:4:22: There is nothing called 'mend-beside-change' among the practices to remove. Did you mean mend-beside-the-change?"
    ]  # fmt: skip


def test_an_extension_is_not_told_what_its_base_holds_too_much(tmp_path: Path) -> None:
    own = read_pack(write(tmp_path, pack="remove: {options: [vertical]}\n"))
    assert [str(finding) for finding in lint_all(own)] == []


def test_what_still_names_something_removed_says_what_to_do(tmp_path: Path) -> None:
    told = problems_in(write(tmp_path, pack="remove: {roles: [enablement_vp]}\n"))
    assert [problem.partition("enablement_director: ")[2] for problem in told] == [
        "'enablement_vp' is no role. pack.yaml removes enablement_vp: remove this as well, or keep it."
    ]
