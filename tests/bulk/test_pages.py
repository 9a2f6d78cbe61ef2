"""The pages over all companies."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from salesdesign.bulk.batch import Order
from salesdesign.bulk.pages import Pages
from salesdesign.bulk.portfolio import Portfolio
from tests.bulk.companies import PACK, batch, facts

NAMES = ["Ada & Sons", "<script>alert(1)</script>", "Eve"]
RICH = "budget: {annual_sales: 9000000}\nculture: {style: 5}\nproduct: {lines: 6}\n"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a small batch."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "in").mkdir()
    for place, name in enumerate(NAMES):
        (folder / "in" / f"c{place}.yaml").write_text(facts(f'"{name}"', RICH if place == 2 else ""))
    (folder / "in" / "z.yaml").write_text("company: 1\n")
    batch(Order(named=(folder / "in",), folder=folder / "out", pack=PACK, formats=("md",)))
    return folder / "out"


@pytest.mark.parametrize("name", ["index.html", "portfolio.html"])
def test_a_page_allows_its_own_style_and_script_and_nothing_else(out: Path, name: str) -> None:
    page = (out / name).read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    for source in re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", page, re.DOTALL):
        assert b64encode(sha256(source.encode()).digest()).decode() in policy[1]
    assert "http" not in page.replace("http-equiv", "")


def test_the_index_is_whole_without_its_script(out: Path) -> None:
    page = (out / "index.html").read_text(encoding="utf-8")
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert re.findall(r'<tr><td><a href="([^"]*)">([^<]*)</a>', body) == [
        ("reports/c0.md", "Ada &amp; Sons"),
        ("reports/c1.md", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("reports/c2.md", "Eve"),
    ]
    assert "3 companies; 1 more could not be read" in page


def test_rows_have_as_many_cells_as_there_are_columns(out: Path) -> None:
    page = (out / "index.html").read_text(encoding="utf-8")
    rows = re.findall(r"<tr>.*?</tr>", page, re.DOTALL)
    assert {row.count("<th") + row.count("<td") for row in rows} == {rows[0].count("<th")}


def test_the_portfolio_counts_and_links(out: Path) -> None:
    page = (out / "portfolio.html").read_text(encoding="utf-8")
    assert "3 companies" in page
    assert "1 more could not be read" in page
    assert "sha256:" in page


def test_the_portfolio_of_a_table_says_that_its_link_leads_to_results(tmp_path: Path) -> None:
    Pages(PACK, None).write_portfolio(tmp_path, Portfolio(PACK, whole="results.csv"))
    page = (tmp_path / "portfolio.html").read_text(encoding="utf-8")
    assert '<a href="results.csv">The results of all companies: results.csv</a>' in page
