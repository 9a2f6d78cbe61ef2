"""The pieces of a condition while it is read, each with the sort of value that it has."""

import ast
from enum import StrEnum
from typing import NamedTuple

from salesdesign.conditions.problems import ConditionProblem
from salesdesign.conditions.scope import Scope
from salesdesign.conditions.syntax import Syntax
from salesdesign.model.catalogue import NUMERIC, FactType
from salesdesign.model.expression import Expression, FactOf, Literal
from salesdesign.records import dataclass


class Sort(StrEnum):
    """What kind of value a piece of a condition has, as a message says it."""

    NUMBER = "a number"
    TEXT = "a text"
    DATE = "a date"
    MONTH = "a month"
    YES_NO = "true or false"
    CHOICE = "a choice"
    CHOICES = "a list of choices"
    ENTRIES = "a list of entries"
    """Numbers or records: they can only be counted."""
    WORD = "a word"
    """A bare word or a quoted text: it becomes what stands on the other side."""
    WRITTEN_LIST = "a list"
    UNCLEAR = "unclear"
    """A problem was reported; nothing more is said about this piece."""


class Term(NamedTuple):
    """A piece that has been read. Where it stands is looked up when a problem is told, as most have none."""

    sort: Sort
    expression: Expression
    syntax: Syntax
    node: ast.expr
    choices: tuple[str, ...] = ()
    """For a choice or a list of choices: what it may be."""
    items: tuple["Term", ...] = ()
    """For a written list."""
    quoted: bool = False
    """For a word: whether it stands in quotes."""

    @property
    def offset(self) -> int:
        """Characters before it."""
        return self.syntax.start(self.node)

    @property
    def written(self) -> str:
        """The piece as it was written."""
        return self.syntax.written(self.node)


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known while one text is read: what may be named, and the problems so far."""

    scope: Scope
    problems: list[ConditionProblem]

    def refuse(self, term: Term, wrong: str, mend: str) -> None:
        """Notes a problem at a piece."""
        self.problems.append(ConditionProblem(term.offset, wrong, mend))

    def is_sort(self, term: Term, sort: Sort) -> bool:
        """Whether a piece has the sort that its place asks for; a wrong one is noted, an unclear one passes over."""
        if term.sort not in (sort, Sort.UNCLEAR):
            wrong, mend = _wrong_sort(term, sort)
            self.refuse(term, wrong, mend)
        return term.sort == sort


UNREAD = Literal(None)
"""Stands where a problem kept an expression from being made."""


def sort_of(fact_type: FactType) -> Sort:
    """The sort of a fact of this type."""
    return Sort.NUMBER if fact_type in NUMERIC else _SORTS[fact_type]


def fact_term(name: str, scope: Scope, syntax: Syntax, node: ast.expr) -> Term:
    """A fact that the scope knows, as a piece."""
    return Term(sort_of(scope.types[name]), FactOf(name), syntax, node, scope.choices.get(name, ()))


_SORTS = {
    FactType.TEXT: Sort.TEXT,
    FactType.DATE: Sort.DATE,
    FactType.MONTH: Sort.MONTH,
    FactType.YES_NO: Sort.YES_NO,
    FactType.CHOICE: Sort.CHOICE,
    FactType.CHOICES: Sort.CHOICES,
    FactType.NUMBERS: Sort.ENTRIES,
    FactType.RECORDS: Sort.ENTRIES,
}


def _wrong_sort(term: Term, due: Sort) -> tuple[str, str]:
    if term.sort == Sort.WORD and not term.quoted:
        mend = "A choice stands beside its fact: FACT == CHOICE."
        return f"{term.written} is neither a fact nor a choice here.", mend
    wrong = f"{term.written} is {term.sort}, and {due} is due here."
    return wrong, _MENDS.get((term.sort, due), f"Write {due} in its place.")


_MENDS = {
    (Sort.NUMBER, Sort.YES_NO): "Compare it with a number, as in FACT > 0.",
    (Sort.CHOICE, Sort.YES_NO): "Compare it with a choice, as in FACT == CHOICE.",
    (Sort.CHOICES, Sort.YES_NO): "Ask for one of its choices, as in CHOICE in FACT.",
    (Sort.CHOICES, Sort.NUMBER): "Count it: count(FACT).",
    (Sort.ENTRIES, Sort.NUMBER): "Count it: count(FACT).",
    (Sort.ENTRIES, Sort.YES_NO): "Count it, as in count(FACT) > 1.",
}
