"""Facts that are numbers: counts, amounts, shares and steps of a scale, read from text and held to their bounds."""

import re

from salesdesign.facts.numbers import based_number, is_too_large, number_in, rough_number, written
from salesdesign.facts.problems import Complaint, Problems, shown
from salesdesign.model.catalogue import Fact, FactType, bounds_of
from salesdesign.yamltree import Scalar

STEPS = (1, 5)
"""The ends of a scale."""


def number(fact: Fact, node: Scalar, problems: Problems) -> int | float | None:
    """A number or an amount of money, whole ones as int; None where it is refused."""
    value = number_in(node.text) if node.plain else None
    if value is None:
        problems.add(node, fact.name, _no_number(fact, node))
        return None
    return value if _holds(fact, value, (fact.low, fact.high), node, problems) else None


def count(fact: Fact, node: Scalar, problems: Problems) -> int | None:
    """A whole number, never negative; None where it is refused."""
    value = number_in(node.text) if node.plain else None
    if value is None or type(value) is float:
        problems.add(node, fact.name, _no_number(fact, node) if value is None else _not_whole(value))
        return None
    return value if _holds(fact, value, bounds_of(fact), node, problems) else None  # type: ignore[return-value]  # no float is left


def share(fact: Fact, node: Scalar, problems: Problems) -> float | None:
    """A share of 0 to 1, or to what the catalogue allows; None where it is refused."""
    value = number_in(node.text) if node.plain else None
    if value is None:
        problems.add(node, fact.name, _no_number(fact, node))
        return None
    return float(value) if _holds(fact, value, bounds_of(fact), node, problems) else None


def step(fact: Fact, node: Scalar, problems: Problems) -> int | None:
    """A step of a scale; None where it is refused."""
    value = number_in(node.text) if node.plain else None
    if value is None:
        problems.add(node, fact.name, _no_number(fact, node))
    elif value not in range(STEPS[0], STEPS[1] + 1):
        wrong = f"{written(value)} is no step of the scale." if type(value) is int else _not_whole(value).wrong
        problems.add(node, fact.name, Complaint(wrong, _steps(fact)))
    else:
        return int(value)
    return None


def _holds(
    fact: Fact, value: float, bounds: tuple[float | None, float | None], node: Scalar, problems: Problems
) -> bool:
    """Whether a number keeps to its bounds; else the problem is noted."""
    low, high = bounds
    if low is not None and value < low:
        problems.add(node, fact.name, Complaint(f"{written(value)} is less than {written(low)}.", _between(low, high)))
        return False
    if high is not None and value > high:
        mend = _as_share(value) if fact.type == FactType.SHARE else ""
        wrong = f"{written(value)} is more than {written(high)}."
        problems.add(node, fact.name, Complaint(wrong, mend or _between(low, high)))
        return False
    return True


def _no_number(fact: Fact, node: Scalar) -> Complaint:
    """Why a text is no number, and what it probably means."""
    text = node.text.strip()
    name = shown(text)
    if not node.plain and number_in(text) is not None:
        return Complaint(f"'{name}' is in quotes, which makes it a text.", f"Remove the quotes: {name}.")
    if re.fullmatch(r"[-+]?0[0-9]+", text):
        return Complaint(f"'{name}' starts with a zero, which may mean base eight.", f"Write {_decimal(text)}.")
    if re.fullmatch(r"[0-9]+(:[0-9]+)+(\.[0-9]*)?", text):
        return Complaint(f"'{name}' reads as a time.", "Write one plain number, such as 12.5 for twelve and a half.")
    based = based_number(text)
    if based is not None:
        return Complaint(f"'{name}' is not written in base ten.", f"Write {based}.")
    if re.fullmatch(r"[-+]?\.?(nan|inf|infinity)", text, re.IGNORECASE) or is_too_large(text):
        return Complaint(f"'{name}' is no number that can be calculated with.", _LEAVE_OUT)
    if text.lower() in _NOT_KNOWN:
        return Complaint(f"'{name}' is no number.", _LEAVE_OUT)
    return Complaint(f"'{name}' is no number.", _meant(fact, text))


_LEAVE_OUT = "Leave the fact out, or empty, where it is not known."
_NOT_KNOWN = frozenset({"?", "-", "n/a", "na", "none", "unknown", "tbd", "not known", "no idea"})


def _decimal(text: str) -> str:
    digits = text.lstrip("+-0") or "0"
    return f"-{digits}" if text.startswith("-") and digits != "0" else digits


def _meant(fact: Fact, text: str) -> str:
    """What to write instead."""
    value = rough_number(text)
    if value is None:
        due = "a whole number" if fact.type in (FactType.COUNT, FactType.SCALE) else "a plain number"
        return f"Write {due}{_such_as(fact)}."
    if fact.type == FactType.SHARE and "%" not in text and value > 1:
        return _as_share(value) or _between(0, 1)
    return f"Write {written(value)}."


def _such_as(fact: Fact) -> str:
    return f", such as {fact.example}" if number_in(fact.example) is not None else ""


def _as_share(value: float) -> str:
    return f"Shares run from 0 to 1: for {written(value)} % write {written(value / 100)}." if value <= 100 else ""


def _not_whole(value: float) -> Complaint:
    below = int(value // 1)
    return Complaint(f"{written(value)} is not a whole number.", f"Write {below} or {below + 1}.")


def _between(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"Write a number from {written(low)} to {written(high)}."
    if low is not None:
        return f"Write a number of at least {written(low)}."
    return f"Write a number of at most {written(high)}." if high is not None else ""


def _steps(fact: Fact) -> str:
    texts = {choice.id: choice.text.rstrip(".") for choice in fact.choices}
    worded = [f"{end} ({texts[str(end)]})" if str(end) in texts else str(end) for end in STEPS]
    return f"Write a whole number from {worded[0]} to {worded[1]}."
