"""Expressions as statements that do one thing where they are known to hold, and another where they are unknown."""

from collections.abc import Iterable, Sequence

from salesdesign.conditions.locals import Locals
from salesdesign.conditions.plain import Plain, plain_parts, some_unknown
from salesdesign.conditions.python import source_of
from salesdesign.model.expression import AllOf, AnyOf, Expression


def indented(lines: Iterable[str]) -> list[str]:
    """Statements one level deeper; `pass` where there are none."""
    return [f"    {line}" for line in lines] or ["    pass"]


def surely(expression: Expression, names: Locals) -> str:
    """A Python test, in brackets, that is true where the expression is known to hold, and else false."""
    match expression:
        case AllOf(parts):
            return f"({' and '.join(surely(part, names) for part in parts)})"
        case AnyOf(parts):
            return f"({' or '.join(surely(part, names) for part in parts)})"
        case _ if plain := plain_parts((expression,)):
            return plain[0].holds(names)
        case _:
            return f"({source_of(expression, names)} is True)"


def branches(expression: Expression, names: Locals, met: Sequence[str], unknown: Sequence[str]) -> list[str]:
    """Statements that are `met` where the expression is known to hold, and `unknown` where it is unknown."""
    match expression:
        case _ if not unknown:
            return [f"if {surely(expression, names)}:", *indented(met)]
        case AllOf(parts) if plain := plain_parts(parts):
            return _all_of(plain, names, met, unknown)
        case AnyOf(parts) if plain := plain_parts(parts):
            test = " or ".join(part.holds(names) for part in plain)
            return _either(test, met, some_unknown(plain, names), unknown)
        case _ if plain := plain_parts((expression,)):
            return _all_of(plain, names, met, unknown)
        case _:
            value = names.value()
            return [
                f"{value} = {source_of(expression, names)}",
                *_either(f"{value} is True", met, f"{value} is None", unknown),
            ]


def _all_of(parts: Sequence[Plain], names: Locals, met: Sequence[str], unknown: Sequence[str]) -> list[str]:
    """What is unknown is asked first: where nothing is, the comparisons need not ask again."""
    test = " and ".join(part.where_known(names) for part in parts)
    if len(parts) > 1:
        failed = " or ".join(part.fails(names) for part in parts)
        unknown = [f"if not ({failed}):", *indented(unknown)]
    return _either(some_unknown(parts, names), unknown, test, met)


def _either(test: str, lines: Sequence[str], other: str, others: Sequence[str]) -> list[str]:
    return [f"if {test}:", *indented(lines), f"elif {other}:", *indented(others)]
