"""Expressions as Python source, with exactly the meaning of the walk and a twentieth of its cost."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from salesdesign.conditions.walk import total
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
)

BUILTINS = {"total": total, "len": len}
"""Everything that generated source may call."""


@dataclass(slots=True)
class Locals:
    """The local variables of one generated function: one for each fact, and one for each value that is used twice."""

    facts: dict[str, str] = field(default_factory=dict)
    values: int = 0

    def fact(self, name: str) -> str:
        """The variable that holds a fact."""
        return self.facts.setdefault(name, f"f{len(self.facts)}")

    def value(self) -> str:
        """A new variable."""
        self.values += 1
        return f"v{self.values}"

    def loads(self) -> list[str]:
        """The statements that fill the variables of facts; `get` looks a fact up."""
        return [f"{variable} = get({name!r})" for name, variable in self.facts.items()]


def source_of(expression: Expression, names: Locals) -> str:
    """A Python expression, in brackets where it needs them, whose value is that of the expression; None is unknown."""
    match expression:
        case Literal(value):
            return f"({value!r})" if isinstance(value, int | float) and value < 0 else repr(value)
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
    plain = [part for part in parts if isinstance(part, Compare) and _is_plain(part)]
    if len(plain) == len(parts):
        return _decided_by_plain(decisive, plain, names)
    tested = [_captured(part, names) for part in parts]
    decided = " or ".join(f"{capture} is {decisive}" for capture, _ in tested)
    unknown = " or ".join(f"{variable} is None" for _, variable in tested)
    otherwise = "True" if decisive == "False" else "False"
    return f"({decisive} if {decided} else None if {unknown} else {otherwise})"


def _decided_by_plain(decisive: str, parts: Sequence[Compare], names: Locals) -> str:
    """The same of comparisons of facts with what is written, which need not be kept."""
    decided = " or ".join(f"({_plainly(part, decisive, names)})" for part in parts)
    unknown = " or ".join(dict.fromkeys(f"{source_of(part.left, names)} is None" for part in parts))
    otherwise = "True" if decisive == "False" else "False"
    return f"({decisive} if {decided} else None if {unknown} else {otherwise})"


def surely(expression: Expression, names: Locals) -> str:
    """A Python expression that is true where the expression is known to hold, and false where it is not."""
    match expression:
        case Compare() if _is_plain(expression):
            return f"({_plainly(expression, 'True', names)})"
        case AllOf(parts):
            return f"({' and '.join(surely(part, names) for part in parts)})"
        case AnyOf(parts):
            return f"({' or '.join(surely(part, names) for part in parts)})"
        case _:
            return f"({source_of(expression, names)} is True)"


def _is_plain(part: Compare) -> bool:
    """Whether a fact is compared with something written."""
    return isinstance(part.left, FactOf) and _is_written(part.right)


def _plainly(part: Compare, wanted: str, names: Locals) -> str:
    """Whether such a comparison is known to be what is wanted of it; nothing equals what is unknown."""
    fact, value = source_of(part.left, names), source_of(part.right, names)
    if wanted == "True" and part.comparison is Comparison.EQUAL:
        return f"{fact} == {value}"
    no = "" if wanted == "True" else "not "
    return f"{fact} is not None and {no}{fact} {part.comparison} {value}"


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
