"""The plain meaning of an expression: a walk over its tree in Kleene's logic, the oracle of every backend."""

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

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
    Value,
)


def evaluate(expression: Expression, facts: Mapping[str, Value]) -> Value:
    """The value of an expression for these facts; None is unknown. A fact that is not there is unknown."""
    match expression:
        case Literal(value):
            return value
        case FactOf(name):
            return facts.get(name)
        case Arithmetic(how, left, right):
            return _calculated(how, evaluate(left, facts), evaluate(right, facts))
        case Compare(how, left, right):
            return _compared(how, evaluate(left, facts), evaluate(right, facts))
        case _:
            return _of_parts(expression, facts)


def total(*values: Any) -> Any:  # Any: the compiled form calls it, and numbers are all that the parser lets through
    """The sum of those values that are known, in their order; None where none is."""
    known = [value for value in values if value is not None]
    if not known:
        return None
    result = known[0]
    for value in known[1:]:  # not sum(): it rounds otherwise from Python 3.12 on
        result += value
    return result


def _of_parts(expression: AllOf | AnyOf | Not | Call, facts: Mapping[str, Value]) -> Value:
    match expression:
        case AllOf(parts):
            return _decided_by(False, [evaluate(part, facts) for part in parts])
        case AnyOf(parts):
            return _decided_by(True, [evaluate(part, facts) for part in parts])
        case Not(part):
            value = evaluate(part, facts)
            return None if value is None else not value
        case Call(function, arguments):
            return _CALLS[function]([evaluate(argument, facts) for argument in arguments])


def _decided_by(decisive: bool, values: Sequence[Value]) -> bool | None:  # noqa: FBT001 - a truth value, not a switch
    if decisive in values:
        return decisive
    return None if None in values else not decisive


def _calculated(how: Operator, left: Any, right: Any) -> Value:  # Any: numbers, as the parser has checked
    if left is None or right is None or (how == Operator.DIVIDE and right == 0):
        return None
    result: Value = _OPERATORS[how](left, right)
    return result


def _compared(how: Comparison, left: Any, right: Any) -> bool | None:  # Any: comparable, as the parser has checked
    if left is None or right is None:
        return None
    return bool(_COMPARISONS[how](left, right))


_OPERATORS: dict[Operator, Callable[[Any, Any], Any]] = {
    Operator.ADD: operator.add,
    Operator.SUBTRACT: operator.sub,
    Operator.MULTIPLY: operator.mul,
    Operator.DIVIDE: operator.truediv,
}
_COMPARISONS: dict[Comparison, Callable[[Any, Any], bool]] = {
    Comparison.EQUAL: operator.eq,
    Comparison.UNEQUAL: operator.ne,
    Comparison.BELOW: operator.lt,
    Comparison.AT_MOST: operator.le,
    Comparison.ABOVE: operator.gt,
    Comparison.AT_LEAST: operator.ge,
    Comparison.IN: lambda item, items: item in items,
    Comparison.NOT_IN: lambda item, items: item not in items,
}
_CALLS: dict[Function, Callable[[Sequence[Any]], Value]] = {
    Function.KNOWN: lambda values: values[0] is not None,
    Function.FIRST: lambda values: next((value for value in values if value is not None), None),
    Function.TOTAL: lambda values: total(*values),
    Function.COUNT: lambda values: None if values[0] is None else len(values[0]),
}
