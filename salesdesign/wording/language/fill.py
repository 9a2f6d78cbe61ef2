"""A text filled with facts: a walk over its parts, as long as the text and no longer."""

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from salesdesign.wording.language.filters import FILTERS
from salesdesign.wording.language.tree import (
    Branches,
    Chosen,
    Combined,
    Compared,
    Denied,
    Filtered,
    Joined,
    Looked,
    Named,
    Part,
    Phrase,
    Print,
    Written,
)
from salesdesign.wording.numbers import number
from salesdesign.wording.shown import UNKNOWN, Currency, Unknown


class Filling:
    """Facts that texts are filled with."""

    __slots__ = ("_currency", "_look")

    def __init__(self, look: Callable[[str], object], currency: Currency) -> None:
        """`look` gives a fact as a text shows it."""
        self._look = look
        self._currency = currency

    def text(self, parts: Iterable[Part]) -> str:
        """The parts of a text with every fact filled in.

        Raises:
            TypeError, ValueError, OverflowError: a value does not fit what the text does with it.
            LookupError: a fact that does not exist.
        """
        return "".join([self._part(part) for part in parts])

    def _part(self, part: Part) -> str:
        if isinstance(part, str):
            return part
        if isinstance(part, Print):
            return printed(self._value(part.phrase))
        return self._branch(part)

    def _branch(self, part: Branches) -> str:
        for test, parts in part.branches:
            if test is None or self._value(test):
                return self.text(parts)
        return ""

    def _value(self, phrase: Phrase) -> Any:  # Any: a value of a fact, or what was made of several
        return _VALUES[type(phrase)](self, phrase)

    def named(self, phrase: Named) -> Any:  # Any: as above, here and below
        """A fact as a text shows it."""
        return self._look(phrase.name)

    def filtered(self, phrase: Filtered) -> Any:
        """A value after a filter."""
        return FILTERS[phrase.name].show(self._value(phrase.value), phrase.arguments, self._currency)

    def chosen(self, phrase: Chosen) -> Any:
        """One of two values, or nothing."""
        if self._value(phrase.test):
            return self._value(phrase.value)
        return "" if phrase.otherwise is None else self._value(phrase.otherwise)

    def looked(self, phrase: Looked) -> Any:
        """The value under a key; unknown where the table does not have it."""
        key = self._value(phrase.key)
        found = phrase.table.get(key) if isinstance(key, str) else None
        return UNKNOWN if found is None else self._value(found)

    def joined(self, phrase: Joined) -> Any:
        """The last value that was needed to decide, as in Python."""
        value: Any = None
        for part in phrase.parts:
            value = self._value(part)
            if bool(value) is (phrase.word == "or"):
                break
        return value

    def denied(self, phrase: Denied) -> bool:
        """Whether a value is empty, zero, no or unknown."""
        return not self._value(phrase.part)

    def compared(self, phrase: Compared) -> bool:
        """Whether a comparison holds."""
        return bool(_COMPARISONS[phrase.sign](self._value(phrase.left), self._value(phrase.right)))

    def combined(self, phrase: Combined) -> Any:
        """Two values calculated, or printed one after the other."""
        left, right = self._value(phrase.left), self._value(phrase.right)
        if phrase.sign == "~":
            return printed(left) + printed(right)
        if isinstance(left, Unknown) or isinstance(right, Unknown):
            return UNKNOWN
        if isinstance(left, str | list) or isinstance(right, str | list):
            raise TypeError(f"{phrase.sign} calculates with numbers")
        return UNKNOWN if phrase.sign == "/" and right == 0 else _OPERATORS[phrase.sign](left, right)


def printed(value: object) -> str:
    """A value as it stands in a sentence."""
    if type(value) is float or type(value) is int:
        return number(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _written(_: Filling, phrase: Written) -> float | str:
    return phrase.value


_VALUES: Mapping[type, Callable[..., Any]] = {
    Written: _written,
    Named: Filling.named,
    Filtered: Filling.filtered,
    Chosen: Filling.chosen,
    Looked: Filling.looked,
    Joined: Filling.joined,
    Denied: Filling.denied,
    Compared: Filling.compared,
    Combined: Filling.combined,
}
_OPERATORS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
}
_COMPARISONS: Mapping[str, Callable[[Any, Any], Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": lambda item, items: item in items,
    "not in": lambda item, items: item not in items,
}
