"""Names, words and numbers of a condition, resolved against what may be named."""

import ast
import math

from salesdesign.conditions.problems import did_you_mean
from salesdesign.conditions.syntax import Syntax
from salesdesign.conditions.terms import UNREAD, Reading, Sort, Term, fact_term
from salesdesign.model.expression import Literal, Value

LARGEST = 1e15
"""Numbers in a condition stay within this on both sides of zero: beyond it whole numbers lose their units."""

_YES_NO = {"yes": True, "no": False}
_OTHER_SPELLINGS = {True: "Write yes.", False: "Write no.", None: "Ask not known(FACT)."}


def read_constant(reading: Reading, syntax: Syntax, node: ast.Constant) -> Term:
    """A number or a quoted text."""
    match node.value:
        case bool() | None as other:
            return _refused(reading, syntax, node, "is another language's word.", _OTHER_SPELLINGS[other])
        case str() as text:
            return _literal(syntax, node, Sort.WORD, text, quoted=True)
        case int() | float() as number if math.isfinite(number) and abs(number) <= LARGEST:
            return _literal(syntax, node, Sort.NUMBER, number)
        case int() | float():
            return _refused(reading, syntax, node, "is too large to calculate with.", "Use a larger unit.")
        case _:
            return _refused(reading, syntax, node, "is no value of a condition.", "Write a number or a text.")


def read_name(reading: Reading, syntax: Syntax, node: ast.Name | ast.Attribute) -> Term:
    """A fact, a figure, yes or no, or a bare word."""
    name, scope = dotted(syntax, node), reading.scope
    if name in scope.types:
        return fact_term(name, scope, syntax, node)
    if name in scope.figures:
        return _literal(syntax, node, Sort.NUMBER, scope.figures[name])
    if name in _YES_NO:
        return _literal(syntax, node, Sort.YES_NO, _YES_NO[name])
    if name and "." not in name:
        return _literal(syntax, node, Sort.WORD, name)
    if not name:
        return _refused(reading, syntax, node, "is no fact.", "A dot stands only between the parts of a name.")
    mend = did_you_mean(name, {*scope.types, *scope.figures}, "Facts are listed in the catalogue.")
    return _refused(reading, syntax, node, "is no fact that there is.", mend)


def dotted(syntax: Syntax, node: ast.expr) -> str:
    """The dotted name that a node spells, as it was written; empty where it spells none."""
    match node:
        case ast.Name(id=name):
            return syntax.word(name)
        case ast.Attribute(value=value, attr=name) if front := dotted(syntax, value):
            return f"{front}.{syntax.word(name)}"
        case _:
            return ""


def _literal(syntax: Syntax, node: ast.expr, sort: Sort, value: Value, *, quoted: bool = False) -> Term:
    return Term(sort, Literal(value), syntax, node, quoted=quoted)


def _refused(reading: Reading, syntax: Syntax, node: ast.expr, wrong: str, mend: str) -> Term:
    term = Term(Sort.UNCLEAR, UNREAD, syntax, node)
    reading.refuse(term, f"{term.written} {wrong}", mend)
    return term
