"""Whether a text does with a fact only what can be done with facts of its type."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from salesdesign.model.catalogue import NUMERIC, FactType
from salesdesign.wording.language.tree import (
    Branches,
    Chosen,
    Combined,
    Compared,
    Denied,
    Filtered,
    Joined,
    Looked,
    Named,
    Part,
    Phrase,
    Print,
    Text,
    Written,
)

Misfit: TypeAlias = tuple[Named, str, str]
"""A fact, what is wrong with its use, and the mend."""

_LISTS = frozenset({FactType.CHOICES, FactType.RECORDS, FactType.NUMBERS})
_OF_NUMBERS = frozenset({"abs", "money", "number", "people", "round", "share"})
_ORDERED = frozenset({"<", "<=", ">", ">="})


def misfits(text: Text, facts: Mapping[str, FactType]) -> tuple[Misfit, ...]:
    """Every use of a fact that would fail once the text is filled, in order; the facts must be known."""
    return tuple(found for part in text.parts for found in _in_part(part, facts))


def _in_part(part: Part, facts: Mapping[str, FactType]) -> Iterator[Misfit]:
    if isinstance(part, Print):
        yield from _in(part.phrase, facts)
    elif isinstance(part, Branches):
        for test, parts in part.branches:
            yield from _in(test, facts) if test is not None else ()
            for inner in parts:
                yield from _in_part(inner, facts)


def _in(phrase: Phrase, facts: Mapping[str, FactType]) -> Iterator[Misfit]:
    match phrase:
        case Filtered(name, Named() as fact, _) if name in _OF_NUMBERS:
            yield from _unless_number(fact, f"The filter {name} takes a number", facts)
        case Filtered("list_of", Named() as fact, _) if facts[fact.name] not in _LISTS:
            yield fact, f"The filter list_of takes a list, and {fact.name} is none.", "Print it as it is."
        case Compared():
            yield from _compared(phrase, facts)
        case Combined(sign, left, right) if sign != "~":
            for fact in (side for side in (left, right) if isinstance(side, Named)):
                yield from _unless_number(fact, f"{sign} calculates with numbers", facts)
    for inner in _below(phrase):
        yield from _in(inner, facts)


def _compared(phrase: Compared, facts: Mapping[str, FactType]) -> Iterator[Misfit]:
    match phrase:
        case Compared(sign, left, right) if sign in _ORDERED:
            yield from _ordered(left, left, right, facts)
            yield from _ordered(right, left, right, facts)
        case Compared("in" | "not in", _, Named() as fact) if facts[fact.name] not in _LISTS:
            yield fact, f"{fact.name} is no list.", "Compare it with ==."


def _ordered(side: Phrase, left: Phrase, right: Phrase, facts: Mapping[str, FactType]) -> Iterator[Misfit]:
    """A side of a comparison that has no order with a number on the other side."""
    other = right if side is left else left
    if isinstance(side, Named) and isinstance(other, Written) and not isinstance(other.value, str):
        yield from _unless_number(side, f"It is compared with {other.value:g}", facts)


def _unless_number(fact: Named, why: str, facts: Mapping[str, FactType]) -> Iterator[Misfit]:
    if facts[fact.name] not in NUMERIC:
        yield fact, f"{why}, and {fact.name} is of type {facts[fact.name]}.", "Take a fact that is a number."


def _below(phrase: Phrase) -> tuple[Phrase, ...]:
    match phrase:
        case Combined(_, left, right) | Compared(_, left, right):
            return left, right
        case Joined(_, parts):
            return parts
        case Denied(part) | Filtered(_, part, _):
            return (part,)
        case Chosen(value, test, otherwise):
            return (value, test) if otherwise is None else (value, test, otherwise)
        case Looked(table, key):
            return (*table.values(), key)
        case _:
            return ()
