"""Every bound: what is just within it goes, what is just beyond it is refused in words; and nothing of 10 MB takes long."""

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2.exceptions import TemplateRuntimeError, TemplateSyntaxError

from salesdesign.conditions.parse import parse_calculation, parse_condition
from salesdesign.conditions.problems import ConditionError
from salesdesign.conditions.scope import Scope
from salesdesign.conditions.syntax import DEPTH, LENGTH, NODES
from salesdesign.errors import BadInput
from salesdesign.model.catalogue import FactType
from salesdesign.pack import folder as pack_folder
from salesdesign.pack.read import read_pack
from salesdesign.reporting import allowance, bounds
from salesdesign.reporting.counting import SOURCE, Counting
from salesdesign.tables.scan import MOST_COLUMNS
from salesdesign.wording.language import parse as texts
from salesdesign.wording.language.problems import TextError
from salesdesign.wording.language.tokens import MOST_TOKENS
from salesdesign.yamltree import parse
from salesdesign.yamltree.complaints import BYTES
from salesdesign.yamltree.parse import EVENTS, NESTING
from tests.security.strangers import call, strange_pack

SCOPE = Scope(types={"a": FactType.NUMBER, "b": FactType.YES_NO}, choices={}, figures={})
ROOT = Path(__file__).resolve().parents[2]


def yaml(text: str) -> object:
    """A text as YAML."""
    return parse(text.encode(), "f")


def condition(text: str) -> object:
    """A text as a condition."""
    return parse_condition(text, SCOPE)


def sum_of(parts: int) -> str:
    """A calculation of so many parts that is not deep: names and operations, in brackets by halves."""
    if parts == 1:
        return "a"
    left = (parts - 1) // 2 | 1
    return f"({sum_of(left)}+{sum_of(parts - 1 - left)})"


def blocks(levels: int) -> str:
    """Mappings within mappings."""
    return "".join(f"{' ' * level}a:\n" for level in range(levels)) + f"{' ' * levels}b\n"


JUST: dict[str, tuple[Callable[[str], object], str, str, str]] = {
    "bytes of YAML": (yaml, "a: " + "x" * (BYTES - 3), "a: " + "x" * (BYTES - 2), "no more than 10 MB are read"),
    "levels of YAML": (yaml, "[" * NESTING + "]" * NESTING, "[" * (NESTING + 1) + "]" * (NESTING + 1), "nested deeper than 30"),
    "levels of YAML in blocks": (yaml, blocks(NESTING), blocks(NESTING + 1), "nested deeper than 30"),
    "values of YAML": (yaml, "[" + "1," * (EVENTS - 4) + "]", "[" + "1," * (EVENTS + 1) + "]", "more than 200,000 values"),
    "an alias": (yaml, "a: 'x'", "a: &b x", "names a value for reuse"),
    "characters of a condition": (condition, "b".ljust(LENGTH), "b".ljust(LENGTH + 1), "at most 1,000 characters"),
    "levels of a condition": (condition, "not " * (DEPTH - 1) + "b", "not " * DEPTH + "b", "at most 20 levels"),
    "parts of a condition": (lambda text: parse_calculation(text, SCOPE), sum_of(NODES - 1), sum_of(NODES + 1), "at most 300 parts"),
    "characters of a text": (texts.parse_text, "x" * texts.LENGTH, "x" * (texts.LENGTH + 1), "at most 4,000 characters"),
    "words between braces": (texts.parse_text, "{{ '" + "x" * 900 + "' }}", "{{ a" + " a" * MOST_TOKENS + " }}", "at most 200 words and signs"),
}  # fmt: skip


@pytest.mark.parametrize("name", JUST)
def test_within_a_bound_all_goes_and_beyond_it_is_refused_in_words(name: str) -> None:
    read, within, beyond, words = JUST[name]
    assert read(within) is not None
    with pytest.raises((BadInput, ConditionError, TextError)) as refused:
        read(beyond)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("bound", "within", "beyond"),
    [("MAX_FILES", 25, 3), ("MAX_FILE_BYTES", 100_000, 300), ("MAX_PACK_BYTES", 100_000, 3_000), ("MAX_DEPTH", 3, 1)],
)
def test_a_pack_has_its_bounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str, within: int, beyond: int
) -> None:
    pack = strange_pack(tmp_path / "pack", ["Plain words"])
    monkeypatch.setattr(pack_folder, bound, within)
    read_pack(pack)
    monkeypatch.setattr(pack_folder, bound, beyond)
    with pytest.raises(BadInput):
        read_pack(pack)


def test_a_page_has_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "CHARACTERS", 10)
    assert "".join(bounds.within(["12345", "67890"])) == "1234567890"
    with pytest.raises(Exception, match="more than 10 characters"):
        list(bounds.within(["12345", "678901"]))


@pytest.mark.parametrize(
    ("bound", "just", "text"),
    [
        ("STEPS", 1_500, "{% for x in range(40) %}{{ x }}{% endfor %}"),
        ("VALUES", 45, "{% set a = range(40) | list %}"),
    ],
)
def test_a_template_has_its_bounds(monkeypatch: pytest.MonkeyPatch, bound: str, just: int, text: str) -> None:
    monkeypatch.setattr(allowance, bound, just)
    Counting().from_string(text).render()
    monkeypatch.setattr(allowance, bound, just // 2)
    with pytest.raises(TemplateRuntimeError, match=r"It (takes|makes) .*more than"):
        Counting().from_string(text).render()
    with pytest.raises(TemplateSyntaxError, match="more than 500,000 characters"):
        Counting().from_string("x" * (SOURCE + 1))
    Counting().from_string("x" * SOURCE)


@pytest.mark.parametrize(("columns", "code"), [(MOST_COLUMNS, 2), (MOST_COLUMNS + 1, 2)])
def test_a_table_has_its_width(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int, code: int) -> None:
    monkeypatch.chdir(tmp_path)
    strange_pack(tmp_path / "plain", ["Plain words"])
    names = ["company.name", *(f"x{number}" for number in range(columns - 1))]
    Path("wide.csv").write_text(",".join(names) + "\n" + ",".join("1" for _ in names) + "\n")
    ended = call("batch", "wide.csv", "-o", "out", "--rules", "plain")
    assert ended.code == code
    assert ("A table has at most" in ended.said) == (columns > MOST_COLUMNS)


HOSTILE = {
    "one long text": lambda: b"company: {name: " + b"x" * 9_900_000 + b"}",
    "many keys": lambda: b"".join(b"k%07d: 1\n" % n for n in range(760_000)),
    "the same key": lambda: b"a: 1\n" * 1_900_000,
    "deep": lambda: b"[" * 9_900_000,
    "many lists": lambda: b"a: [" + b"[]," * 3_200_000 + b"]",
    "anchors": lambda: b"".join(b"- &a%d x\n" % n for n in range(600_000)),
    "aliases that explode": lambda: b"a0: &a0 [x,x]\n" + b"".join(b"a%d: &a%d [*a%d,*a%d]\n" % (n, n, n - 1, n - 1) for n in range(1, 99)),
    "tags": lambda: b"".join(b"- !t%d x\n" % n for n in range(600_000)),
    "comments": lambda: b"#" * 9_900_000,
    "blank lines": lambda: b"\n" * 9_900_000 + b"a: b",
    "a long key": lambda: b"k" * 9_900_000 + b": 1",
    "a long number": lambda: b"company: {name: A}\nheadcount: {sellers: " + b"9" * 9_000_000 + b"}",
    "a number with zeros": lambda: b"company: {name: A}\ndeal: {value: 0." + b"0" * 9_000_000 + b"1}",
    "unfinished quote": lambda: b"a: '" + b"x\n" * 4_900_000,
    "segments": lambda: b"company: {name: A}\nsegments:\n" + b"".join(b"- {name: s%d}\n" % n for n in range(60_000)),
    "territories": lambda: b"company: {name: A}\nterritories:\n" + b"".join(b"- {name: t%d}\n" % n for n in range(60_000)),
    "no UTF-8": lambda: b"a: " + b"\xff" * 9_000_000,
    "documents": lambda: b"--- {}\n" * 1_400_000,
    "bidirectional": lambda: b"a: " + "\u202e".encode() * 3_000_000,
}  # fmt: skip


WIDE = {
    "commas.csv": lambda: b"," * 9_900_000,
    "names.csv": lambda: b",".join(b"x%d" % n for n in range(1_400_000)) + b"\n",
    "long.csv": lambda: b"k" * 9_900_000 + b"\nA\n",
    "quote.csv": lambda: b'company.name,staff.people\n"' + b"A\n" * 4_900_000,
    "cell.csv": lambda: b"company.name,staff.people\n" + b"A" * 9_900_000 + b",4\n",
    "zeros.csv": lambda: b"company.name,staff.people\n" + b"\0" * 9_900_000,
    "deep.jsonl": lambda: b'{"a":' * 1_900_000,
    "lists.jsonl": lambda: b"[" * 9_900_000,
    "keys.jsonl": lambda: b"{" + b",".join(b'"k%d":1' % n for n in range(800_000)) + b"}\n",
    "new-keys.jsonl": lambda: b"".join(b'{"company.name":"A","k%d":1}\n' % n for n in range(300_000)),
    "cell.jsonl": lambda: b'{"company.name":"' + b"A" * 9_900_000 + b'"}\n',
    "noise.parquet": lambda: b"PAR1" + b"\xff" * 9_900_000 + b"\xf0\xff\xff\x00PAR1",
}  # fmt: skip
"""Tables that are no tables; how long a table may be has no bound."""


@pytest.mark.parametrize("name", WIDE)
def test_no_table_of_ten_megabytes_that_is_none_takes_long_or_much(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(WIDE[name]())
    ended = subprocess.run(
        [sys.executable, "-m", "salesdesign", "batch", name, "-o", "out"],
        cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=_brief, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.returncode == 2, ended.stderr[-400:]
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("answers", [b"?\n" * 501, b"x" * 100_001])
def test_a_file_of_answers_has_its_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: bytes) -> None:
    monkeypatch.chdir(tmp_path)
    strange_pack(tmp_path / "plain", ["Plain words"])
    Path("answers.txt").write_bytes(answers)
    ended = call("wizard", "-o", "new.yaml", "--answers", "answers.txt", "--rules", "plain")
    assert (ended.code, ended.printed) == (2, "")
    assert "answers.txt: There are more than 500 answers" in ended.said
    Path("answers.txt").write_bytes(b"Acme\n" + b"?\n" * 499)
    assert call("wizard", "-o", "new.yaml", "--answers", "answers.txt", "--rules", "plain").code == 0


HARMLESS = {"a number with zeros"}
"""Large, and a number all the same."""


@pytest.mark.parametrize("name", HOSTILE)
def test_no_file_of_ten_megabytes_takes_long_or_much(tmp_path: Path, name: str) -> None:
    (tmp_path / "facts.yaml").write_bytes(HOSTILE[name]())
    ended = subprocess.run(
        [sys.executable, "-m", "salesdesign", "validate", "facts.yaml"],
        cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=_little, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.returncode == (0 if name in HARMLESS else 2), ended.stderr[-400:]
    assert (ended.stdout or ended.stderr).startswith("facts.yaml")
    assert len(ended.stdout) < 100_000


KEYS = "".join(f"k{number}{{}}1\n" for number in range(700_000))
"""Ten million bytes of short keys."""

OTHERS: dict[str, tuple[str, str, str]] = {
    "a policy of keys": ("policy.toml", KEYS.format(*[" = "] * 700_000), "check {example} --policy policy.toml"),
    "a policy of brackets": ("policy.toml", "a = " + "[" * 5_000_000, "check {example} --policy policy.toml"),
    "a theme of keys": ("theme.yaml", KEYS.format(*[": "] * 700_000), "recommend {example} -o new.html --templates ."),
    "a theme of brackets": ("theme.yaml", "[" * 9_000_000, "recommend {example} -o new.html --templates ."),
    "answers without end": ("answers.txt", KEYS.format(*[" "] * 700_000), "wizard -o new.yaml --answers answers.txt"),
    "cases of keys": ("cases.yaml", KEYS.format(*[": "] * 700_000), "rules test cases.yaml"),
}
"""Other files of ten megabytes, and the commands that read them."""


@pytest.mark.parametrize("name", OTHERS)
def test_no_other_file_of_ten_megabytes_takes_long_or_much(tmp_path: Path, name: str) -> None:
    file, text, command = OTHERS[name]
    (tmp_path / file).write_text(text, encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "salesdesign", *command.format(example=ROOT / "examples/stalled-islands.yaml").split()],
        cwd=tmp_path, capture_output=True, text=True, check=False, preexec_fn=_little, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.returncode == 2, ended.stderr[-400:]
    assert file in ended.stderr.splitlines()[0]
    assert len(ended.stderr) < 2_000
    assert [path.name for path in tmp_path.iterdir()] == [file]


@pytest.mark.parametrize(
    "given", ["--set company.name={}", "--set {}=1", "--weight {}=1", "--weight {}", "--weight size={}"]
)
def test_an_argument_without_end_is_refused_in_a_few_words(given: str) -> None:
    ended = call("recommend", str(ROOT / "examples/stalled-islands.yaml"), *given.format("9" * 100_000).split())
    assert ended.code == 2
    assert len(ended.said) < 1_000


def _brief() -> None:
    """Ten seconds of a processor, start included; the threads of Polars take room that they do not use."""
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_DATA, (1_500_000_000, 1_500_000_000))


def _little() -> None:
    """Ten seconds of a processor and half a gigabyte, start included."""
    resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
    resource.setrlimit(resource.RLIMIT_DATA, (500_000_000, 500_000_000))
