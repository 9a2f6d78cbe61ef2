"""What is fuzzed: functions that take any bytes, swallow what is expected, and raise where something is wrong."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from salesdesign.characters import cell_text, json_text, log_lines, visible, yaml_text
from salesdesign.conditions.locals import Locals
from salesdesign.conditions.parse import parse_calculation, parse_condition
from salesdesign.conditions.problems import ConditionError
from salesdesign.conditions.python import BUILTINS, source_of
from salesdesign.conditions.scope import Scope
from salesdesign.conditions.walk import evaluate
from salesdesign.errors import BadInput, BadUsage
from salesdesign.facts.quick import read_quickly
from salesdesign.facts.read import read_company
from salesdesign.model.catalogue import FactType
from salesdesign.model.expression import Expression, Value
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.reporting.escaping import markdown, mermaid
from salesdesign.resources import rules_folder
from salesdesign.wizard.understanding import understand
from salesdesign.wording.language.parse import parse_text
from salesdesign.wording.language.problems import TextError
from salesdesign.yamltree import MapNode, Node, Scalar, parse, parse_documents

HERE = Path(__file__).parent
SMALL = HERE.parent / "pack" / "small"


class Target(NamedTuple):
    """A parser, or whatever else takes a stranger's bytes."""

    take: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    """Inputs to begin with."""
    runs: int
    """In one `make fuzz`."""
    longest: int
    """Bytes of an input."""


# YAML


def _yaml(data: bytes) -> None:
    with suppress(BadInput):
        _check_places(
            parse(data, "f"),
            data.count(b"\n") + data.count(b"\r") + 1 + data.count(b"\xc2\x85") + data.count(b"\xe2\x80"),
        )
    with suppress(BadInput):
        list(parse_documents(data, "f"))


def _check_places(node: Node, lines: int) -> None:
    """Every value lies in the file."""
    assert 1 <= node.line <= lines + 1, (node.line, lines)  # an empty value after the last line stands below it
    assert node.column >= 1
    if isinstance(node, MapNode):
        for entry in node.entries:
            assert isinstance(entry.key, Scalar)
            _check_places(entry.value, lines)
    elif not isinstance(node, Scalar):
        for item in node.items:
            _check_places(item, lines)


def _yaml_seeds() -> Iterator[bytes]:
    yield from (file.read_bytes() for file in sorted(SMALL.rglob("*.yaml")))
    yield from (
        b"a: {b: [1, 'x', \"y\\e\"]}\n",
        b"&a [*a]",
        b"<<: x",
        b"!!python/x y",
        b"a: |\n  b\n",
        b"--- a\n...\n",
        b"%YAML 1.2\n",
    )


# Conditions

SCOPE = Scope(
    types={"a.n": FactType.NUMBER, "a.m": FactType.MONEY, "a.s": FactType.SHARE, "b": FactType.YES_NO, "c.k": FactType.CHOICE,
           "l": FactType.CHOICES, "q": FactType.NUMBERS, "t": FactType.TEXT, "from.import": FactType.COUNT},
    choices={"c.k": ("x", "y", "global"), "l": ("x", "z")},
    figures={"benchmark.B_1": 4.5},
)  # fmt: skip
FACTS: tuple[dict[str, Value], ...] = (
    {},
    {
        "a.n": 3,
        "a.m": 1e6,
        "a.s": 0.25,
        "b": True,
        "c.k": "x",
        "l": ("x",),
        "t": "text",
        "from.import": 0,
    },
    {"a.n": 0, "a.m": -1.5, "b": False, "c.k": "global", "l": ()},
)


def _conditions(data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    for parsed in (parse_condition, parse_calculation):
        with suppress(ConditionError):
            expression = parsed(text, SCOPE)
            for facts in FACTS:
                _agree(expression, facts)


def _agree(expression: Expression, facts: Mapping[str, Value]) -> None:
    """The compiled form says what the walk says."""
    names = Locals()
    source = source_of(expression, names)
    scope: dict[str, object] = {"__builtins__": {}, "get": facts.get, **BUILTINS}
    lines = ["def answer():", *names.loads(), f"return {source}"]
    exec("\n    ".join(lines), scope)
    answer = scope["answer"]
    assert callable(answer)
    assert repr(_given(answer)) == repr(_given(lambda: evaluate(expression, facts)))


def _given(answer: Callable[[], object]) -> object:
    try:
        return answer()
    except (OverflowError, ZeroDivisionError) as error:
        return type(error)


def _condition_seeds() -> Iterator[bytes]:
    written = ("a.n >= 3 and b", "not (c.k in [x, y]) or known(t)", "1 < a.n <= 4", "first(a.m, 3) * 2 / a.s", "count(l) > 1", "-a.n + 1_000", "'x' in l",
               "benchmark.B_1 < a.n", "total(a.n, a.m)", "from.import == 0", "c.k == global", "x if b else y", "a.n = 3", "(a.n", "t == \"a'b\"", "1e5 > a.m", "min(q) > 1")  # fmt: skip
    return (text.encode() for text in written)


# Texts of a pack


def _texts(data: bytes) -> None:
    with suppress(TextError):
        parse_text.__wrapped__(data.decode("utf-8", "replace"))


def _text_seeds() -> Iterator[bytes]:
    written = ("{{ a.n }} people", "{% if a.n >= 3 %}x{% elif b %}y{% else %}z{% endif %}", "{{ 'can' if a.n >= 12 else 'cannot' }}", "{{ a.m | money }}",
               "{{ {'x': 'y'}[c.k] }}", "{# c #}", "{{ a.s | number(2) | words }}", "{% for x in y %}")  # fmt: skip
    return (text.encode() for text in written)


# Facts


def _check_told(error: BadInput) -> None:
    """Problems are told, in words that do not act."""
    assert error.problems
    assert _ACTING.search(str(error)) is None, str(error)


@cache
def shipped() -> Pack:
    """The program's own pack."""
    return read_pack(rules_folder())


@cache
def small() -> Pack:
    """The small pack of the tests."""
    return read_pack(SMALL)


def _facts(data: bytes) -> None:
    catalogue = shipped().catalogue
    outcomes = []
    for read in (read_company, read_quickly):
        try:
            found = read(data, "f", catalogue)
            outcomes.append(repr((found.name, sorted(found.facts.items()), found.territories, found.segments)))
        except BadInput as error:
            _check_told(error)
            outcomes.append(str(error))
    assert outcomes[0] == outcomes[1], outcomes


def _facts_seeds() -> Iterator[bytes]:
    folder = HERE.parent.parent / "examples"
    yield from (file.read_bytes() for file in sorted(folder.glob("*.yaml")))


# Packs


@dataclass(frozen=True)
class Memory:
    """A folder of files in memory."""

    path: str
    files: Mapping[str, bytes]

    @property
    def name(self) -> str:
        """Its last part."""
        return self.path.rpartition("/")[2]

    def __str__(self) -> str:
        return f"pack/{self.path}".rstrip("/")

    def is_file(self) -> bool:
        """Whether it is one."""
        return self.path in self.files

    def is_dir(self) -> bool:
        """Whether it is a folder."""
        return not self.path or any(name.startswith(f"{self.path}/") for name in self.files)

    def iterdir(self) -> Iterator["Memory"]:
        """What lies in it."""
        lead = f"{self.path}/" if self.path else ""
        inside = dict.fromkeys(name[len(lead) :].partition("/")[0] for name in self.files if name.startswith(lead))
        return (Memory(f"{lead}{name}", self.files) for name in inside)

    def joinpath(self, *parts: str) -> "Memory":
        """Something in it."""
        return Memory("/".join(filter(None, (self.path, *parts))), self.files)

    def __truediv__(self, part: str) -> "Memory":
        return self.joinpath(part)

    def read_bytes(self) -> bytes:
        """A file's content."""
        return self.files[self.path]

    def read_text(self, encoding: str | None = None) -> str:
        """A file's text."""
        return self.files[self.path].decode(encoding or "utf-8")

    def open(self, mode: str = "r", *_: object, **__: object) -> BytesIO:
        """A file, open."""
        return BytesIO(self.files[self.path])


@cache
def _pack_files() -> Mapping[str, bytes]:
    files = (file for file in sorted(SMALL.rglob("*.yaml")) if "tests" not in file.parts[len(SMALL.parts) :])
    return {str(file.relative_to(SMALL)): file.read_bytes() for file in files}


def _packs(data: bytes) -> None:
    """The first byte says which file of the small pack the others stand in for."""
    files = _pack_files()
    name = list(files)[data[0] % len(files)] if data else "pack.yaml"
    folder: Traversable = Memory("", {**files, name: data[1:]})  # type: ignore[assignment]  # as much of one as is asked for
    try:
        read_pack(folder)
    except BadInput as error:
        _check_told(error)


def _pack_seeds() -> Iterator[bytes]:
    yield from (bytes([number]) + data for number, data in enumerate(_pack_files().values()))


# SQL and tables


def _sql(data: bytes) -> None:
    """A condition as SQL, and a name of a table: one statement, whatever they hold."""
    import sqlglot
    from sqlglot import exp

    from salesdesign.tables.clauses import clause
    from salesdesign.tables.columns import Named
    from salesdesign.tables.lower import lowered

    text = data.decode("utf-8", "replace")
    facts = {name: Named(name) for name in SCOPE.types}
    for dialect in ("duckdb", "postgres"):
        quoted = exp.select(exp.Literal.string(text)).sql(dialect=dialect)
        if "\0" not in text:
            assert len(sqlglot.parse(quoted, dialect=dialect)) == 1
        with suppress(ConditionError):
            query = exp.select(clause(lowered(parse_condition(text, SCOPE), facts))).from_("t").sql(dialect=dialect)
            assert len(sqlglot.parse(query, dialect=dialect)) == 1, query


def _tables(data: bytes) -> None:
    """The first byte says which kind of file it is."""
    import polars as pl

    from salesdesign.tables.scan import NULLS
    from salesdesign.tables.score import score_table

    if not data:
        return
    try:
        if data[0] % 2:
            frame = pl.read_csv(data[1:], infer_schema=False, null_values=NULLS, n_rows=20)
        else:
            frame = pl.read_ndjson(data[1:], infer_schema_length=None)
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError):
        return
    with suppress(BadInput, BadUsage):
        scored = score_table(frame, small())
        assert scored.height == frame.height


def _table_seeds() -> Iterator[bytes]:
    yield b"\x01company.name,staff.people,loans.per_day\nA,3,100\nB,x,\n"
    yield b"\x01company.name,readers.complaints,readers.cards\nA,queues;noise,yes\n"
    yield b'\x00{"company.name": "A", "staff.people": 3}\n{"company.name": "B", "staff": {"trained": 0.5}}\n'
    yield b'\x00{"company": {"name": "A"}, "readers": {"complaints": ["noise"]}}\n'


# What is typed into the wizard


def _wizard(data: bytes) -> None:
    """The first byte says which fact is answered with the others."""
    facts = [fact for fact in shipped().catalogue.facts.values() if fact.type is not FactType.RECORDS]
    understand(facts[(data[0] if data else 0) % len(facts)], data[1:].decode("utf-8", "replace"), "EUR")


def _wizard_seeds() -> Iterator[bytes]:
    written = (
        "1.5m",
        "20k",
        "~30%",
        "yes",
        "2 to 3",
        "12,5 Mio. €",
        "about 20",
        "3 months",
        "2026-02-30",
        "next june",
        "$1,000.50",
        "1e308",
        "a lot",
        "0x10",
        "١٢",
        "½",
        "3/4",
        "1;2;3",
    )
    return (bytes([place]) + text.encode() for text in written for place in range(0, 120, 8))


# Escaping

_ACTING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


@cache
def _markdown_parser() -> "object":
    from markdown_it import MarkdownIt

    return MarkdownIt("gfm-like")


def _escaping(data: bytes) -> None:
    """Shown on one line, in a document, a picture, a cell, a log and in JSON: nothing acts."""
    import html
    import json

    from markdown_it import MarkdownIt
    from markupsafe import escape

    text = data.decode("utf-8", "surrogateescape")
    assert _ACTING.search(visible(text)) is None
    assert _ACTING.search(log_lines(text)) is None
    assert not re.search(r"^\s*::|##[A-Za-z]*\[", log_lines(text), re.MULTILINE)
    assert cell_text(text).lstrip()[:1] not in tuple("=+-@|%")
    assert re.search(r'["<>&%`\\\[\]{}|\n]', mermaid(text)) is None
    assert html.unescape(str(escape(visible(text)))) == visible(text)
    plain = data.decode("utf-8", "replace")
    quoted = json.dumps(plain, ensure_ascii=False)
    assert json.loads(json_text(quoted)) == plain
    assert _ACTING.search(json_text(quoted)) is None
    assert _ACTING.search(yaml_text(quoted)) is None
    parser = _markdown_parser()
    assert isinstance(parser, MarkdownIt)
    tokens = [token.type for token in parser.parse(f"{markdown(plain)}\n")]
    assert tokens in (["paragraph_open", "inline", "paragraph_close"], []), tokens


def _escaping_seeds() -> Iterator[bytes]:
    from tests.security.carriers import CARRIERS

    return (text.encode("utf-8", "surrogatepass") for text in CARRIERS.values())


TARGETS: Mapping[str, Target] = {
    "yaml": Target(_yaml, _yaml_seeds, 1_000_000, 300),
    "conditions": Target(_conditions, _condition_seeds, 1_000_000, 120),
    "texts": Target(_texts, _text_seeds, 200_000, 200),
    "facts": Target(_facts, _facts_seeds, 50_000, 1_500),
    "packs": Target(_packs, _pack_seeds, 50_000, 1_500),
    "sql": Target(_sql, _condition_seeds, 50_000, 120),
    "tables": Target(_tables, _table_seeds, 50_000, 300),
    "wizard": Target(_wizard, _wizard_seeds, 50_000, 60),
    "escaping": Target(_escaping, _escaping_seeds, 50_000, 120),
}
