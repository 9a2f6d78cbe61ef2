"""The values that a fact is likely to have, by the typical range of the catalogue."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import ceil, floor, sqrt
from typing import TypeAlias

from salesdesign.engine.probing.streams import LEVELS
from salesdesign.model.catalogue import Fact, FactType
from salesdesign.model.expression import Value

Quantile: TypeAlias = Callable[[int], Value]
"""The value at a place from 0 to 65,535 of a distribution; all places are equally likely."""

SPANS = 10
"""From this ratio of its ends on, a range spans orders of magnitude: ten times as much is as far as a tenth."""

_OF_ANY_SIZE = frozenset({FactType.COUNT, FactType.NUMBER, FactType.MONEY})
_WHOLE = frozenset({FactType.COUNT, FactType.SCALE})
_STEPS_OF_A_SCALE = (1, 5)
_DECIMALS = 9
"""A multiple of a step such as 0.05 is rounded to as many, which makes it the number that a person would type."""


def quantile_of(fact: Fact) -> Quantile | None:
    """The distribution of a fact with single values; None where the catalogue does not say what is likely."""
    if fact.type is FactType.YES_NO:
        return _one_of((False, True))
    if fact.type is FactType.CHOICE:
        return _one_of(tuple(choice.id for choice in fact.choices))
    typical = fact.typical or (_STEPS_OF_A_SCALE if fact.type is FactType.SCALE else None)
    if typical is None:
        return None
    low, high = typical
    if fact.type in _OF_ANY_SIZE and 0 < SPANS * low <= high:
        return _log_uniform(_rounded(fact), low, high)
    return _uniform(fact, low, high)


def even_values(fact: Fact, count: int) -> Sequence[Value]:
    """Values that stand for all likely ones, each for as many; every choice once, a list with one choice at a time."""
    if fact.type in (FactType.CHOICE, FactType.CHOICES):
        ids = [choice.id for choice in fact.choices]
        return ids if fact.type is FactType.CHOICE else [(one,) for one in ids]
    quantile = quantile_of(fact)
    return [quantile((2 * part + 1) * LEVELS // (2 * count)) for part in range(count)] if quantile else []


def scaled(fact: Fact, share: float) -> Fact:
    """The same fact of a part of the company: what a part gets its share of is typically less there."""
    if not fact.scales or fact.typical is None:
        return fact
    low, high = fact.typical
    return replace(fact, typical=(low * share, high * share))


def _one_of(values: Sequence[Value]) -> Quantile | None:
    return (lambda place: values[place * len(values) // LEVELS]) if values else None


def _uniform(fact: Fact, low: float, high: float) -> Quantile:
    """Every step of the range is as likely as another; without steps, every place in it."""
    step = _step(fact)
    if step is None:
        return lambda place: low + (high - low) * place / LEVELS
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    count, rounded = max(1, last - first + 1), _rounded(fact)
    return lambda place: rounded((first + place * count // LEVELS) * step)


def _log_uniform(rounded: Callable[[float], float], low: float, high: float) -> Quantile:
    """Every factor is as likely as another; by square roots, which all machines round in the same way."""
    coarse, fine = _powers(high / low)
    return lambda place: rounded(low * coarse[place >> 8] * fine[place & 255])


def _powers(ratio: float) -> tuple[list[float], list[float]]:
    """The ratio to the power of n / 256, and of n / 65,536, for n from 0 to 255."""
    roots = [ratio]
    for _ in range(16):
        roots.append(sqrt(roots[-1]))
    tables = [1.0], [1.0]
    for table, halves in zip(tables, (roots[8:0:-1], roots[16:8:-1]), strict=True):
        for root in halves:
            table += [power * root for power in table]
    return tables


def _rounded(fact: Fact) -> Callable[[float], float]:
    """Rounds to the steps in which the fact is told."""
    step = _step(fact)
    if step is None:
        return float
    if step.is_integer():
        whole = int(step)
        return lambda value: round(value / whole) * whole
    return lambda value: round(round(value / step) * step, _DECIMALS)


def _step(fact: Fact) -> float | None:
    if fact.step is None:
        return 1.0 if fact.type in _WHOLE else None
    return float(max(1.0, fact.step)) if fact.type in _WHOLE else float(fact.step)
