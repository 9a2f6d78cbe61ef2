"""The text of a condition becomes an expression: only admitted nodes, only known names, only fitting types."""

import ast
from collections.abc import Callable
from itertools import pairwise
from typing import ClassVar

from salesdesign.conditions.calls import call
from salesdesign.conditions.compare import comparison
from salesdesign.conditions.names import dotted, read_constant, read_name
from salesdesign.conditions.problems import ConditionError, did_you_mean
from salesdesign.conditions.scope import Scope
from salesdesign.conditions.syntax import Syntax, read_syntax
from salesdesign.conditions.terms import UNREAD, Reading, Sort, Term, sort_of
from salesdesign.model.catalogue import FactType
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Arithmetic,
    Comparison,
    Expression,
    Function,
    Literal,
    Not,
    Operator,
)

__all__ = ["ConditionError", "parse_calculation", "parse_condition"]


def parse_condition(text: str, scope: Scope) -> Expression:
    """The expression of a text that asks a question: true, false or unknown.

    Raises: ConditionError with every problem.
    """
    return _parse(text, scope, Sort.YES_NO)


def parse_calculation(text: str, scope: Scope, wanted: FactType | None = None) -> Expression:
    """The expression of a text that gives a value; of the wanted type, where one is named.

    Raises: ConditionError with every problem.
    """
    return _parse(text, scope, sort_of(wanted) if wanted else None)


def _parse(text: str, scope: Scope, due: Sort | None) -> Expression:
    syntax = read_syntax(text, scope)
    reading = Reading(scope, [])
    term = _Reader(reading, syntax).read(syntax.tree)
    if due or term.sort in (Sort.WORD, Sort.WRITTEN_LIST, Sort.ENTRIES):
        reading.is_sort(term, due or Sort.NUMBER)
    if reading.problems:
        raise ConditionError(reading.problems)
    return term.expression


class _Reader:
    """Reads node by node; what has no method here is refused."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._reading = reading
        self._syntax = syntax

    def read(self, node: ast.expr) -> Term:
        """One node with everything below it."""
        admitted = self._ADMITTED.get(type(node))
        return admitted(self, node) if admitted else self._refused(node, *_REFUSALS.get(type(node), _NO_PART))

    def _constant(self, node: ast.Constant) -> Term:
        return read_constant(self._reading, self._syntax, node)

    def _name(self, node: ast.Name | ast.Attribute) -> Term:
        return read_name(self._reading, self._syntax, node)

    def _junction(self, node: ast.BoolOp) -> Term:
        parts = [self.read(value) for value in node.values]
        for part in parts:
            self._reading.is_sort(part, Sort.YES_NO)
        expressions = tuple(part.expression for part in parts)
        return self._term(node, Sort.YES_NO, AllOf(expressions) if isinstance(node.op, ast.And) else AnyOf(expressions))

    def _unary(self, node: ast.UnaryOp) -> Term:
        part = self.read(node.operand)
        if isinstance(node.op, ast.Not):
            self._reading.is_sort(part, Sort.YES_NO)
            return self._term(node, Sort.YES_NO, Not(part.expression))
        if isinstance(node.op, ast.Invert):
            return self._refused(node, *_NO_PART)
        self._reading.is_sort(part, Sort.NUMBER)
        signed = part.expression if isinstance(node.op, ast.UAdd) else _minus(part.expression)
        return self._term(node, Sort.NUMBER, signed)

    def _arithmetic(self, node: ast.BinOp) -> Term:
        sides = [self.read(node.left), self.read(node.right)]
        operator = _OPERATORS.get(type(node.op))
        if operator is None:
            return self._refused(node, "This operation is not known here.", "Use + - * /.")
        for side in sides:
            self._reading.is_sort(side, Sort.NUMBER)
        return self._term(node, Sort.NUMBER, Arithmetic(operator, *(side.expression for side in sides)))

    def _comparisons(self, node: ast.Compare) -> Term:
        terms = [self.read(part) for part in (node.left, *node.comparators)]
        hows = [_COMPARISONS.get(type(operator)) for operator in node.ops]
        if None in hows:
            return self._refused(node, "`is` is not known here.", "Write == or !=.")
        pairs = zip(hows, pairwise(terms), strict=True)
        parts = tuple(comparison(self._reading, how, left, right) for how, (left, right) in pairs if how)
        return self._term(node, Sort.YES_NO, parts[0] if len(parts) == 1 else AllOf(parts))

    def _list(self, node: ast.List) -> Term:
        items = tuple(self.read(item) for item in node.elts)
        if not items:
            return self._refused(node, "This list is empty.", "Write what belongs in it.")
        for item in items:
            if item.sort != Sort.UNCLEAR and not isinstance(item.expression, Literal):
                mend = "A list holds numbers, words or texts."
                self._reading.refuse(item, f"{item.written} is no written value.", mend)
        return self._term(node, Sort.WRITTEN_LIST, UNREAD)._replace(items=items)

    def _call(self, node: ast.Call) -> Term:
        name = dotted(self._syntax, node.func)
        function = _FUNCTIONS.get(name)
        if function is None:
            mend = did_you_mean(name, _FUNCTIONS, f"There are {', '.join(f'{known}()' for known in _FUNCTIONS)}.")
            return self._refused(node, f"{name or 'This'} is no function of conditions.", mend)
        if node.keywords:
            return self._refused(node, "A function takes its values without names.", "Write them one after the other.")
        whole = self._term(node, Sort.UNCLEAR, UNREAD)
        return call(self._reading, function, whole, tuple(self.read(argument) for argument in node.args))

    def _term(self, node: ast.expr, sort: Sort, expression: Expression) -> Term:
        return Term(sort, expression, self._syntax, node)

    def _refused(self, node: ast.expr, wrong: str, mend: str) -> Term:
        term = self._term(node, Sort.UNCLEAR, UNREAD)
        self._reading.refuse(term, wrong, mend)
        return term

    _ADMITTED: ClassVar[dict[type[ast.expr], Callable[..., Term]]] = {  # ...: each method takes its own node
        ast.Constant: _constant,
        ast.Name: _name,
        ast.Attribute: _name,
        ast.BoolOp: _junction,
        ast.UnaryOp: _unary,
        ast.BinOp: _arithmetic,
        ast.Compare: _comparisons,
        ast.List: _list,
        ast.Call: _call,
    }


def _minus(part: Expression) -> Expression:
    match part:
        case Literal(value=int() | float() as number):
            return Literal(-number)
        case _:
            return Arithmetic(Operator.SUBTRACT, Literal(0), part)


_NO_PART = ("This is no part of a condition.", "Conditions compare facts, with and, or, not, in, + - * /.")
_REFUSALS = {
    ast.Tuple: ("This list stands in the wrong brackets.", "Write it in square brackets: [A, B]."),
    ast.Set: ("This list stands in the wrong brackets.", "Write it in square brackets: [A, B]."),
    ast.IfExp: ("A condition has no if and else.", "Write two rules, or use and, or."),
    ast.NamedExpr: ("A condition gives nothing a name.", "To compare, write ==."),
    ast.JoinedStr: ("A text in a condition is plain.", "Leave the f before the quote out."),
}
_FUNCTIONS = {str(function): function for function in Function}
_OPERATORS: dict[type[ast.operator], Operator] = {
    ast.Add: Operator.ADD,
    ast.Sub: Operator.SUBTRACT,
    ast.Mult: Operator.MULTIPLY,
    ast.Div: Operator.DIVIDE,
}
_COMPARISONS: dict[type[ast.cmpop], Comparison] = {
    ast.Eq: Comparison.EQUAL,
    ast.NotEq: Comparison.UNEQUAL,
    ast.Lt: Comparison.BELOW,
    ast.LtE: Comparison.AT_MOST,
    ast.Gt: Comparison.ABOVE,
    ast.GtE: Comparison.AT_LEAST,
    ast.In: Comparison.IN,
    ast.NotIn: Comparison.NOT_IN,
}
