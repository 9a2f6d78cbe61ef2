"""Texts are filled in bounded time and length, whatever they say and whatever the facts are."""

import time
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from salesdesign.wording.language.fill import Filling
from salesdesign.wording.language.parse import LENGTH, parse_text
from salesdesign.wording.language.problems import TextError
from salesdesign.wording.shown import UNKNOWN, Currency, Figure, Shown, Word

FACTS: dict[str, Shown] = {
    "n": Figure(3, "3"),
    "zero": Figure(0, "0"),
    "w": Word("big_one", "a big one"),
    "l": [Word("big_one", ""), Word("small", "")],
    "u": UNKNOWN,
    "yes": True,
}
FILLING = Filling(FACTS.__getitem__, Currency(code="USD", usd_per_unit=1.0))


def filled(text: str) -> str:
    return FILLING.text(parse_text(text).parts)


def test_dividing_by_an_unlucky_fact_is_unknown() -> None:
    assert filled("{{ n / zero }} and {{ n / u }}") == "unknown and unknown"


def test_a_table_without_the_key_says_unknown() -> None:
    assert [filled(f"{{{{ {{'big_one': 'x'}}[{name}] }}}}") for name in ("w", "u")] == ["x", "unknown"]


def test_lists_are_asked_and_joined() -> None:
    assert filled("{{ l | list_of }}{{ '!' if 'small' in l }}{{ '?' if 'tall' in l }}") == "big one and small!"


def test_the_largest_text_is_filled_at_once() -> None:
    row = "{{ l | list_of ~ n }}"
    before = time.process_time()
    text = filled(row * (LENGTH // len(row)))
    assert (len(text) < 20 * LENGTH, time.process_time() - before < 1) == (True, True)


def test_the_deepest_text_is_filled() -> None:
    assert filled("{{ n" + " | abs" * 98 + " }}") == "3"
    assert filled("{{ n" + " + n" * 98 + " }}") == "297"


def test_decimals_are_bounded() -> None:
    assert len(filled("{{ (n / 7) | number(100000000) }}")) < 20


WORDS = st.sampled_from(
    ["{{", "}}", "{%", "%}", " if ", " else ", "elif", "endif", "n", "w", "l", "u", "yes", "'x'", "2", " ~ ", " + ", " / ",
     " * ", " < ", " in ", " not ", " and ", "(", ")", "{", "}", "[", "]", ":", ",", " | ", "number", "list_of", "people", " "]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30))
def test_any_jumble_is_filled_or_refused(words: list[str]) -> None:
    with suppress(TextError, TypeError, ValueError, LookupError, OverflowError):
        filled("".join(words))
