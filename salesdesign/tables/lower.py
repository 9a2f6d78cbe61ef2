"""Parsed conditions and calculations become columns, with the meaning of the plain walk."""

from collections.abc import Mapping

from salesdesign.conditions.walk import evaluate
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    Expression,
    FactOf,
    Function,
    Literal,
    Not,
    Operator,
    facts_in,
)
from salesdesign.tables.columns import Column, Constant, Kind, OneOf, Unknown
from salesdesign.tables.folding import (
    calculated,
    case,
    compared,
    every,
    first,
    holds,
    known,
    length,
    opposite,
    some,
)

NOWHERE = Unknown(Kind.TEXT)
"""A fact that the table does not have; what reads it is unknown, whatever its type."""


def lowered(expression: Expression, facts: Mapping[str, Column]) -> Column:
    """The column of an expression, given the columns of the facts; a fact that is not there is unknown."""
    if not facts_in(expression):
        return _written(expression)
    match expression:
        case FactOf(name):
            return facts.get(name, NOWHERE)
        case Compare():
            return _compared(expression, facts)
        case Arithmetic(how, left, right):
            return calculated(how, lowered(left, facts), lowered(right, facts))
        case Not(part):
            return opposite(lowered(part, facts))
        case AllOf(parts) | AnyOf(parts) | Call(_, parts):
            return _joined(expression, tuple(lowered(part, facts) for part in parts))
        case Literal():
            return _written(expression)


def _joined(expression: AllOf | AnyOf | Call, parts: tuple[Column, ...]) -> Column:
    match expression:
        case AllOf():
            return every(parts)
        case AnyOf():
            return some(parts)
        case Call(function):
            return _called(function, parts)


def _written(expression: Expression) -> Column:
    """What needs no company to be known."""
    value = evaluate(expression, {})
    if isinstance(value, bool | int | float | str):
        return Constant(value)
    return Unknown(Kind.NUMBER if isinstance(expression, Arithmetic) else Kind.TRUTH)


def _compared(expression: Compare, facts: Mapping[str, Column]) -> Column:
    how, left = expression.comparison, lowered(expression.left, facts)
    if how not in (Comparison.IN, Comparison.NOT_IN):
        return compared(how, left, lowered(expression.right, facts))
    found = _found(left, expression.right, facts)
    return found if how is Comparison.IN else opposite(found)


def _found(left: Column, right: Expression, facts: Mapping[str, Column]) -> Column:
    if not isinstance(right, Literal):
        return holds(lowered(right, facts), left)
    if isinstance(left, Unknown) or not isinstance(right.value, tuple):
        return Unknown(Kind.TRUTH)
    return OneOf(left, right.value)


def _called(function: Function, arguments: tuple[Column, ...]) -> Column:
    match function:
        case Function.KNOWN:
            return known(arguments[0])
        case Function.FIRST:
            return first(arguments)
        case Function.COUNT:
            return length(arguments[0])
        case Function.TOTAL:
            return _total(arguments)


def _total(parts: tuple[Column, ...]) -> Column:
    """The sum of those that are known, from left to right as the walk adds them."""
    given = [part for part in parts if not isinstance(part, Unknown)]
    if not given:
        return Unknown(Kind.NUMBER)
    total = first((given[0], Constant(0.0)))
    for part in given[1:]:
        total = calculated(Operator.ADD, total, first((part, Constant(0.0))))
    return case([(some(map(known, given)), total)], Unknown(Kind.NUMBER))
