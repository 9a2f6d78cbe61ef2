"""Whatever stands in a text, of facts or of a pack, takes effect in no output, and can be read in all of them."""

import csv
import html
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import duckdb
import polars as pl
import pytest
import sqlglot
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from salesdesign.characters import cell_text, visible
from tests.security.carriers import CARRIERS, REFUSED_IN_FACTS, REFUSED_IN_PACKS
from tests.security.strangers import ACTING, Ended, call, company, strange_pack

IN_FACTS = {name: text for name, text in CARRIERS.items() if name not in REFUSED_IN_FACTS}
IN_PACKS = [text for name, text in CARRIERS.items() if name not in REFUSED_IN_PACKS]
EVERY = 1 if os.environ.get("SALESDESIGN_PROVE") else 7
"""Of the ways to lay the carriers on the texts of a pack: all of them with `make prove`, some otherwise."""

PLAIN = "Plain words"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one, in which a pack of plain words and a plain company wait."""
    monkeypatch.chdir(tmp_path)
    strange_pack(tmp_path / "plain", [PLAIN])
    (tmp_path / "plain.yaml").write_text(company(PLAIN))
    return tmp_path


def about(name: str, pack: str = "plain") -> Ended:
    """How a command on the company ended; in the name stand its arguments, with f for the facts."""
    words = ["facts.yaml" if word == "f" else word for word in name.split()]
    return call(*words, "--rules", pack)


def shown(here: Path, name: str) -> Mapping[str, str]:
    """What every command prints about a company of that name; about the plain one it is always the same."""
    if name in _SHOWN:
        return _SHOWN[name]
    (here / "facts.yaml").write_text(company(name))
    _SHOWN[name] = {command: about(command).printed for command in (*PAGES, *DOCUMENTS, *LINES, *DATA)}
    return _SHOWN[name]


_SHOWN: dict[str, Mapping[str, str]] = {}


# What facts say


@pytest.mark.parametrize("text", IN_FACTS.values(), ids=IN_FACTS)
def test_a_name_has_no_effect_in_any_output(here: Path, text: str) -> None:
    plain, strange = shown(here, PLAIN), shown(here, text)
    assert not [command for command, page in strange.items() if ACTING.search(page)]
    assert [elements(strange[page]) for page in PAGES] == [elements(plain[page]) for page in PAGES]
    assert [parts(strange[page]) for page in DOCUMENTS] == [parts(plain[page]) for page in DOCUMENTS]
    assert [text for page in PAGES if not legible(said(text), words_of(strange[page]))] == []
    assert [page for page in NAMING if not legible(said(text), strange[page])] == []
    assert json.loads(strange["recommend f --format json"])["company"] == said(text)
    assert [line for line in strange["check f --format github"].splitlines() if line.startswith("::")] == [
        line for line in plain["check f --format github"].splitlines() if line.startswith("::")
    ]
    assert ElementTree.fromstring(strange["check f --format junit"]).tag == "testsuites"


PAGES = ("recommend f --format html", "whatif f --vary staff.people=1..9 --format html")
DOCUMENTS = ("recommend f --format md", "explain f --format md", "check f --format md")
LINES = ("recommend f", "explain f", "whatif f --vary staff.people=1..9", "check f", "check f --format github")
DATA = (
    "recommend f --format json",
    "explain f --format json",
    "check f --format json",
    "check f --format sarif",
    "check f --format junit",
)
NAMING = ("recommend f", "whatif f --vary staff.people=1..9")
"""Plain outputs in which the company is named."""


@pytest.mark.parametrize("text", [CARRIERS[name] for name in sorted(REFUSED_IN_FACTS)], ids=sorted(REFUSED_IN_FACTS))
def test_a_name_that_acts_on_terminals_is_refused_in_words_that_do_not(here: Path, text: str) -> None:
    (here / "facts.yaml").write_text(f"company: {{name: {json.dumps(text)}}}\n")
    ended = about("recommend f")
    assert (ended.code, ACTING.search(ended.said)) == (2, None)
    assert ended.said.startswith("facts.yaml:1:")


def test_a_batch_writes_every_name_as_it_is_and_none_as_a_formula(here: Path) -> None:
    (here / "in").mkdir()
    for number, text in enumerate(IN_FACTS.values()):
        (here / "in" / f"c{number:02}.yaml").write_text(company(text))
    assert call("batch", "in", "-o", "out", "--rules", "plain", "--jobs", "1", "--format", "none").code == 0
    names = list(IN_FACTS.values())
    with (here / "out/results.csv").open(encoding="utf-8", newline="") as file:
        cells = [row["company.name"] for row in csv.DictReader(file)]
    lines = (here / "out/results.jsonl").read_text(encoding="utf-8").splitlines()
    assert cells == [cell_text(said(name)) for name in names]
    assert not [cell for cell in cells if cell.lstrip()[:1] in "=+-@"]
    assert [json.loads(line)["company.name"] for line in lines] == list(map(said, names))
    assert pl.read_parquet(here / "out/results.parquet")["company.name"].to_list() == list(map(said, names))
    for page in ("index.html", "portfolio.html"):
        text = (here / "out" / page).read_text(encoding="utf-8")
        assert ACTING.search(text) is None
        assert {tag for tag, _ in elements(text)} & {"img", "iframe", "b"} == set()
    assert [name for name in names if not legible(said(name), words_of((here / "out/index.html").read_text()))] == []


@pytest.mark.parametrize("name", ["CSV", "a formula", "a path of Windows", "bidirectional", "SQL"])
def test_a_row_of_a_table_that_is_refused_is_told_without_effect(here: Path, name: str) -> None:
    frame = pl.DataFrame({"company.name": [PLAIN], "staff.people": [CARRIERS[name]]})
    frame.write_csv(here / "table.csv")
    assert call("batch", "table.csv", "-o", "out", "--rules", "plain").code == 2
    rejected = (here / "out/rejected.csv").read_text(encoding="utf-8")
    (_, row) = csv.reader(rejected.splitlines())
    assert ACTING.search(rejected) is None
    assert not [cell for cell in row if cell.lstrip()[:1] in tuple("=+-@")]


def test_names_in_a_table_are_data_in_every_result(here: Path) -> None:
    names = list(IN_FACTS.values())
    pl.DataFrame({"company.name": names, "staff.people": [4] * len(names)}).write_parquet(here / "table.parquet")
    assert call("batch", "table.parquet", "-o", "out", "--rules", "plain").code == 0
    with (here / "out/results.csv").open(encoding="utf-8", newline="") as file:
        cells = [row["company.name"] for row in csv.DictReader(file)]
    assert [cell.removeprefix("'") for cell in cells] == names
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")]
    assert pl.read_parquet(here / "out/results.parquet")["company.name"].to_list() == names


@pytest.mark.parametrize("text", IN_FACTS.values(), ids=IN_FACTS)
def test_a_file_of_a_strange_name_is_named_without_effect(here: Path, text: str) -> None:
    name = re.sub("[/\0]", "-", text)[:60].lstrip("-") + ".yaml"
    (here / name).write_text("company: {name: Acme}\nno_section: 1\n")
    shown = [call("validate", here / name, "--rules", "plain"), call("recommend", here / name, "--rules", "plain")]
    shown += [call("check", name, "--rules", "plain", "--format", form) for form in ("text", "github", "junit", "md")]
    assert [ended.code for ended in shown] == [2] * 6
    assert not [ended for ended in shown if ACTING.search(ended.printed + ended.said)]
    commands = [line for line in shown[3].printed.splitlines() if line.startswith("::")]
    assert len(commands) == 1
    assert not re.search(r"^\s*::|##\[", shown[2].printed, re.MULTILINE)


# What packs say


@pytest.mark.parametrize("turn", range(0, len(IN_PACKS), EVERY))
def test_texts_of_a_pack_have_no_effect_in_any_output(here: Path, turn: int) -> None:
    texts = [*IN_PACKS[turn:], *IN_PACKS[:turn]]
    strange_pack(here / "strange", texts)
    (here / "facts.yaml").write_text(company(PLAIN))
    commands = (*PAGES, *DOCUMENTS, *LINES, *DATA, *OF_PACKS)
    plain, strange = ({command: about(command, pack) for command in commands} for pack in ("plain", "strange"))
    assert [ended.code for ended in strange.values()] == [ended.code for ended in plain.values()]
    assert not [command for command, ended in strange.items() if ACTING.search(ended.printed + ended.said)]
    assert [tags(strange[page].printed) for page in PAGES] == [tags(plain[page].printed) for page in PAGES]
    assert [kinds(strange[page].printed) for page in DOCUMENTS] == [kinds(plain[page].printed) for page in DOCUMENTS]
    assert [
        page for page in MERMAID if re.search(r"^\s*(click|style|%%)", fenced(strange[page].printed), re.MULTILINE)
    ] == []


OF_PACKS = (
    "rules list",
    "rules show load-of-the-day",
    "rules show HB-2",
    "rules show one_desk",
    "rules lint",
    "rules lint --format json",
    "rules evidence",
    "rules coverage",
    "init",
    "schema facts",
)
MERMAID = ("recommend f --format md",)


@pytest.mark.parametrize("turn", range(0, len(IN_PACKS), EVERY))
def test_the_rule_book_of_a_strange_pack_has_the_same_elements(here: Path, turn: int) -> None:
    strange_pack(here / "strange", [*IN_PACKS[turn:], *IN_PACKS[:turn]])
    for pack in ("plain", "strange"):
        assert call("rules", "docs", "-o", f"book-{pack}", "--rules", pack).code == 0
    for file in sorted((here / "book-plain").glob("*.html")):
        strange = (here / "book-strange" / file.name).read_text(encoding="utf-8")
        assert ACTING.search(strange) is None
        assert links(strange) <= {"", "http", "https"}
        assert {tag for tag, _ in elements(strange)} <= {tag for tag, _ in elements(file.read_text())} | {"a"}


@pytest.mark.parametrize("turn", range(0, len(IN_PACKS), EVERY))
def test_a_starter_file_of_a_strange_pack_is_still_that_file(here: Path, turn: int) -> None:
    strange_pack(here / "strange", [*IN_PACKS[turn:], *IN_PACKS[:turn]])
    plain, strange = (
        yaml.load(call("init", "--rules", pack).printed, yaml.CSafeLoader) for pack in ("plain", "strange")
    )
    assert strange == plain


DIALECTS = ("bigquery", "databricks", "duckdb", "mysql", "postgres", "redshift", "snowflake", "spark", "sqlite", "tsql")


@pytest.mark.parametrize("dialect", DIALECTS)
def test_sql_of_a_strange_pack_is_one_query(here: Path, dialect: str) -> None:
    strange_pack(here / "strange", IN_PACKS)
    query = call("rules", "sql", "--dialect", dialect, "--rules", "strange").printed
    assert len(sqlglot.parse(query, dialect=dialect)) == 1


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("name", ["SQL", "JSON", "HTML", "line breaks"])
def test_a_strange_table_is_a_name_or_refused(here: Path, name: str, dialect: str) -> None:
    ended = call("rules", "sql", "--dialect", dialect, "--table", CARRIERS[name], "--rules", "plain")
    if ended.code == 0:
        statements = sqlglot.parse(ended.printed, dialect=dialect)
        assert [type(statement).__name__ for statement in statements] == ["Select"]


def test_rows_with_strange_texts_are_data_in_sql(here: Path) -> None:
    query = call("rules", "sql", "--dialect", "duckdb", "--rules", "plain", "--column", "company.name").printed
    names = list(IN_FACTS.values())
    base = duckdb.connect()
    base.execute('create table companies ("company.name" varchar)')
    base.executemany("insert into companies values (?)", [[name] for name in names])
    found = base.execute(query)
    column = [about[0] for about in found.description].index("company.name")
    assert sorted(said(row[column]) for row in found.fetchall()) == sorted(map(said, names))


@pytest.mark.parametrize("name", sorted(REFUSED_IN_PACKS))
def test_a_text_that_is_a_program_is_refused_with_its_place(here: Path, name: str) -> None:
    strange_pack(here / "strange", [CARRIERS[name]])
    (here / "facts.yaml").write_text(company(PLAIN))
    ended = about("recommend f", "strange")
    assert (ended.code, ACTING.search(ended.said)) == (2, None)
    assert re.match(r"strange/\S+\.yaml(:\d+:\d+)?: ", ended.said)


# What the wizard writes


@pytest.mark.parametrize("text", IN_FACTS.values(), ids=IN_FACTS)
def test_a_name_that_is_typed_is_saved_as_it_is_and_seen(here: Path, text: str) -> None:
    line = " ".join(text.split())
    (here / "answers.txt").write_text(f"{line}\n")
    ended = call("wizard", "-o", "saved.yaml", "--answers", "answers.txt", "--rules", "plain")
    assert ACTING.search(ended.said + ended.printed) is None
    assert ended.code in (0, 2)
    if ended.code == 0:
        saved = (here / "saved.yaml").read_text(encoding="utf-8")
        assert ACTING.search(saved) is None
        assert yaml.load(saved, yaml.CSafeLoader)["company"]["name"] == line.strip("\"' ")


class Elements(HTMLParser):
    """The elements of a page with the names of their attributes, and the words between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.words: list[str] = []
        self.links: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "data":  # what a number in a text is wrapped in
            self.found.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def elements(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """Every element in turn."""
    return Elements(page).found


def tags(page: str) -> set[tuple[str, tuple[str, ...]]]:
    """Which elements there are; a text with a number or a line break may be wrapped differently."""
    return set(Elements(page).found)


def words_of(page: str) -> str:
    """The text of a page."""
    return "".join(Elements(page).words)


def links(page: str) -> set[str]:
    """The schemes of all addresses of a page."""
    return {link.partition(":")[0] if ":" in link.split("/")[0].split("#")[0] else "" for link in Elements(page).links}


def parts(document: str) -> list[str]:
    """The parts of a Markdown document, in turn."""
    return [token.type for token in _flat(MarkdownIt("gfm-like").parse(document.replace("<!-- -->", "")))]


def kinds(document: str) -> set[str]:
    """The kinds of parts in a Markdown document."""
    return set(parts(document)) - {"softbreak", "text_special", "html_inline"}


def fenced(document: str) -> str:
    """What stands in the pictures of a Markdown document."""
    return "\n".join(token.content for token in MarkdownIt("gfm-like").parse(document) if token.type == "fence")


def said(text: str) -> str:
    """A name as facts say it: white space of any kind is one blank."""
    return " ".join(text.split())


def legible(text: str, page: str) -> bool:
    """Whether a text can be read in a page, wherever its lines are broken."""
    return _dense(visible(text)) in _dense(html.unescape(page)) or _dense(visible(text)) in _dense(page)


def _dense(text: str) -> str:
    return re.sub(r"[\s\\]+", "", text)


def _flat(tokens: Sequence[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _flat(token.children or [])
