"""Expressions as Python source, with exactly the meaning of the walk and a twentieth of its cost."""

from collections.abc import Iterable, Sequence

from salesdesign.conditions.locals import Locals
from salesdesign.conditions.plain import Plain, plain_parts, some_unknown, written
from salesdesign.conditions.walk import total
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Expression,
    FactOf,
    Function,
    Literal,
    Not,
    Operator,
)

BUILTINS = {"total": total, "len": len}
"""Everything that generated source may call."""


def source_of(expression: Expression, names: Locals) -> str:
    """A Python expression, in brackets where it needs them, whose value is that of the expression; None is unknown."""
    match expression:
        case Literal(value):
            return written(value)
        case FactOf(name):
            return names.fact(name)
        case Arithmetic() | Compare():
            return _strict(expression, names)
        case AllOf(parts):
            return _decided_by("False", parts, names)
        case AnyOf(parts):
            return _decided_by("True", parts, names)
        case Not(part):
            return _with_tested(part, "not {}", names)
        case Call(function, arguments):
            return _call(function, arguments, names)


def _strict(expression: Arithmetic | Compare, names: Locals) -> str:
    """Two values combined; unknown where either is, and where the right one divides and is zero."""
    how = expression.operator if isinstance(expression, Arithmetic) else expression.comparison
    left_test, left = _tested(expression.left, names)
    right_test, right = _tested(expression.right, names)
    zero_test = f"{right} == 0" if how == Operator.DIVIDE else ""
    return _unless([left_test, right_test, zero_test], f"{left} {how} {right}")


def _with_tested(part: Expression, form: str, names: Locals) -> str:
    test, value = _tested(part, names)
    return _unless([test], form.format(value))


def _unless(tests: Iterable[str], source: str) -> str:
    """A value that is unknown as soon as one test holds; empty tests never do."""
    test = " or ".join(filter(None, tests))
    return f"(None if {test} else {source})" if test else f"({source})"


def _decided_by(decisive: str, parts: tuple[Expression, ...], names: Locals) -> str:
    """Kleene's and (decided by one False) and or (decided by one True); each part is calculated once."""
    if plain := plain_parts(parts):
        return _decided_by_plain(decisive, plain, names)
    tested = [_captured(part, names) for part in parts]
    decided = " or ".join(f"{capture} is {decisive}" for capture, _ in tested)
    unknown = " or ".join(f"{variable} is None" for _, variable in tested)
    return f"({decisive} if {decided} else None if {unknown} else {_OPPOSITE[decisive]})"


_OPPOSITE = {"True": "False", "False": "True"}


def _decided_by_plain(decisive: str, parts: Sequence[Plain], names: Locals) -> str:
    """The same of comparisons of facts with what is written, which need not be kept."""
    decided = " or ".join(part.holds(names) if decisive == "True" else part.fails(names) for part in parts)
    return f"({decisive} if {decided} else None if {some_unknown(parts, names)} else {_OPPOSITE[decisive]})"


def _call(function: Function, arguments: tuple[Expression, ...], names: Locals) -> str:
    match function:
        case Function.KNOWN:
            return f"({source_of(arguments[0], names)} is not None)"
        case Function.FIRST:
            return _first(arguments, names)
        case Function.TOTAL:
            return f"total({', '.join(source_of(argument, names) for argument in arguments)})"
        case Function.COUNT:
            return _with_tested(arguments[0], "len({})", names)


def _first(arguments: tuple[Expression, ...], names: Locals) -> str:
    """The first value that is known; a written value ends the search."""
    if not arguments:
        return "None"
    if _is_written(arguments[0]):
        return source_of(arguments[0], names)
    capture, value = _captured(arguments[0], names)
    return f"({value} if {capture} is not None else {_first(arguments[1:], names)})"


def _tested(expression: Expression, names: Locals) -> tuple[str, str]:
    """The test whether a value is unknown, empty where it never is; and the value, for use after the test."""
    if _is_written(expression):
        return "", source_of(expression, names)
    capture, variable = _captured(expression, names)
    return f"{capture} is None", variable


def _captured(expression: Expression, names: Locals) -> tuple[str, str]:
    """The value, kept in a variable where it is not in one already; and the variable."""
    source = source_of(expression, names)
    if isinstance(expression, FactOf | Literal):  # walking them twice costs nothing
        return source, source
    variable = names.value()
    return f"({variable} := {source})", variable


def _is_written(expression: Expression) -> bool:
    return isinstance(expression, Literal) and expression.value is not None
