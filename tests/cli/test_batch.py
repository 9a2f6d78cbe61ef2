"""`salesdesign batch` and `salesdesign rules sql`: what they were given, what they write, and how they end."""

import io
from importlib import util
from pathlib import Path

import pytest

from tests.cli.conftest import FACTS, Command


@pytest.fixture
def companies(folder: Path) -> Path:
    """A folder with one company."""
    path = folder / "companies"
    path.mkdir()
    (path / "acme.yaml").write_text(FACTS)
    return path


def test_a_folder_gives_reports_pages_and_results(salesdesign: Command, companies: Path) -> None:
    ended = salesdesign("batch", companies, "-o", "out")
    assert (ended.code, ended.printed) == (0, "")
    assert ended.said.splitlines()[:2] == [
        "1 company, 0 rejected, 0 out of line",
        "1 reported, 0 unchanged since the last time",
    ]
    written = {file.relative_to("out").as_posix() for file in Path("out").rglob("*") if file.is_file()}
    assert written >= {
        "index.html",
        "portfolio.html",
        "results.csv",
        "results.jsonl",
        "rejected.csv",
        "reports/acme.html",
    }


def test_standard_input_may_hold_many(salesdesign: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{FACTS}---\n{FACTS}".encode())))
    ended = salesdesign("batch", "-", "-o", "out", "--format", "none", "--jobs", "1")
    assert (ended.code, ended.said.splitlines()[0]) == (0, "2 companies, 0 rejected, 0 out of line")
    assert not Path("out/reports").exists()


def test_bad_input_goes_before_a_gate(salesdesign: Command, companies: Path) -> None:
    arguments = ("batch", companies, "-o", "out", "--format", "none", "--fail-on", "undecided", "--fail-on", "change")
    assert salesdesign(*arguments).code == 0
    (companies / "nobody.yaml").write_text("company: {name: Nobody}\n")
    ended = salesdesign(*arguments)
    assert (ended.code, "--fail-on undecided: 1 company" in ended.said) == (1, True)
    (companies / "bad.yaml").write_text("company: 1\n")
    assert salesdesign(*arguments).code == 2


def test_parquet_is_written_or_missed_plainly(
    salesdesign: Command, companies: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if util.find_spec("polars") is not None:
        assert salesdesign("batch", companies, "-o", "out", "--format", "none").code == 0
        assert Path("out/results.parquet").is_file()
    monkeypatch.setattr("salesdesign.bulk.parquet.find_spec", lambda name: None)
    ended = salesdesign("batch", companies, "-o", "without", "--format", "none")
    assert (ended.code, "pip install 'salesdesign[tables]'" in ended.said) == (0, True)
    assert not Path("without/results.parquet").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["companies"], "-o"),
        (["-o", "out"], "Name files"),
        (["companies", "-o", "companies/acme.yaml"], "Name a folder"),
        (["companies", "-o", "out", "--format", "none", "--format", "html"], "stands alone"),
        (["companies", "-o", "out", "--table", "accounts"], "--engine spark"),
        (["a.csv", "b.csv", "-o", "out"], "one table"),
        (["a.csv", "-o", "out", "--resume"], "--resume"),
        (["a.csv", "-o", "out", "--templates", "."], "--templates"),
        (["a.csv", "-o", "out", "--fail-on", "change"], "count `structure.verdict`"),
        (["companies", "-o", "out", "--keep", "id"], "--keep"),
        (["*.json", "-o", "out"], "fits no file"),
        (["companies", "-o", "out", "--jobs", "0"], "--jobs"),
    ],
)
def test_wrong_usage_is_told(salesdesign: Command, companies: Path, arguments: list[str], word: str) -> None:
    ended = salesdesign("batch", *arguments)
    assert (ended.code, word in ended.said) == (2, True)
    assert not Path("out/index.html").exists()


def test_a_table_gives_results(salesdesign: Command, folder: Path) -> None:
    pytest.importorskip("polars")
    (folder / "accounts.csv").write_text("company.name,headcount.sellers\nAcme,10\nBad,-1\n")
    ended = salesdesign("batch", "accounts.csv", "-o", "out")
    assert (ended.code, ended.said.splitlines()[0]) == (2, "2 rows, 1 rejected")
    assert {file.name for file in Path("out").iterdir()} >= {"results.csv", "results.jsonl", "results.parquet"}


def test_a_column_is_carried_through_where_it_is_named(salesdesign: Command, folder: Path) -> None:
    pytest.importorskip("polars")
    (folder / "accounts.csv").write_text("company.name,id,headcount.sellers,current.structure\nAcme,x1,1,pod\n")
    refused = salesdesign("batch", "accounts.csv", "-o", "out")
    absent = salesdesign("batch", "accounts.csv", "-o", "out", "--keep", "id", "--keep", "crm")
    kept = salesdesign("batch", "accounts.csv", "-o", "out", "--keep", "id", "--keep", "company.name")
    assert (refused.code, "(--keep)" in refused.said, kept.code) == (2, True, 0)
    assert (absent.code, absent.said) == (2, "accounts.csv: crm: There is no such column. It cannot be kept.\n")
    assert Path("out/results.csv").read_text().splitlines()[1].startswith("1,Acme,x1,")


def test_the_portfolio_of_a_table_names_weights_and_the_file_that_is_there(salesdesign: Command, folder: Path) -> None:
    pytest.importorskip("polars")
    (folder / "accounts.csv").write_text("company.name,headcount.sellers,current.structure\nAcme,1,pod\n")
    salesdesign("batch", "accounts.csv", "-o", "out", "--weight", "culture=3.5", "--results", "parquet")
    page = Path("out/portfolio.html").read_text()
    assert ("--weight culture=3.5" in page, "results.parquet" in page, "results.csv" in page) == (True, True, False)
    (folder / "accounts.csv").write_text("company.name,headcount.sellers\nAcme,-1\n")
    salesdesign("batch", "accounts.csv", "-o", "out")
    assert not Path("out/portfolio.html").exists()


def test_the_rules_as_a_query(salesdesign: Command, folder: Path) -> None:
    pytest.importorskip("polars")
    pytest.importorskip("sqlglot")
    arguments = ("rules", "sql", "--dialect", "sqlite", "--column", "company.name", "--column", "headcount.sellers")
    ended = salesdesign(*arguments)
    assert (ended.code, ended.said) == (0, "")
    assert ended.printed.startswith("WITH")
    assert salesdesign("rules", "sql", "--dialect", "klingon").code == 2
    whole = ("rules", "sql", "--dialect", "sqlite")
    plain, weighed = salesdesign(*whole).printed, salesdesign(*whole, "--weight", "culture=3.5").printed
    assert (plain != weighed, '"crm_id"' in salesdesign(*arguments, "--keep", "crm_id").printed) == (True, True)
    strange = salesdesign(*arguments, "--column", "headcount.seller")
    assert (strange.code, "Did you mean headcount.sellers?" in strange.said) == (2, True)
