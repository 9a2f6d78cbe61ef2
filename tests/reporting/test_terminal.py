"""The short report: eighty columns, plain where a terminal is."""

import io

import pytest

from salesdesign.model.advice import Advice
from salesdesign.reporting.build import build
from salesdesign.reporting.look import PLAIN, look_of
from salesdesign.reporting.render import render
from tests.reporting.examples import ADVICE, PACK, keeping, undecided


class Screen(io.StringIO):
    """A terminal of an encoding."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("advice", [ADVICE, keeping(), undecided()], ids=["change", "keep", "undecided"])
def test_no_line_is_wider_than_eighty_columns(advice: Advice) -> None:
    lines = render(build(advice, PACK), "terminal").splitlines()
    assert [line for line in lines if len(line) > 80 or line != line.rstrip()] == []


def test_a_pipe_gets_plain_signs() -> None:
    assert look_of(io.StringIO(), {}) == PLAIN


def test_an_old_terminal_gets_signs_that_it_has() -> None:
    text = render(build(ADVICE, PACK), "terminal", look=look_of(Screen("cp1252"), {}))
    assert text.encode("cp1252")


def test_colour_can_be_refused() -> None:
    text = render(build(ADVICE, PACK), "terminal", look=look_of(Screen("utf-8"), {"NO_COLOR": "1"}))
    assert "\x1b[3" not in text


def test_a_terminal_gets_colour() -> None:
    assert "\x1b[" in render(build(ADVICE, PACK), "terminal", look=look_of(Screen("utf-8"), {}))
