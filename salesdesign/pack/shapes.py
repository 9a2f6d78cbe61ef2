"""How single values are written: text, numbers, yes or no, ids, names of things, points."""

import re
from collections.abc import Callable, Collection
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from salesdesign.model.pack import POINT, POINTS_LIMIT
from salesdesign.pack.fields import Shape, many
from salesdesign.pack.page import Misread, Page, did_you_mean, is_null, kind_of
from salesdesign.yamltree import Node, Scalar

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)

_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9_]*)(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_LONGEST_TEXT = 4_000


def scalar(due: str, read: Callable[[Scalar], T], blank: T) -> Shape[T]:
    """The shape of a single value; `read` raises Misread, `due` names what belongs there."""

    def take(node: Node, page: Page) -> T | None:
        if type(node) is not Scalar or is_null(node):
            page.reject(node, f"{kind_of(node)} stands where {due} is due.")
            return None
        try:
            return read(node)
        except Misread as misread:
            page.reject(node, misread.wrong, misread.mend)
            return None

    return Shape(take, blank)


def _text(node: Scalar) -> str:
    if len(node.text) > _LONGEST_TEXT:
        raise Misread(f"This text has {len(node.text)} characters.", f"Say it in at most {_LONGEST_TEXT}.")
    return node.text


def number_of(node: Scalar) -> float:
    """The number that a scalar spells; Misread where it spells none."""
    if not _NUMBER.fullmatch(node.text):
        raise Misread(f"{node.text!r} is no number.", "Write it as 12, 0.5 or 1_000.")
    if not node.plain:
        raise Misread(f"{node.text!r} is a text, as it stands in quotes.", "Leave the quotes away.")
    return float(node.text)


def _whole(node: Scalar) -> int:
    value = number_of(node)
    if not value.is_integer():
        raise Misread(f"{node.text} is no whole number.")
    return int(value)


def _yes_no(node: Scalar) -> bool:
    if not node.plain or node.text.lower() not in _YES_NO:
        raise Misread(f"{node.text!r} is neither yes nor no.")
    return _YES_NO[node.text.lower()]


def _points(node: Scalar) -> int:
    number_of(node)
    thousandths = Decimal(node.text) * POINT
    if thousandths != int(thousandths):
        raise Misread(f"{node.text} has more than three decimals.", "Points are held in whole thousandths.")
    if abs(thousandths) > POINTS_LIMIT:
        raise Misread(f"{node.text} points are out of bounds.", "Points run from -3 to 3; use the weight for more.")
    return int(thousandths)


TEXT = scalar("a text", _text, "")
NUMBER = scalar("a number", number_of, 0.0)
WHOLE = scalar("a whole number", _whole, 0)
YES_NO = scalar("yes or no", _yes_no, False)
POINTS = scalar("a number of points", _points, 0)
"""Thousandths of a point."""
TEXTS = many(TEXT.read)


def identifier(pattern: str, example: str) -> Shape[str]:
    """An id that matches a pattern."""
    matcher = re.compile(pattern)

    def read(node: Scalar) -> str:
        if not matcher.fullmatch(node.text):
            raise Misread(f"{node.text!r} cannot be an id here.", f"Write it like {example}.")
        return node.text

    return scalar("an id", read, "")


KEBAB = identifier(r"[a-z0-9]+(-[a-z0-9]+)*", "one-trusted-person")
SNAKE = identifier(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", "assembly_line")
DOTTED = identifier(r"[a-z][a-z0-9]*(_[a-z0-9]+)*(\.[a-z][a-z0-9]*(_[a-z0-9]+)*)*", "headcount.sellers")
CITED = identifier(r"[A-Za-z0-9]+([-_][A-Za-z0-9]+)*", "HS-SEL-1")


def one_of(names: Collection[str], noun: str) -> Shape[str]:
    """The name of something that the pack has elsewhere."""

    def read(node: Scalar) -> str:
        if node.text not in names:
            raise Misread(f"{node.text!r} is no {noun}.", did_you_mean(node.text, names))
        return node.text

    return scalar(f"the name of a {noun}", read, "")


def member(kind: type[E], noun: str, blank: E) -> Shape[E]:
    """One of a closed set."""

    def read(node: Scalar) -> E:
        try:
            return kind(node.text)
        except ValueError:
            names = [str(item) for item in kind]
            mend = did_you_mean(node.text, names)
            raise Misread(f"{node.text!r} is no {noun}.", mend or f"There are {', '.join(names)}.") from None

    return scalar(f"a {noun}", read, blank)
