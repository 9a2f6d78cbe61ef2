"""Conditions and calculations as a pack writes them: parsed, checked, each problem under its own character."""

from collections.abc import Callable

from salesdesign.conditions import ConditionError, Scope, parse_calculation, parse_condition
from salesdesign.model.catalogue import FactType
from salesdesign.model.expression import Expression, Literal, facts_in
from salesdesign.pack.fields import Shape
from salesdesign.pack.page import Page, is_null, kind_of
from salesdesign.yamltree import Node, Scalar

_BLANK = Literal(None)
_NONE: frozenset[str] = frozenset()


def condition(scope: Scope, later: frozenset[str] = _NONE) -> Shape[Expression]:
    """A question that is true, false or unknown; `later` are facts that are not decided yet where it is asked."""
    return _parsed(lambda text: parse_condition(text, scope), later, "a condition")


def calculation(scope: Scope, wanted: FactType, later: frozenset[str] = _NONE) -> Shape[Expression]:
    """A value of the wanted type that is calculated from facts."""
    return _parsed(lambda text: parse_calculation(text, scope, wanted), later, "a calculation")


def _parsed(parse: Callable[[str], Expression], later: frozenset[str], due: str) -> Shape[Expression]:
    def read(node: Node, page: Page) -> Expression | None:
        if not isinstance(node, Scalar) or is_null(node):
            page.reject(node, f"{kind_of(node)} stands where {due} is due.", "Write it as one text.")
            return None
        try:
            expression = parse(node.text)
        except ConditionError as error:
            for offset, wrong, mend in error.problems:
                page.reject(node, wrong, mend, offset)
            return None
        _reject_later(expression, later, node, page)
        return expression

    return Shape(read, _BLANK)


def _reject_later(expression: Expression, later: frozenset[str], node: Scalar, page: Page) -> None:
    for name in sorted(later.intersection(facts_in(expression))) if later else ():
        wrong, mend = f"{name} is decided later than this.", "pack.yaml says in which order decisions are taken."
        page.reject(node, wrong, mend, node.text.find(name))
