"""Limits that rules set on one numeric fact and nothing else."""

from collections.abc import Iterator

from salesdesign.model.catalogue import NUMERIC, Catalogue
from salesdesign.model.expression import AllOf, AnyOf, Compare, Expression, Literal, Not, facts_in
from salesdesign.model.pack import Criterion, Rule
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True)
class Threshold:
    """A rule that asks only whether one numeric fact lies beyond a limit."""

    rule: Rule
    fact: str
    limits: tuple[float, ...]


def thresholds_of(criterion: Criterion, catalogue: Catalogue) -> Iterator[Threshold]:
    """The rules of a criterion that are thresholds, in order."""
    for rule in criterion.rules:
        names = facts_in(rule.when) if rule.when is not None else ()
        if rule.when is not None and len(names) == 1 and _is_numeric(names[0], catalogue):
            yield Threshold(rule, names[0], tuple(sorted(set(_limits(rule.when)))))


def _is_numeric(name: str, catalogue: Catalogue) -> bool:
    fact = catalogue.facts.get(name) or catalogue.derived.get(name)
    return fact is not None and fact.type in NUMERIC


def _limits(expression: Expression) -> Iterator[float]:
    match expression:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _limits(part)
        case Not(part):
            yield from _limits(part)
        case Compare(_, left, right):
            sides = (side.value for side in (left, right) if isinstance(side, Literal))
            yield from (float(value) for value in sides if isinstance(value, (int, float)))
