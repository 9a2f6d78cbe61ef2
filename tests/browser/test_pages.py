"""Every page in a real browser: quiet, alone, readable at any width, open to everyone, and nothing lost on paper."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from tests.browser.reports import NAMES
from tests.browser.tools import output, program

pytestmark = pytest.mark.xdist_group("browser")

NARROW_TO_WIDE = ("320", "390", "768", "1440", "2560")


@pytest.fixture(params=NAMES)
def page(request: pytest.FixtureRequest, seen: Mapping[str, Any]) -> Mapping[str, Any]:
    """What was seen of one page."""
    found: Mapping[str, Any] = seen["pages"][request.param]
    return found


def test_the_browser_has_nothing_to_say(page: Mapping[str, Any]) -> None:
    assert page["said"] == []


def test_nothing_is_fetched(page: Mapping[str, Any]) -> None:
    assert page["asked"] == []


def test_no_width_needs_scrolling_to_the_side(page: Mapping[str, Any]) -> None:
    assert page["wide"] == {width: [] for width in NARROW_TO_WIDE}


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_no_barrier(page: Mapping[str, Any], colours: str) -> None:
    assert page["axe"][colours] == []


def test_a_keyboard_reaches_everything(page: Mapping[str, Any]) -> None:
    assert page["unreached"] == []


def test_a_keyboard_unfolds_what_is_folded(page: Mapping[str, Any]) -> None:
    assert (page["shut"] > 0, page["folds"]) == (True, 0)


def test_paper_shows_what_is_folded_and_cuts_nothing_off(page: Mapping[str, Any]) -> None:
    assert (page["print"]["lost"], page["print"]["over"]) == ([], [])


def test_every_word_of_the_page_is_in_its_print(page: Mapping[str, Any]) -> None:
    print_text = output(program("pdftotext"), "-layout", page["print"]["pdf"], "-")
    assert _lost(page["print"]["text"], print_text) == []


def _lost(wanted: str, found: str) -> list[str]:
    """The words that stand less often in what was found; one that a line end has split counts as found."""
    words = Counter(_words(wanted))
    run = re.sub(r"\W", "", found)
    return sorted(word for word in words - Counter(_words(found)) if run.count(word) < words[word])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)
