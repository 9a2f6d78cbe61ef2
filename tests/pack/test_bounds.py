"""A pack reads nothing outside its folder, and is no larger than a person could read."""

import os
from pathlib import Path
from shutil import copytree

import pytest

from salesdesign.cases.lint import lint_all
from salesdesign.cases.read import read_cases
from salesdesign.errors import BadInput
from salesdesign.pack.criteria import MOST_RULES
from salesdesign.pack.read import read_pack
from tests.pack.packs import SMALL, Change, problems_in

QUEUE, PEOPLE = "decisions/desk/queue.yaml", "decisions/desk/people.yaml"


@pytest.fixture(name="copy")
def _copy(tmp_path: Path) -> Path:
    return Path(copytree(SMALL, tmp_path / "pack"))


@pytest.mark.parametrize("name", ["options/strange.yaml", "plan/glossary.yaml"])
def test_a_link_to_a_file_outside_is_refused_unread(name: str, copy: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password: hunter2\n")
    (copy / name).unlink(missing_ok=True)
    (copy / name).symlink_to(tmp_path / "secret")
    assert problems_in(copy) == [
        f"{name}: This link leads out of the pack. A pack reads nothing outside its folder: copy it in."
    ]


def test_a_link_to_a_folder_outside_is_refused(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (copy / "decisions/more").symlink_to(tmp_path / "outside")
    assert problems_in(copy)[0].startswith("decisions/more: This link leads out of the pack.")


def test_a_link_within_the_pack_is_followed(copy: Path) -> None:
    (copy / "words").mkdir()
    (copy / "plan/glossary.yaml").rename(copy / "words/glossary.txt")
    (copy / "plan/glossary.yaml").symlink_to(copy / "words/glossary.txt")
    assert read_pack(copy).library.glossary == read_pack(SMALL).library.glossary


def test_what_is_no_file_is_never_waited_for(copy: Path) -> None:
    os.mkfifo(copy / "options/pipe.yaml")
    os.mkfifo(copy / "tests/pipe.yaml")
    assert (read_pack(copy).decisions, len(read_cases(copy / "tests"))) == (
        read_pack(SMALL).decisions,
        len(read_cases(SMALL / "tests")),
    )


def test_cases_lead_nowhere_else(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password: hunter2\n")
    (copy / "tests/more.yaml").symlink_to(tmp_path / "secret")
    with pytest.raises(BadInput, match="This is a link that leads out"):
        read_cases(copy / "tests")


def test_a_criterion_has_so_many_rules_and_no_more(tmp_path: Path) -> None:
    rule = "  - {{id: rule-{}, when: readers.cards, points: {{machines: 1}}, because: So., evidence: [HB-1]}}\n"
    many = "".join(rule.format(number) for number in range(MOST_RULES))
    copy = Change(PEOPLE, "rules:\n", f"rules:\n{many}").make(tmp_path)
    assert problems_in(copy) == [f"{PEOPLE}:5:3: people: These are 101 rules. A criterion has 100 at most: divide it."]


def test_a_condition_as_wide_as_it_may_be_is_decided(tmp_path: Path) -> None:
    wide = " or ".join(f"loans.per_day == {number}" for number in range(40))
    pack = read_pack(Change(QUEUE, "readers.patience <= 2", wide).make(tmp_path))
    assert [str(finding) for finding in lint_all(pack) if finding.code in ("never-met", "always-met")] == []


def test_an_empty_file_of_cases_has_none(tmp_path: Path) -> None:
    (tmp_path / "more.yaml").write_text("\n")
    assert read_cases(tmp_path) == ()


@pytest.mark.parametrize("pattern", ["((a+)+)*$", "(a|(a)*)*b", r"((\w{1,9}){2,})+x"])
def test_a_pattern_that_repeats_within_a_repeat_is_refused(pattern: str, tmp_path: Path) -> None:
    case = f"id: slow\nname: Slow\nfacts: {{company: {{name: Slow}}}}\nexpect: {{text: ['{pattern}']}}\n"
    (tmp_path / "slow.yaml").write_text(case)
    with pytest.raises(BadInput, match="repeats a group in a group"):
        read_cases(tmp_path)
