"""Scores drawn with letters, for terminals and for Markdown."""

from collections.abc import Mapping

from salesdesign.records import dataclass
from salesdesign.reporting.blocks import Bar, Tone

CELLS = 26
"""How wide a bar is drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What bars and bullets are drawn with."""

    score: str
    band: str
    track: str
    middle: str
    bullets: Mapping[Tone, str]


FINE = Signs(score="█", band="▒", track="·", middle="│", bullets={Tone.FOR: "+", Tone.AGAINST: "−", Tone.NEUTRAL: "•"})
ROUGH = Signs(score="#", band="=", track=".", middle="|", bullets={Tone.FOR: "+", Tone.AGAINST: "-", Tone.NEUTRAL: "*"})


def drawn(bar: Bar, signs: Signs) -> str:
    """A bar from 0 to 100: its band, and in it the score.

    >>> from salesdesign.reporting.blocks import Place
    >>> drawn(Bar(name="", place=Place.OPEN, note="", score=70, low=60, high=80, text="", net=""), ROUGH)
    '.............|.===#==.....'
    """
    cells = [signs.track] * CELLS
    cells[CELLS // 2] = signs.middle
    low, high = _cell(bar.low), _cell(bar.high)
    cells[low : high + 1] = [signs.band] * (high + 1 - low)
    cells[_cell(bar.score)] = signs.score
    return "".join(cells)


def _cell(value: float) -> int:
    return min(CELLS - 1, int(value / 100 * CELLS))
