"""Every command but `plan` on a pack that has nothing to do with sales: no word of sales is left."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.cli.conftest import Command

PACK = Path(__file__).parents[2] / "examples/packs/support-desk"
DESK, FOUNDERS = PACK / "companies/growing-desk.yaml", PACK / "companies/two-founders.yaml"
FORMATS = ("terminal", "md", "html", "json")

OF_SALES = re.compile(
    r"\b(sell(s|ing|er|ers)?|sold|sales\w*|deals?|quotas?|pods?|islands?|assembly[ _]line|[si]drs?|prospects?"
    r"|account[ _]executives?|pipeline|bookings|self-serve|founder[-_]led|inbound|outbound)\b",
    re.IGNORECASE,
)
OWN_NAME = re.compile(
    r"salesdesign[-/ ]?(rulebook|pack|v1|check|recommend|report|whatif|--version)?|<(style|script).*?</\2>", re.DOTALL
)
ANSWERS = "Tern Invoices\n3\neveryone\n40\n0.2\n0.4\n1.5\n2\n\n\n\n\n\n"


def words_of_sales(text: str) -> set[str]:
    """The words of sales in a text; the program's own name is none."""
    return {found.group().lower() for found in OF_SALES.finditer(OWN_NAME.sub("", text))}


def in_files(folder: Path) -> Iterable[tuple[str, set[str]]]:
    """Each file with a word of sales, and the words."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".parquet" and (words := words_of_sales(file.read_text("utf-8"))):
            yield file.name, words


@pytest.mark.parametrize("company", [DESK, FOUNDERS], ids=lambda path: path.stem)
@pytest.mark.parametrize("form", FORMATS)
def test_an_advice(salesdesign: Command, company: Path, form: str) -> None:
    ended = salesdesign("recommend", company, "--rules", PACK, "--format", form)
    assert (ended.code, words_of_sales(ended.printed)) == (0, set())


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_a_check(salesdesign: Command, form: str) -> None:
    assert words_of_sales(salesdesign("check", DESK, FOUNDERS, "--rules", PACK, "--format", form).printed) == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", DESK),
        ("explain", DESK, "--option", "tiers"),
        ("explain", DESK, "--format", "md"),
        ("whatif", DESK, "--vary", "team.people=1..40"),
        ("compare", DESK, FOUNDERS),
        ("compare", DESK, FOUNDERS, "--format", "md"),
        ("init",),
        ("schema", "facts"),
        ("schema", "pack"),
        ("rules", "list"),
        ("rules", "show", "people-to-divide-between"),
        ("rules", "coverage"),
        ("rules", "sql", "--dialect", "duckdb"),
    ],
    ids=lambda arguments: " ".join(str(one) for one in arguments if not isinstance(one, Path)),
)
def test_what_is_printed(salesdesign: Command, arguments: tuple[str | Path, ...]) -> None:
    ended = salesdesign(*arguments, "--rules", PACK)
    assert (ended.code, words_of_sales(ended.printed + ended.said)) == (0, set())


@pytest.mark.parametrize(
    "arguments",
    [("batch", PACK / "companies", "-o", "out"), ("rules", "docs", "-o", "out")],
    ids=lambda arguments: str(arguments[0]),
)
def test_what_is_written(salesdesign: Command, folder: Path, arguments: tuple[str | Path, ...]) -> None:
    assert salesdesign(*arguments, "--rules", PACK).code == 0
    assert list(in_files(folder / "out")) == []


def test_the_pictures_of_a_what_if(salesdesign: Command, folder: Path) -> None:
    assert salesdesign("whatif", DESK, "--vary", "team.people=1..40", "--rules", PACK, "-o", "turn.html").code == 0
    assert list(in_files(folder)) == []


def test_the_wizard(salesdesign: Command, folder: Path) -> None:
    (folder / "answers.txt").write_text(ANSWERS, encoding="utf-8")
    ended = salesdesign("wizard", "--rules", PACK, "-o", "tern.yaml", "--answers", "answers.txt")
    assert (ended.code, words_of_sales(ended.printed + ended.said), list(in_files(folder))) == (0, set(), [])


def test_only_the_plan_needs_figures_of_its_own(salesdesign: Command) -> None:
    ended = salesdesign("plan", DESK, "--rules", PACK)
    assert (ended.code, ended.said.startswith("salesdesign plan: The rule pack has no planning figures")) == (2, True)
