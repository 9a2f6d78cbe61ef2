"""How far a batch is."""

from io import StringIO

import pytest

from salesdesign.bulk.progress import Progress, Standing, told


@pytest.mark.parametrize(
    ("standing", "line"),
    [
        (Standing(companies=0, read=0, of=1000, seconds=0.0), "0 companies, 0.0 a second"),
        (Standing(companies=1, read=10, of=None, seconds=2.0), "1 company, 0.5 a second"),
        (Standing(companies=9, read=10, of=1000, seconds=1.0), "9 companies, 9.0 a second, 1 %, 1 min 39 s left"),
        (
            Standing(companies=9000, read=1, of=9000, seconds=1.0),
            "9,000 companies, 9,000 a second, 0 %, 2 h 29 min left",
        ),
    ],
)
def test_a_standing_in_words(standing: Standing, line: str) -> None:
    assert told(standing) == line


def test_a_terminal_sees_one_line_that_changes() -> None:
    stream = stepped(live=True)
    assert stream.count("\r\x1b[2K") == 3
    assert stream.count("\n") == 1
    assert stream.endswith("\r\x1b[2K")


def test_elsewhere_a_line_now_and_then() -> None:
    assert stepped(live=False) == "bad\n2 companies, 0.1 a second, 40 %, 33 s left\n"


def stepped(*, live: bool) -> str:
    """What three companies make a progress say, eleven seconds each."""
    stream, times = StringIO(), iter([0.0, 0.05, 22.0, 25.0])
    progress = Progress(stream=stream, clock=lambda: next(times), of=50, live=live)
    progress.step(10)
    progress.say("bad")
    progress.step(10)
    if live:
        progress.end()
        return stream.getvalue()
    progress.step(10)
    return stream.getvalue()
