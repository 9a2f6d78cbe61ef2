"""What no row may hold, as columns: values out of bounds, choices that do not exist, facts that cannot be together."""

from collections.abc import Collection, Iterator, Mapping

from salesdesign.facts.names import CURRENCY, USD_PER_UNIT
from salesdesign.facts.numbers import LARGEST
from salesdesign.facts.wholes import ROUNDING
from salesdesign.model.catalogue import NUMERIC, Catalogue, Fact, FactType, bounds_of, read_by
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
    return some([*(refused(catalogue.facts[name]) for name in given), together(catalogue, given, facts)])


def refused(fact: Fact) -> Column:
    """Whether a fact is wrong by itself, whatever the others are; never null."""
    return some(map(surely, _alone(fact, Named(fact.name))))


def together(catalogue: Catalogue, given: Collection[str], facts: Mapping[str, Column]) -> Column:
    """Whether facts are wrong beside each other; never null."""
    return some(map(surely, [*_wholes(catalogue, given), *_together(catalogue, given, facts)]))


def read_together(catalogue: Catalogue) -> frozenset[str]:
    """The facts that are looked at beside each other."""
    rules = catalogue.consistency
    wholes = {name for name, fact in catalogue.facts.items() if fact.whole}
    read = {CURRENCY, USD_PER_UNIT}.union(wholes, *({rule.at} | read_by(rule.never, catalogue) for rule in rules))
    return frozenset(read & catalogue.facts.keys())


def read_all_the_same(catalogue: Catalogue) -> frozenset[str]:
    """The facts that are looked at beside others although they are refused: a code of no currency, parts of lists."""
    lists = (name for name, fact in catalogue.facts.items() if fact.type in (FactType.CHOICES, FactType.NUMBERS))
    return frozenset({CURRENCY, *lists})


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


def _wholes(catalogue: Catalogue, given: Collection[str]) -> Iterator[Column]:
    """Shares that exceed their whole, or are all given and do not make it."""
    for whole in dict.fromkeys(catalogue.facts[name].whole for name in given if catalogue.facts[name].whole):
        parts = [name for name, fact in catalogue.facts.items() if fact.whole == whole]
        there = [Named(name) for name in parts if name in given]
        total: Column = Constant(0.0)
        for part in there:
            total = calculated(Operator.ADD, total, first((part, Constant(0.0))))
        too_much = compared(Comparison.ABOVE, total, Constant(1 + ROUNDING))
        too_little = compared(Comparison.BELOW, total, Constant(1 - ROUNDING))
        complete = every((*map(known, there), too_little)) if len(there) == len(parts) else Constant(False)
        yield from (too_much, complete)


def _together(catalogue: Catalogue, given: Collection[str], facts: Mapping[str, Column]) -> Iterator[Column]:
    for rule in catalogue.consistency:
        if rule.at in given:
            yield every((known(Named(rule.at)), lowered(rule.never, facts)))
