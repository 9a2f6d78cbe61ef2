"""The documentation: made pages are what the program gives, links lead somewhere, and nothing is left out."""

import re
import runpy
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from salesdesign.cli.app import Commands

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", ROOT / "examples" / "README.md", *sorted(DOCS.rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#\s]+)(#[^)\s]*)?\)")


def test_what_is_made_from_the_program_is_what_it_gives() -> None:
    made: dict[str, str] = runpy.run_path(str(DOCS / "pages.py"))["pages"]()
    stale = [name for name, text in made.items() if (DOCS / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = [found[1] for found in LINK.finditer(page.read_text(encoding="utf-8"))]
    near = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in near if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_table_is_read_as_one(page: Path) -> None:
    tokens = MarkdownIt("gfm-like").parse(page.read_text(encoding="utf-8"))
    assert [token.content for token in tokens if token.type == "inline" and token.content.startswith("|")] == []


def test_every_command_has_a_guide() -> None:
    guides = (DOCS / "README.md").read_text(encoding="utf-8").partition("## Guides")[2]
    assert [name for name in Commands.helps if not re.search(rf"^\|[^|]*`{name}`", guides, re.MULTILINE)] == []


def test_every_page_can_be_reached_from_the_first() -> None:
    seen, waiting = set(), [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        seen.add(page)
        links = (
            page.parent / found[1] for found in LINK.finditer(page.read_text(encoding="utf-8")) if ":" not in found[1]
        )
        waiting += [link.resolve() for link in links if link.suffix == ".md" and link.resolve() not in seen]
    assert [page for page in DOCS.rglob("*.md") if page not in seen] == []


def test_the_gallery_names_every_report() -> None:
    listed = (DOCS / "gallery" / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in sorted((DOCS / "gallery").glob("*.html")) if f"({page.name})" not in listed] == []
