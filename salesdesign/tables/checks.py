"""What no row may hold, as columns: values out of bounds, choices that do not exist, facts that cannot be together."""

from collections.abc import Collection, Iterator, Mapping

from salesdesign.facts.numbers import LARGEST
from salesdesign.facts.wholes import ROUNDING
from salesdesign.model.catalogue import NUMERIC, Catalogue, Consistency, Fact, FactType, bounds_of
from salesdesign.model.expression import Comparison, Operator
from salesdesign.tables.columns import Column, Constant, IsWhole, Named, OneOf, Strays
from salesdesign.tables.folding import (
    calculated,
    compared,
    every,
    first,
    known,
    opposite,
    some,
    surely,
)
from salesdesign.tables.lower import lowered

_WHOLE = frozenset({FactType.COUNT, FactType.SCALE})


def wrong(catalogue: Catalogue, given: Collection[str], facts: Mapping[str, Column]) -> Column:
    """Whether a row holds anything that it may not; never null.

    `given` are the facts that the table has; `facts` the columns that conditions see, derived ones among them.
    """
    beside = (conflict for _, conflict in conflicts(catalogue, given, facts))
    return some([*(refused(catalogue.facts[name]) for name in given), *beside])


def refused(fact: Fact) -> Column:
    """Whether a fact is wrong by itself, whatever the others are; never null."""
    return some(map(surely, _alone(fact, Named(fact.name))))


def conflicts(
    catalogue: Catalogue, given: Collection[str], facts: Mapping[str, Column]
) -> Iterator[tuple[str | Consistency, Column]]:
    """Whether facts are wrong beside each other, never null, with what they break: a rule, or a whole by its name."""
    for whole in dict.fromkeys(catalogue.facts[name].whole for name in given if catalogue.facts[name].whole):
        yield whole, surely(_broken(whole, catalogue, given))
    for rule in catalogue.consistency:
        if rule.at in given:
            yield rule, surely(every((known(Named(rule.at)), lowered(rule.never, facts))))


def _alone(fact: Fact, column: Column) -> Iterator[Column]:
    """What can be wrong with a fact by itself."""
    if fact.required:
        yield opposite(known(column))
    if fact.type in NUMERIC:
        yield from _number(fact, column)
    elif fact.type is FactType.CHOICE:
        yield opposite(OneOf(column, _ids(fact)))
    elif fact.type is FactType.CHOICES:
        yield Strays(column, _ids(fact))


def _number(fact: Fact, column: Column) -> list[Column]:
    low, high = bounds_of(fact)
    lowest, highest = -LARGEST if low is None else low, LARGEST if high is None else high
    outside = [
        compared(Comparison.BELOW, column, Constant(float(lowest))),
        compared(Comparison.ABOVE, column, Constant(float(highest))),
    ]
    return [some([*outside, opposite(IsWhole(column))] if fact.type in _WHOLE else outside)]


def _ids(fact: Fact) -> tuple[str, ...]:
    return tuple(choice.id for choice in fact.choices)


def _broken(whole: str, catalogue: Catalogue, given: Collection[str]) -> Column:
    """Whether shares exceed their whole, or are all given and do not make it."""
    parts = [name for name, fact in catalogue.facts.items() if fact.whole == whole]
    there = [Named(name) for name in parts if name in given]
    total: Column = Constant(0.0)
    for part in there:
        total = calculated(Operator.ADD, total, first((part, Constant(0.0))))
    too_much = compared(Comparison.ABOVE, total, Constant(1 + ROUNDING))
    too_little = compared(Comparison.BELOW, total, Constant(1 - ROUNDING))
    return some([too_much, every((*map(known, there), too_little))] if len(there) == len(parts) else [too_much])
