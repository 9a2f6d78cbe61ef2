"""What a terminal can show."""

from collections.abc import Mapping
from typing import TextIO

from salesdesign.records import dataclass
from salesdesign.reporting.drawing import FINE, ROUGH, Signs
from salesdesign.reporting.escaping import encodable

NARROW = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a terminal can show."""

    width: int
    colour: bool
    signs: Signs
    encoding: str


PLAIN = Look(width=NARROW, colour=False, signs=ROUGH, encoding="utf-8")
"""For a file, a pipe, and wherever nothing is known."""


def look_of(stream: TextIO, environment: Mapping[str, str]) -> Look:
    """What a stream can show: colour and fine signs on a terminal that has them and is not told otherwise."""
    if not stream.isatty() or environment.get("TERM") == "dumb":
        return PLAIN
    encoding = stream.encoding or "ascii"
    fine = encodable("█▒│−•", encoding) == "█▒│−•"
    return Look(width=NARROW, colour="NO_COLOR" not in environment, signs=FINE if fine else ROUGH, encoding=encoding)
