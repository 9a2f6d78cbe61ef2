"""An answer as it was typed, understood as the value of a fact; or one friendly line that says what is accepted."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Fact, FactType
from salesdesign.wizard.accepted import accepted
from salesdesign.wizard.amounts import PER_YEAR, Amount, amount_in
from salesdesign.wizard.choosing import choice_in, choices_in, yes_or_no

DAYS: Mapping[str, float] = {"days": 1, "weeks": 7, "months": 30, "quarters": 91, "years": 365}
MONTHS: Mapping[str, float] = {"days": 1 / 30, "weeks": 12 / 52, "months": 1, "quarters": 3, "years": 12}
SURE = 5
"""A rate of growth above this was probably meant as percent."""


class Understood(NamedTuple):
    """A value, and the currency that was typed with it."""

    value: Stated
    currency: str = ""


class Puzzled(NamedTuple):
    """Why an answer was not understood, in one line that says what is."""

    line: str


Reading = Understood | Puzzled


def understand(fact: Fact, typed: str, currency: str = "USD") -> Reading:
    """What an answer says about a fact; whether the fact may have that value is for the catalogue to judge."""
    text = " ".join(typed.split())
    if fact.type in _FIGURES:
        amount = amount_in(text)
        if amount is None or not _fits(fact, amount):
            return Puzzled(accepted(fact, currency))
        return _FIGURES[fact.type](fact, amount)
    return _WORDS[fact.type](fact, text)


def _money(fact: Fact, amount: Amount) -> Reading:
    value = amount.middle * _per(fact, amount)
    return Puzzled(accepted(fact)) if amount.percent or amount.fraction else Understood(_whole(value), amount.currency)


def _share(_: Fact, amount: Amount) -> Reading:
    if amount.percent or amount.fraction:
        return Understood(_tidy(amount.middle))
    if max(amount.parts) == 1:
        return Puzzled("1 could be 1% or 100%: type it with its percent sign.")
    return Understood(_tidy(amount.middle / (100 if max(amount.parts) > 1 else 1)))


def _count(fact: Fact, amount: Amount) -> Reading:
    if amount.percent or amount.fraction or amount.currency:
        return Puzzled(accepted(fact))
    value = amount.middle * _per(fact, amount) * _length(fact, amount)
    exact = len(amount.parts) == 1 and value == amount.middle
    return Understood(_whole(value) if exact else int(value + 0.5))


def _number(fact: Fact, amount: Amount) -> Reading:
    if _is_rate(fact):
        return _rate(amount)
    if amount.percent or amount.currency:
        return Puzzled(accepted(fact))
    return Understood(_whole(_tidy(amount.middle * _per(fact, amount) * _length(fact, amount))))


def _rate(amount: Amount) -> Reading:
    if not (amount.percent or amount.fraction) and abs(amount.middle) > SURE:
        return Puzzled(f"For {amount.middle:g} percent type {amount.middle:g}%.")
    return Understood(_whole(_tidy(amount.middle)))


def _is_rate(fact: Fact) -> bool:
    """Growth: it may shrink, but by no more than all."""
    return fact.low == -1


def _fits(fact: Fact, amount: Amount) -> bool:
    """Whether a period or a length of time that was typed can be turned into that of the fact."""
    return (not amount.per or bool(_period(fact))) and (not amount.unit or bool(_lengths(fact)))


def _per(fact: Fact, amount: Amount) -> float:
    """What turns the period that was typed into that of the fact."""
    return PER_YEAR[amount.per] / PER_YEAR[_period(fact)] if amount.per else 1.0


def _length(fact: Fact, amount: Amount) -> float:
    """What turns the length of time that was typed into that of the fact."""
    return _lengths(fact)[amount.unit] if amount.unit else 1.0


def _period(fact: Fact) -> str:
    return next((period for period in PER_YEAR if re.search(rf"\b{period}\b", fact.unit)), "")


def _lengths(fact: Fact) -> Mapping[str, float]:
    return DAYS if fact.unit.startswith("days") else MONTHS if fact.unit.startswith("months") else {}


def _tidy(value: float) -> float:
    return round(value, 4)


def _whole(value: float) -> float:
    return int(value) if float(value).is_integer() else value


def _text(_: Fact, text: str) -> Reading:
    return Understood(text.strip("\"'").strip() or None)


def _yes_no(fact: Fact, text: str) -> Reading:
    answer = yes_or_no(text)
    return Puzzled(accepted(fact)) if answer is None else Understood(answer)


def _choice(fact: Fact, text: str) -> Reading:
    found = choice_in(fact.choices, text)
    if found is not None:
        return Understood(int(found) if fact.type is FactType.SCALE else found)
    step = _step(text, len(fact.choices)) if fact.type is FactType.SCALE else None
    return Puzzled(accepted(fact)) if step is None else Understood(step)


def _step(text: str, last: int) -> int | None:
    """The step of a scale that a guess means: ~3, or the middle of 3-5."""
    amount = amount_in(text)
    if amount is None or amount.percent or amount.fraction or not 1 <= min(amount.parts) <= max(amount.parts) <= last:
        return None
    return int(amount.middle + 0.5)


def _choices(fact: Fact, text: str) -> Reading:
    found = choices_in(fact.choices, text)
    return Puzzled(accepted(fact)) if found is None else Understood(found)


def _numbers(fact: Fact, text: str) -> Reading:
    amounts = [amount_in(part) for part in re.split(r"[;\s]+|,\s+", text.strip("[]")) if part]
    if not amounts or None in amounts:
        return Puzzled(accepted(fact))
    return Understood(tuple(_tidy(amount.middle) for amount in amounts if amount))


def _month(fact: Fact, text: str) -> Reading:
    found = _YEAR_FIRST.fullmatch(text) or _MONTH_FIRST.fullmatch(text) or _NAMED.fullmatch(text.lower())
    number = _month_number(found["month"]) if found else None
    return Understood(f"{found['year']}-{number:02d}") if found and number else Puzzled(accepted(fact))


def _date(fact: Fact, text: str) -> Reading:
    return Understood(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else Puzzled(accepted(fact))


_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})[-/. ](?P<year>\d{4})")
_NAMED = re.compile(r"(?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})")
_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


def _month_number(text: str) -> int | None:
    if text.isdigit():
        return int(text) if 1 <= int(text) <= len(_NAMES) else None
    return next((number for number, name in enumerate(_NAMES, 1) if name.startswith(text)), None)


_FIGURES: Mapping[FactType, Callable[[Fact, Amount], Reading]] = {
    FactType.COUNT: _count,
    FactType.NUMBER: _number,
    FactType.MONEY: _money,
    FactType.SHARE: _share,
}
_WORDS: Mapping[FactType, Callable[[Fact, str], Reading]] = {
    FactType.TEXT: _text,
    FactType.DATE: _date,
    FactType.MONTH: _month,
    FactType.YES_NO: _yes_no,
    FactType.CHOICE: _choice,
    FactType.SCALE: _choice,
    FactType.CHOICES: _choices,
    FactType.NUMBERS: _numbers,
}
