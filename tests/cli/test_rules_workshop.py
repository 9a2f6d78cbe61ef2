"""Beginning, checking, publishing and comparing rule packs from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from salesdesign.cases.lint import EXPLANATIONS
from tests.cli.conftest import Command

SUPPORT = Path(__file__).parents[2] / "examples" / "packs" / "support-desk"
COMPANY = SUPPORT / "companies" / "growing-desk.yaml"


@pytest.mark.parametrize("flags", [[], ["--alone"]], ids=["extending", "alone"])
def test_a_new_pack_is_valid_tested_and_free_of_doubts(salesdesign: Command, folder: Path, flags: list[str]) -> None:
    codes = [salesdesign("rules", "new", "mine", *flags).code]
    codes += [salesdesign("rules", verb, "--rules", "mine").code for verb in ("test", "lint", "coverage", "list")]
    assert codes == [0] * 5


def test_a_new_pack_never_replaces_anything(salesdesign: Command, folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "notes.txt").write_text("Keep me.")
    ended = salesdesign("rules", "new", "mine")
    assert (ended.code, ended.said) == (2, "mine: There is something here already. Name another folder.\n")


def test_findings_end_with_1_and_come_as_json(salesdesign: Command, folder: Path) -> None:
    salesdesign("rules", "new", "mine", "--alone")
    (folder / "mine" / "decisions" / "answer" / "more.yaml").write_text(
        "criterion: more\nname: More\nweight: 1\n"
        "rules: [{id: never, when: team.people < 0, points: {shared: 3}, because: Never., evidence: [OUR-1]}]\n"
    )
    ended = salesdesign("rules", "lint", "--rules", "mine", "--format", "json")
    found = [(item["file"], item["line"], item["code"], item["about"]) for item in json.loads(ended.printed)]
    file = "mine/decisions/answer/more.yaml"
    assert (ended.code, ended.said, found) == (1, "1 finding\n", [(file, 4, "never-met", "never")])


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_every_code_can_be_explained(salesdesign: Command, code: str) -> None:
    ended = salesdesign("rules", "lint", "--explain", code)
    assert (ended.code, ended.printed.splitlines()[0], len(ended.printed) > 100) == (0, code, True)


def test_an_unknown_code_is_answered_with_a_known_one(salesdesign: Command) -> None:
    ended = salesdesign("rules", "lint", "--explain", "never-meet")
    assert (ended.code, ended.said) == (2, "--explain never-meet: There is no such code. Did you mean never-met?\n")


def test_coverage_writes_the_cases_that_are_missing(salesdesign: Command, folder: Path) -> None:
    salesdesign("rules", "new", "mine", "--alone")
    (folder / "mine" / "tests" / "answer.yaml").write_text(
        "id: some\nname: Some\nfacts: {company: {name: A}}\nexpect: {answer_not: [divided]}\n"
    )
    ended = salesdesign("rules", "coverage", "--rules", "mine")
    (folder / "mine" / "tests" / "more.yaml").write_text(ended.printed)
    again = [salesdesign("rules", verb, "--rules", "mine").code for verb in ("test", "coverage")]
    assert (ended.code, again) == (1, [0, 0])


def test_coverage_of_a_pack_without_cases_writes_them_all(salesdesign: Command, folder: Path) -> None:
    salesdesign("rules", "new", "mine", "--alone")
    shutil.rmtree(folder / "mine" / "tests")
    ended = salesdesign("rules", "coverage", "--rules", "mine")
    (folder / "mine" / "tests").mkdir()
    (folder / "mine" / "tests" / "all.yaml").write_text(ended.printed)
    again = [salesdesign("rules", verb, "--rules", "mine").code for verb in ("test", "coverage")]
    assert (ended.code, "too large" in ended.said, again) == (1, False, [0, 0])


def test_coverage_says_when_a_pack_is_too_large_for_one_run(
    salesdesign: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    salesdesign("rules", "new", "mine", "--alone")
    shutil.rmtree(folder / "mine" / "tests")
    monkeypatch.setattr("salesdesign.pack.lint.run.MOST_STEPS", 3)
    ended = salesdesign("rules", "coverage", "--rules", "mine")
    assert (ended.code, "some of these may be impossible" in ended.said) == (1, True)


def test_the_rule_book_is_written_checked_and_cleaned(salesdesign: Command, folder: Path) -> None:
    written = salesdesign("rules", "docs", "-o", "book", "--rules", SUPPORT)
    fresh = salesdesign("rules", "docs", "-o", "book", "--rules", SUPPORT, "--check")
    (folder / "book" / "facts.html").write_text("rulebook, of old")
    (folder / "book" / "gone.html").write_text("<meta content='salesdesign rulebook'>")
    old = salesdesign("rules", "docs", "-o", "book", "--rules", SUPPORT, "--check")
    salesdesign("rules", "docs", "-o", "book", "--rules", SUPPORT)
    clean = salesdesign("rules", "docs", "-o", "book", "--rules", SUPPORT, "--check")
    assert (written.code, fresh.code, old.code, clean.code, (folder / "book" / "gone.html").exists()) == (
        0,
        0,
        1,
        0,
        False,
    )
    assert old.printed == "book/facts.html: It is out of date.\nbook/gone.html: It belongs to no page any more.\n"


def test_pages_of_others_are_not_touched(salesdesign: Command, folder: Path) -> None:
    (folder / "site").mkdir()
    (folder / "site" / "home.html").write_text("<h1>Welcome</h1>")
    ended = salesdesign("rules", "docs", "-o", "site", "--rules", SUPPORT)
    assert (ended.code, ended.said) == (2, "site: home.html is no page of a rule book. Name an empty folder.\n")


def test_a_change_is_shown_on_companies(salesdesign: Command, folder: Path) -> None:
    salesdesign("rules", "new", "mine")
    criterion = folder / "mine" / "decisions" / "structure" / "house.yaml"
    criterion.write_text(criterion.read_text().replace("weight: 1", "weight: 100"))
    (folder / "field.yaml").write_text(
        "company: {name: Field}\nheadcount: {sellers: 10}\ndeal: {channel: field, value: 60000}\n"
    )
    (folder / "bad.yaml").write_text("company: {name: Bad}\ndeals: {}\n")
    ended = salesdesign("rules", "diff", "salesdesign", "mine", "--on", "field.yaml", "--on", "bad.yaml")
    lines = ended.printed.splitlines()
    assert (ended.code, lines[0]) == (2, "added: structure.house, same-face-at-the-door")
    assert lines[1].startswith("field.yaml: Field: structure: assembly_line -> island (same-face-at-the-door +")
    assert ended.said.splitlines()[-1] == "1 company, 1 advised otherwise, 1 refused"


EVERYWHERE = [
    ["recommend", COMPANY, "--rules", SUPPORT],
    ["recommend", COMPANY, "--rules", SUPPORT, "--format", "json"],
    ["recommend", COMPANY, "--rules", SUPPORT, "--format", "md"],
    ["recommend", COMPANY, "--rules", SUPPORT, "--format", "html"],
    ["recommend", COMPANY, "--rules", SUPPORT, "--set", "team.people=3", "--weight", "hardness=1"],
    ["validate", COMPANY, "--rules", SUPPORT],
    ["init", "--rules", SUPPORT],
    ["schema", "facts", "--rules", SUPPORT],
    ["schema", "pack", "--rules", SUPPORT],
    ["rules", "list", "--rules", SUPPORT],
    ["rules", "show", "story-told-twice", "--rules", SUPPORT],
    ["rules", "lint", "--rules", SUPPORT],
    ["rules", "test", "--rules", SUPPORT],
    ["rules", "coverage", "--rules", SUPPORT],
    ["rules", "evidence", "--rules", SUPPORT],
]


@pytest.mark.parametrize("words", EVERYWHERE, ids=lambda words: " ".join(map(str, words[:2])))
def test_the_second_pack_works_in_every_command(salesdesign: Command, folder: Path, words: list[str | Path]) -> None:
    assert salesdesign(*words).code == 0
