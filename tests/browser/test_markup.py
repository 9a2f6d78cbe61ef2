"""The mark-up of every page, judged by the checkers that others trust."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.browser.reports import NAMES, Written
from tests.browser.tools import output, package, program

pytestmark = pytest.mark.xdist_group("browser")

VNU = "vnu-jar/build/dist/vnu.jar"
HTML_VALIDATE = "html-validate/bin/html-validate.mjs"


@pytest.fixture(scope="module")
def pages(reports: Mapping[str, Written]) -> list[str]:
    """The files of all pages."""
    return [str(report.html) for report in reports.values()]


def test_the_checker_of_the_html_standard_finds_nothing(pages: list[str]) -> None:
    checker = (program("java"), "-jar", package(VNU), "--format", "json", "--stdout", "--exit-zero-always")
    assert json.loads(output(*checker, *pages))["messages"] == []


def test_html_validate_finds_nothing(pages: list[str]) -> None:
    checker = (program("node"), package(HTML_VALIDATE), "--config", "html-validate.json", "--formatter", "text")
    assert output(*checker, *pages, allow=(0, 1)) == ""


@pytest.mark.parametrize("name", NAMES)
def test_mermaid_reads_every_diagram(name: str, seen: Mapping[str, Any]) -> None:
    verdicts = seen["diagrams"][name]
    assert [verdict for verdict in verdicts if verdict] == []
