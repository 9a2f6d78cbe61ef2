"""Comparisons of a fact with something written: most of what a pack asks, and what Python answers fastest.

Python is quick at comparing two numbers, or two texts, that an `if` jumps on, and slow where one of them may be None:
whether the fact is known is asked first.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from salesdesign.conditions.locals import Locals
from salesdesign.model.expression import Compare, Comparison, Expression, FactOf, Literal, Not, Value


class Plain(NamedTuple):
    """Such a comparison."""

    fact: str
    comparison: Comparison
    value: Value

    def holds(self, names: Locals) -> str:
        """A test, in brackets, whether the comparison is known to hold."""
        known = "" if self._is_truth else f"{names.fact(self.fact)} is not None and "
        return f"({known}{self.where_known(names)})"

    def fails(self, names: Locals) -> str:
        """A test, in brackets, whether the comparison is known not to hold."""
        fact = names.fact(self.fact)
        if self._is_truth:
            return f"({fact} is {not self.value})"
        return f"({fact} is not None and not {self.where_known(names)})"

    def where_known(self, names: Locals) -> str:
        """The comparison alone, for where the fact is known."""
        fact = names.fact(self.fact)
        return f"{fact} is {self.value}" if self._is_truth else f"{fact} {self.comparison} {written(self.value)}"

    @property
    def _is_truth(self) -> bool:
        return isinstance(self.value, bool) and self.comparison is Comparison.EQUAL


def plain_parts(parts: Sequence[Expression]) -> list[Plain]:
    """The parts, each true or false, as plain comparisons; empty where one of them is none."""
    found = [plain for part in parts if (plain := _plain(part))]
    return found if len(found) == len(parts) else []


def _plain(part: Expression) -> Plain | None:
    match part:
        case Compare(comparison, FactOf(name), Literal(value)) if value is not None:
            return Plain(name, comparison, value)
        case FactOf(name):
            return Plain(name, Comparison.EQUAL, True)
        case Not(FactOf(name)):
            return Plain(name, Comparison.EQUAL, False)
        case _:
            return None


def some_unknown(parts: Iterable[Plain], names: Locals) -> str:
    """A test that is true where any of the parts is unknown."""
    return " or ".join(dict.fromkeys(f"{names.fact(part.fact)} is None" for part in parts))


def written(value: Value) -> str:
    """A value as Python source."""
    return f"({value!r})" if isinstance(value, int | float) and value < 0 else repr(value)
