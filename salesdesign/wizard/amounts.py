"""Numbers as people type them: 1.2m, 350k €, 40%, ~30, 3-5, a third, 20 a week."""

import re
from collections.abc import Mapping

from salesdesign.facts.numbers import rough_number
from salesdesign.records import dataclass
from salesdesign.wording.numbers import SYMBOLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What was typed, before it is known what it is to be."""

    parts: tuple[float, ...]
    """One number, or the two ends of a range."""
    percent: bool = False
    fraction: bool = False
    """Typed as a part of a whole: a half, 3 of 10."""
    currency: str = ""
    """The code of the currency that was typed with it."""
    per: str = ""
    """The period that was typed with it: day, week, month, quarter or year."""
    unit: str = ""
    """A length of time that was typed as its unit: days, weeks, months, quarters or years."""

    @property
    def middle(self) -> float:
        """The number, or the middle of the range."""
        return sum(self.parts) / len(self.parts)


PER_YEAR: Mapping[str, float] = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
"""How often a period comes in a year."""

CURRENCIES: Mapping[str, str] = {
    **{symbol: code for code, symbol in SYMBOLS.items()},
    "us$": "USD",
    "dollar": "USD",
    "dollars": "USD",
    "usd": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "yen": "JPY",
    "ft": "HUF",
    "zł": "PLN",
    "chf": "CHF",
}
"""Codes by what people write instead."""


def amount_in(text: str) -> Amount | None:
    """The amount that a text means; None where it is none."""
    rest = _ABOUT.sub("", _spelled(" ".join(text.lower().split())).rstrip(" .,;"))
    rest, per = _period(rest)
    rest, currency = _currency(rest, text)
    fraction = _fraction(rest)
    if fraction is not None:
        return Amount(parts=(fraction,), fraction=True, currency=currency, per=per)
    pieces = [_PIECE.fullmatch(piece) for piece in _ends(rest)]
    if not all(pieces):
        return None
    return _amount([piece for piece in pieces if piece], currency, per)


def _amount(pieces: list[re.Match[str]], currency: str, per: str) -> Amount | None:
    """The amount of one piece or two; what stands behind the second holds for both: 300-500k, 10-20%."""
    last = pieces[-1]["times"] or ""
    numbers = [_number(piece, piece["times"] or last) for piece in pieces]
    words = {_DURATIONS[word] for word in (pieces[-1]["word"] or "").split() if word in _DURATIONS}
    if any(number is None for number in numbers) or _MULTIPLES & set((pieces[-1]["word"] or "").split()):
        return None
    return Amount(
        parts=tuple(number for number in numbers if number is not None),
        percent=last in _PERCENT,
        currency=currency,
        per=per,
        unit=words.pop() if len(words) == 1 else "",
    )


_MULTIPLES = {"dozen", "dozens", "hundred", "hundreds", "times", "minutes", "minute"}
"""Words that would change the number: better refused than read over."""

_PERCENT = ("%", "percent", "per cent", "pct")
_ABOUT = re.compile(
    r"^(?:~|≈|about|around|approximately|approx\.?|circa|ca\.?|c\.|roughly|nearly|almost|some|maybe|perhaps|say|=)+\s*"
)
_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_SPELLED = {
    **{word: str(number) for number, word in enumerate(_WORDS, 1)},
    **dict.fromkeys(("none", "nobody", "no one", "noone", "nothing", "zero", "nil", "never"), "0"),
    "a dozen": "12",
    "a hundred": "100",
    "a thousand": "1000",
    "a million": "1000000",
    "a couple": "2",
}
_FRACTIONS = {
    **dict.fromkeys(("all", "everything", "the whole"), 1.0),
    **dict.fromkeys(("half", "a half", "one half"), 0.5),
    **dict.fromkeys(("a third", "1 third", "one third"), 1 / 3),
    **dict.fromkeys(("two thirds", "2 thirds"), 2 / 3),
    **dict.fromkeys(("a quarter", "quarter", "1 quarter", "a fourth"), 0.25),
    **dict.fromkeys(("three quarters", "3 quarters"), 0.75),
    **dict.fromkeys(("a fifth", "1 fifth"), 0.2),
    **dict.fromkeys(("a tenth", "1 tenth"), 0.1),
}
_PIECE = re.compile(
    r"(?P<digits>[-+−]?\s?(?:\d[\d.,'’_ ]*|[.,]\d+))\s*"
    r"(?P<times>%|percent|per cent|pct|k|thousand|grand|m|mn|mio|mill|million|millions|b|bn|billion)?(?![a-z%])\.?\s*"
    r"(?P<word>[a-z][a-z ,\-]*)?"
)
_TIMES = {"grand": "k", "mill": "m", "millions": "m", "percent": "%", "per cent": "%", "pct": "%"}
_DURATIONS = {f"{unit}{end}": f"{unit}s" for unit in PER_YEAR for end in ("", "s")}
_PERIOD = re.compile(r"\s*(?:\bper\b|\ban?\b|\beach\b|\bevery\b|/)\s*(day|week|month|quarter|year|annum)\.?$")
_PERIODS = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year"}
_PERIODS |= {"annually": "year", "p.a": "year", "annum": "year"}


def _spelled(text: str) -> str:
    return _SPELLED.get(text) or re.sub(r"^([a-z]+)\b", lambda word: _SPELLED.get(word[1], word[1]), text)


def _period(text: str) -> tuple[str, str]:
    """The text without the period that it ends with, and the period; a fraction of a quarter is none."""
    if text in _FRACTIONS:
        return text, ""
    found = _PERIOD.search(text)
    if found:
        return text[: found.start()].strip(), _PERIODS.get(found[1], found[1])
    start, _, end = text.rpartition(" ")
    return (start, _PERIODS[end]) if end in _PERIODS and start else (text, "")


def _currency(text: str, typed: str) -> tuple[str, str]:
    """The text without the signs of one currency, and its code: a sign, a word, or three capital letters."""
    codes = re.findall(r"\b[A-Z]{3}\b", typed)
    words = [word for word in CURRENCIES if re.search(_as_word(word), text)]
    found = [*codes, *(CURRENCIES[word] for word in words)]
    for word in [*(code.lower() for code in codes), *sorted(words, key=len, reverse=True)]:
        text = re.sub(_as_word(word), " ", text)
    return " ".join(text.split()), found[0] if found else ""


def _as_word(word: str) -> str:
    return rf"(?<![a-z]){re.escape(word)}(?![a-z])" if word.isalpha() and word.isascii() else re.escape(word)


def _fraction(text: str) -> float | None:
    if text in _FRACTIONS:
        return _FRACTIONS[text]
    found = re.fullmatch(r"(\d+)\s*(?:/|of|in|out of|of every)\s*(\d+)", text)
    return int(found[1]) / int(found[2]) if found and 0 < int(found[2]) >= int(found[1]) else None


def _ends(text: str) -> list[str]:
    """The ends of a range, or the text alone; a minus before a number is no range."""
    found = re.fullmatch(
        r"(?:between |from )?(\d|\d.*?[\d%kmb])\s*(?:-|–|—|\.\.+|\bto\b|\band\b|\bor\b)\s*(\d.*)", text
    )
    return [found[1], found[2]] if found else [text]


def _number(piece: re.Match[str], times: str) -> float | None:
    digits = piece["digits"].replace("−", "-").replace(" ", "").rstrip(".,'’_")
    sign = -1 if digits.startswith("-") else 1
    digits = digits.lstrip("+-")
    value = rough_number(
        f"0{digits}{_TIMES.get(times, times)}" if digits[:1] in ".," else f"{digits}{_TIMES.get(times, times)}"
    )
    return None if value is None else sign * float(value)
