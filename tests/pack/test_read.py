"""Reading a whole pack: what comes out of a good one, and every problem of a bad one in its place."""

from pathlib import Path
from shutil import copytree
from zipfile import Path as ZipPath
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from salesdesign.errors import BadInput
from salesdesign.model.expression import Compare, Comparison, FactOf, Literal
from salesdesign.model.pack import Line, Pack, Rule, Steps
from salesdesign.pack import folder as folders
from salesdesign.pack.read import read_pack
from tests.pack.packs import SMALL, Change, problems_in

QUEUE = "decisions/desk/queue.yaml"


@pytest.fixture(scope="module", name="pack")
def _pack() -> Pack:
    return read_pack(SMALL)


def rule(pack: Pack, name: str) -> Rule:
    found = (rule for decision in pack.decisions for criterion in decision.criteria for rule in criterion.rules)
    return next(rule for rule in found if rule.id == name)


def test_a_rule_is_read_with_its_place_and_its_points_in_thousandths(pack: Pack) -> None:
    expected = Rule(
        id="readers-leave",
        when=Compare(Comparison.AT_MOST, FactOf("readers.patience"), Literal(2)),
        unless=Compare(Comparison.EQUAL, FactOf("readers.kind"), Literal("children")),
        asks="readers.patience <= 2",
        exception="readers.kind == children",
        points={"desks_by_task": 2000, "one_desk": -1500},
        because="Your readers do not wait.",
        evidence=("HB-1",),
    )
    found = rule(pack, "readers-leave")
    assert (found, found.file, found.line) == (expected, f"{SMALL}/{QUEUE}", 6)


def test_a_line_may_name_the_figure_of_a_benchmark(pack: Pack) -> None:
    assert rule(pack, "loans-for-a-machine").points == {"machines": Line(places=((200.0, -1000), (1000.0, 3000)))}


def test_steps_go_over_the_bands_of_a_derived_fact(pack: Pack) -> None:
    assert rule(pack, "load-of-the-day").points == {
        "one_desk": Steps(steps={"light": 2000, "heavy": -1000}),
        "desks_by_task": Steps(steps={"heavy": 1000}),
    }


def test_decisions_come_in_the_order_of_the_pack_with_options_from_simple_to_complex(pack: Pack) -> None:
    assert {decision.id: [option.id for option in decision.options] for decision in pack.decisions} == {
        "desk": ["one_desk", "desks_by_task", "machines"],
        "stage": ["beginning", "grown"],
        "help": ["volunteers"],
    }


def test_nothing_of_the_library_is_lost(pack: Pack) -> None:
    library = pack.library
    counts = {
        "roles": list(library.roles),
        "departments": [item.id for item in library.departments],
        "practices": [item.id for item in library.practices],
        "risks": [item.id for item in library.risks],
        "stages": {name: [trigger.id for trigger in stage.triggers] for name, stage in library.stages.items()},
        "glossary": dict(library.glossary),
        "homeless": list(library.homeless),
    }
    assert counts == {
        "roles": ["lender", "keeper"],
        "departments": ["desk"],
        "practices": ["quiet-hours"],
        "risks": ["cards-get-lost"],
        "stages": {"beginning": ["four-people"], "grown": []},
        "glossary": {"loan": "A book that is out."},
        "homeless": ["HB-5"],
    }


def test_a_pack_in_a_zip_is_the_same_pack(pack: Pack, tmp_path: Path) -> None:
    with ZipFile(tmp_path / "packs.zip", "w") as archive:
        for file in sorted(path for path in SMALL.rglob("*.yaml")):
            archive.write(file, f"rules/{file.relative_to(SMALL)}")
    with ZipFile(tmp_path / "packs.zip") as archive:
        zipped = read_pack(ZipPath(archive, "rules/"))
    assert (zipped.digest, zipped.decisions, zipped.library) == (pack.digest, pack.decisions, pack.library)


def test_the_digest_follows_every_byte_and_name_but_not_the_cases(pack: Pack, tmp_path: Path) -> None:
    copy = Path(copytree(SMALL, tmp_path / "copy"))
    (copy / "tests" / "desk.yaml").unlink()
    same = read_pack(copy).digest
    (copy / "plan" / "glossary.yaml").write_text("loan: A book that is out!\n")
    assert (same, read_pack(copy).digest == same) == (pack.digest, False)


PROBLEMS = {
    "an unknown key": (
        Change(QUEUE, "weight: 3", "wieght: 3"),
        [
            f"{QUEUE}:1:1: queue: weight is missing. Add `weight:`.",
            f"{QUEUE}:3:1: queue: wieght is no key here. Did you mean weight?",
        ],
    ),
    "an unknown fact, under its own character": (
        Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2 and readers.patiense > 0"),
        [f"{QUEUE}:7:37: readers-leave: readers.patiense is no fact that there is. Did you mean readers.patience?"],
    ),
    "an unknown fact in quotes": (
        Change(QUEUE, "readers.patience <= 2", '"2 >= readers.patiense"'),
        [f"{QUEUE}:7:17: readers-leave: readers.patiense is no fact that there is. Did you mean readers.patience?"],
    ),
    "a condition over several lines is told of its start": (
        Change(QUEUE, "readers.patience <= 2", "readers.patience <= 2\n      and readers.patiense > 0"),
        [f"{QUEUE}:7:11: readers-leave: readers.patiense is no fact that there is. Did you mean readers.patience?"],
    ),
    "points for an option of another decision": (
        Change(QUEUE, "one_desk: -1.5", "volunteers: -1.5"),
        [
            (
                f"{QUEUE}:9:32: readers-leave: 'volunteers' is no option of this decision. "
                "There are desks_by_task, machines, one_desk."
            )
        ],
    ),
    "points out of bounds": (
        Change(QUEUE, "one_desk: -1.5", "one_desk: -3.5"),
        [
            (
                f"{QUEUE}:9:42: readers-leave: -3.5 points are out of bounds. "
                "Points run from -3 to 3; use the weight for more."
            )
        ],
    ),
    "points too fine": (
        Change(QUEUE, "one_desk: -1.5", "one_desk: -1.0005"),
        [f"{QUEUE}:9:42: readers-leave: -1.0005 has more than three decimals. Points are held in whole thousandths."],
    ),
    "points that are no number": (
        Change(QUEUE, "one_desk: -1.5", "one_desk: many"),
        [f"{QUEUE}:9:42: readers-leave: 'many' is no number. Write it as 12, 0.5 or 1_000."],
    ),
    "a claim that is not there": (
        Change(QUEUE, "evidence: [HB-1]", "evidence: [HB-11]"),
        [f"{QUEUE}:11:16: readers-leave: 'HB-11' is no claim. Did you mean HB-1?"],
    ),
    "both when and over": (
        Change(QUEUE, "over: loans.per_day", "over: loans.per_day\n    when: known(loans.per_day)"),
        [
            (
                f"{QUEUE}:13:11: loans-for-a-machine: A rule has either `when` or `over`. "
                "Ask a question, or go over one fact."
            )
        ],
    ),
    "over a list": (
        Change(QUEUE, "over: loans.per_day", "over: readers.complaints"),
        [
            (
                f"{QUEUE}:13:11: loans-for-a-machine: readers.complaints is of type choices. "
                "A rule goes over a number, money, a share, a scale or a choice."
            )
        ],
    ),
    "a line with one place": (
        Change(QUEUE, "{benchmark.DESK_01: -1, 1000: 3}", "{1000: 3}"),
        [f"{QUEUE}:14:24: loans-for-a-machine: A line needs two places at least. Write {{4: -2, 12: 2}}."],
    ),
    "a figure that no benchmark has": (
        Change(QUEUE, "benchmark.DESK_01", "benchmark.DESK_02"),
        [
            (
                f"{QUEUE}:14:25: loans-for-a-machine: benchmark.DESK_02 is no benchmark with one figure. "
                "Did you mean benchmark.DESK_01?"
            )
        ],
    ),
    "a step for a choice that is not there": (
        Change("decisions/desk/people.yaml", "{heavy: 1}", "{heavily: 1}"),
        ["decisions/desk/people.yaml:7:63: load-of-the-day: 'heavily' is no choice of this fact. Did you mean heavy?"],
    ),
    "a text that names no fact": (
        Change(QUEUE, "{{ loans.per_day }}", "{{ loans.a_day }}"),
        [
            (
                f"{QUEUE}:15:18: loans-for-a-machine: The text names loans.a_day, which is no fact. "
                "Did you mean loans.per_day?"
            )
        ],
    ),
    "a text with a choice out of quotes": (
        Change("plan/practices.yaml", "Your readers", "Your {{ 1 if noise in readers.complaints }} readers"),
        [
            (
                "plan/practices.yaml:7:25: quiet-hours: The text names noise, which is no fact. "
                "If a choice is meant, write 'noise' in quotes."
            )
        ],
    ),
    "a text with a filter that is not there": (
        Change("decisions/desk/people.yaml", "| words", "| wrods"),
        [
            (
                "decisions/desk/people.yaml:8:42: load-of-the-day: The text uses the filter wrods, "
                "which does not exist. Did you mean words?"
            )
        ],
    ),
    "a text that is never closed": (
        Change("decisions/desk/people.yaml", "loans.load | words }}", "loans.load"),
        [("decisions/desk/people.yaml:8:26: load-of-the-day: What {{ opens is never closed. Close it with }}.")],
    ),
    "an id that another rule has": (
        Change("decisions/desk/people.yaml", "load-of-the-day", "readers-leave"),
        [
            (
                "decisions/desk/queue.yaml:6:9: readers-leave: readers-leave is already the id of a rule at "
                "PACK/decisions/desk/people.yaml:5. Give each an id of its own."
            )
        ],
    ),
    "a decision that is taken later": (
        Change(QUEUE, "readers.patience <= 2", "yes and not decided.stage == grown"),
        [
            (
                f"{QUEUE}:7:23: readers-leave: decided.stage is decided later than this. "
                "pack.yaml says in which order decisions are taken."
            )
        ],
    ),
    "an option without a file": (
        Change("decisions/help/decision.yaml", "[volunteers]", "[volunteers, robots]"),
        [
            (
                "decisions/help/decision.yaml:5:10: help: The option robots has no file that can be read. "
                "Write options/robots.yaml."
            )
        ],
    ),
    "a derived fact that reads one further down": (
        Change("facts.yaml", "value: loans.per_day / staff.people", "value: loans.late_per_person / 2"),
        [
            (
                "facts.yaml:45:1: loans.per_person: It reads loans.late_per_person, which is derived further down. "
                "Move loans.late_per_person above it."
            )
        ],
    ),
    "a scale without its steps": (
        Change("facts.yaml", "      5: They did not notice.\n", ""),
        [
            (
                "facts.yaml:23:7: readers.patience: A scale words each of its steps 1 to 5. "
                "Say for each what a company does."
            )
        ],
    ),
    "a range that is upside down": (
        Change("facts.yaml", "range: [0, 500]", "range: [500, 0]"),
        [
            "facts.yaml:9:12: staff.people: The range ends before it begins. Write the lower end first.",
            "facts.yaml:10:14: staff.people: The typical range leaves the range, or ends before it begins.",
        ],
    ),
    "pay that is more than everything": (
        Change("plan/roles.yaml", "variable: 0.1", "variable: 0.2"),
        [
            (
                "plan/roles.yaml:10:40: desks_by_task: The fixed and the variable share do not sum to 1. "
                "Write shares, as 0.5 and 0.5."
            )
        ],
    ),
}


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_told_with_its_place_and_its_mend(name: str, tmp_path: Path) -> None:
    change, expected = PROBLEMS[name]
    pack = change.make(tmp_path)
    assert problems_in(pack) == [line.replace("PACK", str(pack)) for line in expected]


def test_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    pack = Change(QUEUE, "weight: 3", "weight: heavy").make(tmp_path)
    (pack / "plan" / "risks.yaml").write_text(
        "- {id: Cards, text: Cards get lost., mitigation: Keep some., evidence: []}\n"
    )
    (pack / "plan" / "wishes.yaml").write_text("a: b\n")
    (pack / "decisions" / "roof").mkdir()
    (pack / "decisions" / "roof" / "decision.yaml").write_text("decision: roof\n")
    (pack / "options" / "garden.yaml").write_text("option: garden\nname: Garden\nsummary: Green.\n")
    (pack / "plan" / "glossary.yaml").write_text("loan: [a, b\n")
    assert problems_in(pack) == [
        "decisions/desk/queue.yaml:3:9: queue: 'heavy' is no number. Write it as 12, 0.5 or 1_000.",
        "decisions/roof: pack.yaml does not list this decision. List it, or remove the folder.",
        "options/garden.yaml: No decision has the option garden. List it in a decision, or remove the file.",
        (
            "plan/glossary.yaml:1:7: The list that opens here is not closed. "
            "Put commas between items and ']' behind the last."
        ),
        "plan/risks.yaml:1:8: Cards: 'Cards' cannot be an id here. Write it like one-trusted-person.",
        "plan/wishes.yaml: No file of a pack is called so. Did you mean plan/risks.yaml?",
    ]


def test_without_a_list_of_decisions_nothing_else_is_judged(tmp_path: Path) -> None:
    pack = Change("pack.yaml", "decisions: [desk, stage, help]", "decisions: []").make(tmp_path)
    assert problems_in(pack)[0] == "pack.yaml:5:12: lending-desk: The pack decides nothing. List one decision at least."


def test_an_empty_folder_is_told_what_it_lacks(tmp_path: Path) -> None:
    assert problems_in(tmp_path) == [
        "evidence.yaml: The pack has no such file. docs/pack-format.md shows what belongs in it.",
        "pack.yaml: The pack has no such file. docs/pack-format.md shows what belongs in it.",
    ]


def test_a_folder_that_is_not_there_is_bad_input(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no such folder of rules"):
        read_pack(tmp_path / "nowhere")


def test_a_file_that_is_far_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_FILE_BYTES", 100)
    pack = Change("pack.yaml", "lending-desk", "lending").make(tmp_path)
    assert [line.partition(": ")[2] for line in problems_in(pack)] == [
        "This is too large for a pack. A pack has at most 1000 files of 100 bytes, 10,000,000 in all."
    ]


FILES = sorted(str(file.relative_to(SMALL)) for file in SMALL.rglob("*.yaml") if "tests" not in file.parts[-2])
PIECES = st.sampled_from(
    ["{", "}", "[", "]", ":", "-", "'", '"', "{{", "}}", "%}", " and ", "\n", "\n  ", "null", "9", "é", "a.b"]
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), place=st.floats(0, 1), length=st.integers(0, 12), piece=PIECES)
def test_a_mutilated_pack_is_a_pack_or_bad_input(
    file: str, place: float, length: int, piece: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pack = Path(copytree(SMALL, tmp_path_factory.mktemp("packs") / "pack"))
    text = (pack / file).read_text()
    start = int(place * len(text))
    (pack / file).write_text(text[:start] + piece + text[start + length :])
    assert isinstance(problems_in(pack), list)
