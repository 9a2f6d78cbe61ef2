"""A page is light: it can be mailed, and opens at once."""

from collections.abc import Mapping

import pytest

from tests.browser.reports import EXAMPLES, NAMES, Written

pytestmark = pytest.mark.xdist_group("browser")

LIMIT, HARD_LIMIT = 150_000, 225_000
"""Bytes, of an example and of a company that is made to be hard: twenty segments with long names, and their plan."""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_weighs_less_than_150_kilobytes(name: str, reports: Mapping[str, Written]) -> None:
    assert reports[name].html.stat().st_size < (LIMIT if name in {file.stem for file in EXAMPLES} else HARD_LIMIT)
