"""Cases as files hold them."""

from pathlib import Path

import pytest

from salesdesign.cases.case import Expected, Hybrid
from salesdesign.cases.pattern import read_pattern
from salesdesign.cases.read import read_cases
from salesdesign.errors import BadInput
from salesdesign.model.ranking import Outcome

WHOLE = """\
# A library in a small town.
id: C1
name: A small library
source: claims HB-1
strength: clear
facts: {company: {name: Small}}
expect:
  desk: [one_desk]
  desk_not: [machines]
  help_includes: [volunteers]
  excluded: {desk: [machines]}
  rules: {readers-leave: not_met}
  segments: {Children: {desk: [one_desk]}}
  text: ['quiet.*hour']
  hybrid: ok
  mix: {Children: lender}
"""


def test_a_case_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(WHOLE)
    (case,) = read_cases(tmp_path / "case.yaml")
    expected = Expected(
        chosen={"desk": ("one_desk",)},
        avoided={"desk": ("machines",)},
        included={"help": ("volunteers",)},
        excluded={"desk": ("machines",)},
        rules={"readers-leave": Outcome.NOT_MET},
        segments={"Children": {"desk": ("one_desk",)}},
        text=(read_pattern("quiet.*hour"),),
        hybrid=Hybrid.OK,
        mix={"Children": "lender"},
    )
    read = (case.id, case.name, case.source, case.strength, case.line, case.expected)
    assert read == ("C1", "A small library", "claims HB-1", "clear", 2, expected)


def test_a_folder_holds_cases_in_files_lists_and_folders(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("- {id: two, name: Two, facts: {}, expect: {desk: [one_desk]}}\n" * 1)
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.yaml").write_text(WHOLE)
    (tmp_path / "a.yaml").write_text(
        "- {id: zero, name: Zero, facts: {}, expect: {desk: [one_desk]}}\n"
        "- {id: one, name: One, facts: {}, expect: {desk: [one_desk]}}\n"
    )
    (tmp_path / "README.md").write_text("No case.\n")
    assert [case.id for case in read_cases(tmp_path)] == ["zero", "one", "two", "C1"]


def test_all_problems_of_all_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: one\nname: One\nfacts: []\nexpect: {}\n")
    (tmp_path / "b.yaml").write_text("id: one\nname: Two\nfact: {}\nexpect: {rules: {r: mat}, text: ['(']}\n")
    with pytest.raises(BadInput) as caught:
        read_cases(tmp_path)
    assert [str(problem).removeprefix(f"{tmp_path}/") for problem in caught.value.problems] == [
        "a.yaml:3:8: one: Facts are a mapping of sections. Write them as in a file of facts.",
        "a.yaml:4:9: one: The case expects nothing. Say what must come out.",
        "b.yaml:1:1: one: facts is missing. Add `facts:`.",
        f"b.yaml:1:5: one: one is already the id of a case at {tmp_path}/a.yaml:1. Give each an id of its own.",
        "b.yaml:3:1: one: fact is no key here. Did you mean facts?",
        "b.yaml:4:21: one: 'mat' is no outcome. Did you mean met?",
        "b.yaml:4:34: one: '(' has a bracket without its other half. Look at its brackets.",
    ]


def test_a_folder_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no such file or folder"):
        read_cases(tmp_path / "nowhere")
