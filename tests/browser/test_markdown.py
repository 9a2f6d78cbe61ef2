"""The Markdown of every report, read as GitHub and GitLab read it."""

from collections.abc import Mapping

import pytest
from markdown_it import MarkdownIt

from tests.browser.reports import NAMES, Written

pytestmark = pytest.mark.xdist_group("browser")


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_read_as_one(name: str, reports: Mapping[str, Written]) -> None:
    tokens = MarkdownIt("gfm-like").parse(reports[name].markdown)
    stray = [token.content for token in tokens if token.type == "inline" and token.content.startswith("|")]
    assert stray == []


@pytest.mark.parametrize("name", NAMES)
def test_every_row_of_a_table_is_as_long_as_its_head(name: str, reports: Mapping[str, Written]) -> None:
    assert [row for table in _tables(reports[name].markdown) for row in table if len(row) != len(table[0])] == []


def _tables(text: str) -> list[list[list[str]]]:
    """The tables as they are written: rows of cells, without the line under the head."""
    tables: list[list[list[str]]] = [[]]
    for line in text.splitlines():
        if line.startswith("|"):
            tables[-1].append(line.replace("\\|", "").split("|"))
        elif tables[-1]:
            tables.append([])
    return [table for table in tables if table]
