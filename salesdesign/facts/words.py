"""Facts that are words: texts, dates, months, yes or no, and choices."""

import re
from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches

from salesdesign.facts.problems import Complaint, Problems, shown
from salesdesign.model.catalogue import Fact
from salesdesign.yamltree import Scalar

LONGEST = 200
"""Characters in a text: a name, never a story."""

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_YES_NO = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}
_NEARLY_YES_NO = {"y": "yes", "1": "yes", "n": "no", "0": "no", "none": "no"}
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_NEARLY_DATE = re.compile(r"([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?\.?(?:T.*)?")


def text(fact: Fact, node: Scalar, problems: Problems) -> str | None:
    """A text on one line; None where it is blank, or refused."""
    value = " ".join(node.text.split())
    if len(value) > LONGEST:
        problems.add(node, fact.name, Complaint(f"The text has {len(value):,} characters.", f"Keep it to {LONGEST}."))
    elif _CONTROL.search(value):
        problems.add(node, fact.name, Complaint("The text holds a control character.", "Remove it."))
    else:
        return value or None
    return None


def yes_or_no(fact: Fact, node: Scalar, problems: Problems) -> bool | None:
    """True for yes; None where it is refused."""
    word = node.text.strip().lower()
    value = _YES_NO.get(word) if node.plain else None
    if value is None:
        problems.add(node, fact.name, _neither(node, word))
    return value


def day(fact: Fact, node: Scalar, problems: Problems) -> str | None:
    """A day as YYYY-MM-DD; None where it is refused."""
    written = node.text.strip()
    match = _DATE.fullmatch(written)
    if match is None:
        problems.add(node, fact.name, Complaint(f"'{shown(written)}' is no date.", _write_date(written)))
        return None
    try:
        date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        problems.add(node, fact.name, Complaint(f"There is no day {written}.", "Check the month and the day."))
        return None
    return written


def month(fact: Fact, node: Scalar, problems: Problems) -> str | None:
    """A month as YYYY-MM; None where it is refused."""
    written = node.text.strip()
    if _MONTH.fullmatch(written):
        return written
    match = _NEARLY_DATE.fullmatch(written)
    meant = f"{match[1]}-{int(match[2]):02d}" if match and 1 <= int(match[2]) <= 12 else "YYYY-MM, such as 2027-01"
    problems.add(node, fact.name, Complaint(f"'{shown(written)}' is no month.", f"Write {meant}."))
    return None


def choice(fact: Fact, node: Scalar, problems: Problems) -> str | None:
    """The id of a choice; None where it is refused."""
    word = node.text
    for one in fact.choices:
        if one.id == word:
            return word
    ids = [one.id for one in fact.choices]
    if word.strip() in ids:
        problems.add(node, fact.name, Complaint("The choice has blanks around it.", f"Write {word.strip()}."))
        return None
    problems.add(node, fact.name, Complaint(f"'{shown(word)}' is no choice here.", _meant(word, ids)))
    return None


def currency_complaint(code: str) -> Complaint | None:
    """What is wrong with the code of a currency; None for three capital letters."""
    if _CODE.fullmatch(code):
        return None
    upper = code.strip().upper()
    meant = _SYMBOLS.get(upper, upper)
    mend = f"Write {meant}." if _CODE.fullmatch(meant) else "Write its three letters, such as USD or EUR."
    return Complaint(f"'{shown(code)}' is no ISO code of a currency.", mend)


_CODE = re.compile("[A-Z]{3}")
_SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "DOLLAR": "USD",
    "DOLLARS": "USD",
    "€": "EUR",
    "EURO": "EUR",
    "EUROS": "EUR",
    "£": "GBP",
    "POUND": "GBP",
    "POUNDS": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "FT": "HUF",
}


def _neither(node: Scalar, word: str) -> Complaint:
    if not node.plain and word in _YES_NO:
        return Complaint(f"'{word}' is in quotes, which makes it a text.", f"Remove the quotes: {word}.")
    return Complaint(f"'{shown(node.text)}' is neither yes nor no.", f"Write {_NEARLY_YES_NO.get(word, 'yes or no')}.")


def _write_date(written: str) -> str:
    match = _NEARLY_DATE.fullmatch(written)
    if match and match[3]:
        return f"Write {match[1]}-{int(match[2]):02d}-{int(match[3]):02d}."
    return "Write year, month and day as YYYY-MM-DD, such as 2027-01-31."


def _meant(word: str, ids: Sequence[str]) -> str:
    tidy = re.sub(r"[^a-z0-9]+", "_", word.lower()).strip("_")
    near = [tidy] if tidy in ids else get_close_matches(tidy, ids, n=1)
    if tidy in ("no", "false", "off") and "none" in ids:
        near = ["none"]
    return f"Did you mean {' or '.join(near)}?" if near else f"Choose one of {', '.join(ids)}."
