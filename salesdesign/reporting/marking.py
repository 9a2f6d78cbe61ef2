"""Numbers in a text, each with the value that it stands for: what is shown as 30% is 0.3, $7.4 million is 7400000."""

import re
from collections.abc import Iterator
from decimal import Decimal

from salesdesign.records import dataclass

NUMBER = re.compile(
    r"(?<![\w.,/:-])"  # no part of a word, of a date, of a version
    r"(?P<sign>[−+]?)[$€£¥₹₩₪]?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<decimals>\.\d+)?"
    r"(?P<unit>%|(?:\u00a0| )(?:million|billion)\b)?"
    r"(?![\w:]|[-./]\d|,\d|-Q\d)"  # nor of the name of a quarter
)
UNITS = {"%": Decimal("0.01"), "million": Decimal(1_000_000), "billion": Decimal(1_000_000_000), "": Decimal(1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A stretch of text, and what it stands for where it is a number."""

    text: str
    value: str = ""
    """A plain decimal number; empty for words."""


def marked(text: str) -> Iterator[Marked]:
    """The text in stretches: words and numbers in turn.

    >>> [(part.text, part.value) for part in marked("Half of $1.5 million")]
    [('Half of ', ''), ('$1.5 million', '1500000')]
    """
    end = 0
    for found in NUMBER.finditer(text):
        if found.start() > end:
            yield Marked(text=text[end : found.start()])
        yield Marked(text=found.group(), value=_value(found))
        end = found.end()
    if end < len(text):
        yield Marked(text=text[end:])


def _value(found: re.Match[str]) -> str:
    size = Decimal(found["digits"].replace(",", "") + (found["decimals"] or ""))
    value = size * UNITS[(found["unit"] or "").strip()]
    return f"{(-value if found['sign'] == '−' else value).normalize():f}"
