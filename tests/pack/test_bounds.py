"""A pack reads nothing outside its folder, and is no larger than a person could read."""

import os
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

import pytest

from salesdesign.cases import read as cases
from salesdesign.cases.lint import lint_all
from salesdesign.cases.read import read_cases
from salesdesign.conditions.solve import Goal, Solver, Undecided
from salesdesign.errors import BadInput
from salesdesign.model.expression import Compare, Comparison, FactOf, Literal
from salesdesign.pack import read
from salesdesign.pack.asked import asked_in_all
from salesdesign.pack.catalogue import MOST_BANDS, MOST_FACTS
from salesdesign.pack.criteria import MOST_RULES
from salesdesign.pack.decisions import MOST_GATES, MOST_OPTIONS
from salesdesign.pack.facts import MOST_CHOICES
from salesdesign.pack.lint import conditions
from salesdesign.pack.lint.subject import subject_of
from salesdesign.pack.read import read_pack
from salesdesign.pack.worlds import world_of_pack
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


@pytest.mark.parametrize(
    ("weight", "fine"), [("0", True), ("0.001", True), ("100", True), ("1e-4", False), ("101", False)]
)
def test_a_weight_is_in_proportion(tmp_path: Path, weight: str, fine: bool) -> None:
    found = problems_in(Change(QUEUE, "weight: 3", f"weight: {weight}").make(tmp_path))
    assert [line for line in found if "out of proportion. Write 0, or 0.001 to 100." in line] == ([] if fine else found)
    assert bool(found) is not fine


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


DECISION, FACTS = "decisions/desk/decision.yaml", "facts.yaml"
BAND = "  - {name: loans.b, type: choice, title: B, value: loans.per_person, bands: [{id: low, text: low}, "


def option_ids(many: int) -> str:
    """That many options more; they have no files, which is told as well."""
    return ", ".join(f"o{number}" for number in range(many))


BEYOND = {
    "gates": (
        Change(DECISION, "gates:\n", "gates:\n" + "".join(
            f"  - {{id: g-{number}, excludes: [machines], when: readers.cards, because: So., evidence: [HB-1]}}\n"
            for number in range(MOST_GATES)
        )),
        f"{DECISION}:12:3: desk: These are 102 gates. At most 100 may stand here.",
    ),
    "options": (
        Change(DECISION, "options: [", f"options: [{option_ids(MOST_OPTIONS)}, "),
        f"{DECISION}:5:10: desk: These are 53 options. At most 50 may stand here.",
    ),
    "bands": (
        Change(FACTS, "consistency:\n", BAND + ", ".join(
            f"{{id: b{number}, from: {number}, text: x}}" for number in range(MOST_BANDS)
        ) + "]}\nconsistency:\n"),
        f"{FACTS}:59:77: loans.b: These are 51 bands. At most 50 may stand here.",
    ),
    "choices": (
        Change(FACTS, "choices: [queues,", f"choices: [{option_ids(MOST_CHOICES)}, queues,"),
        f"{FACTS}:37:14: readers.complaints: These are 203 choices. At most 200 may stand here.",
    ),
    "facts": (
        Change(FACTS, "derived:\n", "".join(
            f"  - {{name: staff.f{number}, type: share, title: T, question: Q}}\n" for number in range(MOST_FACTS)
        ) + "derived:\n"),
        f"{FACTS}:3:3: These are 1,010 facts. At most 1,000 may stand here.",
    ),
    "derived facts": (
        Change(FACTS, "consistency:\n", "".join(
            f"  - {{name: loans.d{number}, type: number, title: T, value: loans.per_day + 1}}\n" for number in range(MOST_FACTS)
        ) + "consistency:\n"),
        f"{FACTS}:45:3: These are 1,004 derived. At most 1,000 may stand here.",
    ),
    "derived facts that double": (
        Change(FACTS, "consistency:\n", "  - {name: loans.d0, type: number, title: T, value: loans.per_day}\n" + "".join(
            f"  - {{name: loans.d{number + 1}, type: number, title: T, value: loans.d{number} + loans.d{number}}}\n"
            for number in range(60)
        ) + "consistency:\n"),
        f"{FACTS}:69:1: loans.d10: Written out, it is calculated from more than 1,000 facts. Calculate it in fewer steps.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BEYOND)
def test_what_is_beyond_a_bound_is_refused_at_its_place(name: str, tmp_path: Path) -> None:
    change, told = BEYOND[name]
    assert told in problems_in(change.make(tmp_path))


def test_the_conditions_of_a_pack_ask_for_so_much_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_IN_ALL", asked_in_all(read_pack(SMALL)))
    read_pack(SMALL)
    copy = Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2 and loans.load == heavy").make(tmp_path)
    most = asked_in_all(read_pack(SMALL))
    told = f"pack.yaml: Its conditions ask for {most + 2} facts, derived ones written out."
    assert problems_in(copy) == [f"{told} Those of a pack ask for {most} at most."]


def test_a_folder_that_lies_too_deep_is_refused(copy: Path) -> None:
    deep = copy.joinpath(*"abcdef")
    deep.mkdir(parents=True)
    assert problems_in(copy)[0].startswith("a/b/c/d/e/f: This folder lies too deep in the pack.")
    deep.rmdir()
    assert problems_in(copy) == []


def test_there_are_so_many_cases_and_no_more(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cases, "MAX_CASES", 2)
    assert len(read_cases(copy / "tests")) == 2
    monkeypatch.setattr(cases, "MAX_CASES", 1)
    with pytest.raises(BadInput, match="There are more than 1 cases here"):
        read_cases(copy / "tests")


def test_more_that_has_to_hold_together_than_python_nests_is_left_undecided() -> None:
    goal = Goal(Compare(Comparison.ABOVE, FactOf("staff.people"), Literal(2.0)))
    with pytest.raises(Undecided):
        list(Solver(world_of_pack(read_pack(SMALL))).models([goal] * 3_000))


def test_more_rules_about_the_same_facts_than_can_be_compared_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conditions, "MOST_PAIRS", 2)
    rules = "".join(
        f"  - {{id: r-{number}, when: readers.patience > {number}, points: {{machines: 1}}, because: So., evidence: [HB-1]}}\n"
        for number in range(1, 4)
    )
    pack = read_pack(Change(PEOPLE, "rules:\n", f"rules:\n{rules}").make(tmp_path))
    told = [finding.wrong for finding in lint_all(pack) if finding.code == "same-condition"]
    assert [wrong for wrong in told if "too many to compare them all" in wrong] != []


def test_a_criterion_of_a_hundred_rules_takes_steps_as_its_rules_do_and_not_as_their_pairs() -> None:
    def steps(rules: int) -> int:
        many = "".join(
            f"  - {{id: r-{number}, when: loans.per_day >= {number + 1}, points: {{machines: 1}}, because: So., evidence: [HB-1]}}\n"
            for number in range(rules)
        )
        with TemporaryDirectory() as folder:
            pack = read_pack(Change(PEOPLE, "rules:\n", f"rules:\n{many}").make(Path(folder)))
        subject = subject_of(pack)
        criterion = next(criterion for _, criterion in subject.criteria() if criterion.id == "people")
        assert len(subject.reach.furthest(criterion, "machines", 1).rules) >= rules
        return subject.solver.effort.taken

    assert steps(90) < 4 * steps(30)
