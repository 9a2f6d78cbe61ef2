"""Values by their spelling alone: what most files write is read at once, and anything else is left in doubt."""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import TypeAlias

from salesdesign.facts.figures import STEPS
from salesdesign.facts.numbers import LARGEST, number_in
from salesdesign.facts.problems import Problems
from salesdesign.facts.values import Stated, value_of
from salesdesign.model.catalogue import Fact, FactType, bounds_of
from salesdesign.yamltree import Node, Scalar

Spelled: TypeAlias = Callable[[str], Stated]
"""Reads a value that is written without quotes and is not empty."""


class Doubt(Exception):
    """A file is not as plain as it could be: it may be wrong, or only unusual. The careful reader will tell."""


def reader_of(fact: Fact) -> Spelled:
    """The reader of a fact."""
    match fact.type:
        case FactType.NUMBER | FactType.MONEY:
            return partial(_number, *_limits((fact.low, fact.high)))
        case FactType.COUNT:
            return partial(_count, *_limits(bounds_of(fact)))
        case FactType.SHARE:
            return partial(_share, *_limits(bounds_of(fact)))
        case FactType.SCALE:
            return partial(_listed, {str(step): step for step in range(STEPS[0], STEPS[1] + 1)})
        case FactType.CHOICE:
            return partial(_listed, {choice.id: choice.id for choice in fact.choices})
        case FactType.YES_NO:
            return partial(_listed, {"yes": True, "no": False, "true": True, "false": False})
        case _:
            return partial(_rarely, fact)


def carefully(fact: Fact, node: Node) -> Stated:
    """A value as the careful reader reads it.

    Raises:
        Doubt: it has something to say about it.
    """
    problems = Problems("")
    value = value_of(fact, node, problems)
    if problems.found:
        raise Doubt
    return value


def _rarely(fact: Fact, text: str) -> Stated:
    value = carefully(fact, Scalar(text, True, 1, 1))
    if value is None:
        raise Doubt
    return value


def _listed(known: Mapping[str, Stated], text: str) -> Stated:
    try:
        return known[text]
    except KeyError:
        raise Doubt from None


_known_number = lru_cache(maxsize=10_000)(number_in)
"""Most companies state the same few numbers: shares, steps, small counts."""


def _number(low: float, high: float, text: str) -> float:
    value = _known_number(text)
    if value is None or not low <= value <= high:
        raise Doubt
    return value


def _count(low: float, high: float, text: str) -> int:
    value = _known_number(text)
    if type(value) is not int or not low <= value <= high:
        raise Doubt
    return value


def _share(low: float, high: float, text: str) -> float:
    return float(_number(low, high, text))


def _limits(bounds: tuple[float | None, float | None]) -> tuple[float, float]:
    low, high = bounds
    return -LARGEST if low is None else low, LARGEST if high is None else high
