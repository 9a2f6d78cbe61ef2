"""A page is light: it can be mailed, and opens at once."""

from collections.abc import Mapping

import pytest

from tests.browser.reports import NAMES, Written

pytestmark = pytest.mark.xdist_group("browser")

LIMIT = 150_000
"""Bytes."""


@pytest.mark.parametrize("name", NAMES)
def test_a_page_weighs_less_than_150_kilobytes(name: str, reports: Mapping[str, Written]) -> None:
    assert reports[name].html.stat().st_size < LIMIT
