"""The text of a condition as a syntax tree that is small enough to walk; Python's own parser reads it."""

import ast
import keyword
import re
import warnings
from collections.abc import Iterator

from salesdesign.conditions.problems import ConditionError, ConditionProblem
from salesdesign.conditions.scope import Scope
from salesdesign.records import dataclass

LENGTH = 1000
"""Characters of a condition, at most."""
DEPTH = 20
"""Levels of a condition, at most."""
NODES = 300
"""Names, values and operations of a condition, at most."""

_SPLIT = "Give the parts names as derived facts, or split the rule."
_KEPT = frozenset(keyword.kwlist) - {"and", "or", "not", "in"}
"""Words that Python keeps for itself, and conditions do not."""
_TOKEN = re.compile(r"""'[^']*'|"[^"]*"|\w+|\S""")
_DOUBTFUL = re.compile(r"[0-9][A-Za-z_]")
_HINTS = (
    (re.compile(r"(?<![=!<>:])=(?!=)"), "To compare, write ==."),
    (re.compile(r"&&|\|\||!(?!=)"), "Write and, or, not."),
    (re.compile(r"<>"), "Write !=."),
)


@dataclass(frozen=True, slots=True)
class Syntax:
    """A parsed text, which still knows where everything stands."""

    text: str
    parsed: str
    """One line of the same text without the blanks before it."""
    shields: dict[str, str]
    """What stands in the tree, to the word that was written."""
    tree: ast.expr

    def start(self, node: ast.expr) -> int:
        """How many characters stand before a node."""
        return self._place(node.col_offset)

    def written(self, node: ast.expr) -> str:
        """A node as it was written."""
        return self.text[self.start(node) : self._place(node.end_col_offset or 0)]

    def word(self, name: str) -> str:
        """A name of the tree as it was written."""
        return self.shields.get(name, name)

    def _place(self, column: int) -> int:
        blanks = len(self.text) - len(self.text.lstrip())
        return blanks + len(self.parsed.encode()[:column].decode())


def read_syntax(text: str, scope: Scope) -> Syntax:
    """The syntax tree of a condition.

    Raises: ConditionError where the text is no expression, or too large.
    """
    _refuse_long(text)
    _refuse_signs(text)
    tokens = _TOKEN.findall(text)
    shields = _shields(tokens, scope)
    parsed = _shielded(re.sub(r"\s", " ", text).lstrip(), shields)
    syntax = Syntax(text, parsed, {shield: word for word, shield in shields.items()}, _tree(text, parsed))
    if len(tokens) > DEPTH:  # no tree has more nodes than its text has tokens
        _refuse_large(syntax.tree)
    return syntax


def _refuse_long(text: str) -> None:
    if not text.strip():
        raise _error(0, "There is no condition here.", "Write one, or leave the key out.")
    if len(text) > LENGTH:
        raise _error(LENGTH, f"A condition has at most {LENGTH:,} characters; this has {len(text):,}.", _SPLIT)


def _refuse_signs(text: str) -> None:
    for sign, mend in (("#", "Comments belong in the YAML, beside the condition."), ("\\", "Leave it out.")):
        if sign in text:
            raise _error(text.index(sign), f"{sign} is no part of a condition.", mend)


def _shields(tokens: list[str], scope: Scope) -> dict[str, str]:
    """Words of the scope that Python keeps for itself (`global`), each with a stand-in of the same length."""
    kept = _KEPT.intersection(tokens)
    if not kept:  # nearly always
        return {}
    choices = (choice for choices in scope.choices.values() for choice in choices)
    parts = (part for name in scope.types for part in name.split("."))
    return {word: word.swapcase() for word in kept.intersection((*choices, *parts))}


def _shielded(text: str, shields: dict[str, str]) -> str:
    return _TOKEN.sub(lambda found: shields.get(found[0], found[0]), text) if shields else text


def _tree(text: str, parsed: str) -> ast.expr:
    blanks = len(text) - len(text.lstrip())
    try:
        return _parsed(parsed)
    except SyntaxError as error:
        end = len(parsed.rstrip())
        place = min(error.offset - 1, end) if error.offset else end
        raise _error(blanks + place, "The condition cannot be read from here on.", _hint(text)) from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise _error(blanks, "The condition cannot be read.", _SPLIT) from error


def _parsed(text: str) -> ast.expr:
    if not _DOUBTFUL.search(text):
        return ast.parse(text, mode="eval").body
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # what Python only doubts ("1if"), a condition refuses
        return ast.parse(text, mode="eval").body


def _hint(text: str) -> str:
    without_quoted = re.sub(r"""'[^']*'|"[^"]*\"""", "", text)
    hints = (mend for pattern, mend in _HINTS if pattern.search(without_quoted))
    return next(hints, "Look for a missing quote, bracket, comma or word.")


def _refuse_large(tree: ast.expr) -> None:
    level, nodes, depth = [tree], 1, 1
    while level := [child for node in level for child in _parts(node)]:
        nodes += len(level)
        depth += 1
        if depth > DEPTH or nodes > NODES:
            bound = f"{DEPTH} levels" if depth > DEPTH else f"{NODES} parts"
            raise _error(0, f"A condition has at most {bound}.", _SPLIT)


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    for value in vars(node).values():
        if isinstance(value, ast.expr):
            yield value
        elif isinstance(value, list):
            yield from (child for child in value if isinstance(child, ast.expr))


def _error(offset: int, wrong: str, mend: str) -> ConditionError:
    return ConditionError([ConditionProblem(offset, wrong, mend)])
