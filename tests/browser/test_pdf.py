"""The PDF that the program prints: tagged, with bookmarks, and with every word of the page."""

from pathlib import Path

import pytest

from salesdesign.cli.pdf import NAMED, pdf_of
from salesdesign.errors import MachineFailed
from tests.browser.tools import output, program

pytestmark = pytest.mark.xdist_group("browser")

PAGE = (
    "<!DOCTYPE html><html lang=en><title>Report</title><h1>Answer</h1><details><summary>More</summary>Folded</details>"
)


def test_a_pdf_is_tagged_and_has_bookmarks(tmp_path: Path) -> None:
    program("chromium")
    file = tmp_path / "report.pdf"
    file.write_bytes(pdf_of(PAGE, file.parent))
    told = output(program("pdfinfo"), str(file))
    assert ("Tagged:          yes" in told, b"/Outlines" in file.read_bytes()) == (True, True)


def test_without_a_browser_it_says_what_to_do() -> None:
    with pytest.raises(MachineFailed, match="Install Chromium, or name a browser in SALESDESIGN_BROWSER"):
        pdf_of(PAGE, Path(), {NAMED: "no-such-browser"})
