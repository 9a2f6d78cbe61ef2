"""The pages beside the reports share their look: index and portfolio of a batch, the rule book, a what-if."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.browser.reports import ROOT
from tests.browser.test_pages import NARROW_TO_WIDE
from tests.browser.tools import output, package, program

pytestmark = pytest.mark.xdist_group("browser")

NAMES = ("index", "portfolio", "rules", "facts", "whatif")


@pytest.fixture(scope="module")
def siblings(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What a browser saw of each page."""
    node, chromium = program("node"), program("chromium")
    package("playwright-core/package.json")
    folder = tmp_path_factory.mktemp("siblings")
    order, seen = folder / "order.json", folder / "seen.json"
    pages = {name: str(page) for name, page in _written(folder).items()}
    order.write_text(json.dumps({"chromium": chromium, "folder": str(folder), "pages": pages, "diagrams": {}}))
    output(node, "look.mjs", str(order), str(seen))
    found: Mapping[str, Any] = json.loads(seen.read_text(encoding="utf-8"))["pages"]
    return found


def _written(folder: Path) -> Mapping[str, Path]:
    example = "examples/stalled-islands.yaml"
    _run("batch", example, "examples/thin-budget.yaml", "-o", str(folder / "batch"), "--format", "none")
    _run("rules", "docs", "-o", str(folder / "book"))
    _run("whatif", example, "--vary", "headcount.sellers=10..20", "-o", str(folder / "whatif.html"))
    return {
        "index": folder / "batch" / "index.html",
        "portfolio": folder / "batch" / "portfolio.html",
        "rules": folder / "book" / "decision-structure.html",
        "facts": folder / "book" / "facts.html",
        "whatif": folder / "whatif.html",
    }


def _run(*words: str) -> None:
    subprocess.run((sys.executable, "-m", "salesdesign", *words), cwd=ROOT, check=True, capture_output=True)


@pytest.mark.parametrize("name", NAMES)
def test_no_width_needs_scrolling_to_the_side(name: str, siblings: Mapping[str, Any]) -> None:
    assert siblings[name]["wide"] == {width: [] for width in NARROW_TO_WIDE}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_no_barrier(name: str, colours: str, siblings: Mapping[str, Any]) -> None:
    assert siblings[name]["axe"][colours] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_keyboard_reaches_everything(name: str, siblings: Mapping[str, Any]) -> None:
    assert siblings[name]["unreached"] == []


@pytest.mark.parametrize("name", NAMES)
def test_paper_loses_nothing(name: str, siblings: Mapping[str, Any]) -> None:
    assert (siblings[name]["print"]["lost"], siblings[name]["print"]["over"]) == ([], [])


@pytest.mark.parametrize("name", ["index", "portfolio", "whatif"])
def test_a_page_in_one_file_asks_for_nothing(name: str, siblings: Mapping[str, Any]) -> None:
    assert (siblings[name]["said"], siblings[name]["asked"]) == ([], [])
