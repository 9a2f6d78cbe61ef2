"""What facts must be for a condition to hold, as far as single comparisons say: two that exclude each other show."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf, nextafter
from typing import TypeAlias

from salesdesign.model.expression import AllOf, AnyOf, Compare, Comparison, Expression, FactOf, Literal, Not, Value


@dataclass(frozen=True, slots=True)
class Span:
    """A number from `low` to `high`, both allowed."""

    low: float = -inf
    high: float = inf

    def meets(self, other: "Span") -> bool:
        """Whether a number can lie in both."""
        return max(self.low, other.low) <= min(self.high, other.high)


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of some values, or, where `denied`, none of them."""

    values: frozenset[Value]
    denied: bool = False

    def meets(self, other: "OneOf") -> bool:
        """Whether a value can satisfy both."""
        if self.denied and other.denied:
            return True
        if self.denied or other.denied:
            allowed, denied = (other, self) if self.denied else (self, other)
            return bool(allowed.values - denied.values)
        return bool(self.values & other.values)


Need: TypeAlias = tuple[str, Span | OneOf]
"""A fact, and what it must be."""


def needs_of(expression: Expression) -> Iterator[Need]:
    """What must be for a condition to hold; nothing for parts that more than one fact decides."""
    match expression:
        case AllOf(parts):
            for part in parts:
                yield from needs_of(part)
        case FactOf(name):
            yield name, OneOf(frozenset({True}))
        case Not(part):
            yield from needs_against(part)
        case Compare(comparison, FactOf(name), Literal(value)):
            yield from _compared(name, comparison, value)
        case Compare(comparison, Literal(value), FactOf(name)) if comparison in _MIRRORED:
            yield from _compared(name, _MIRRORED[comparison], value)


def needs_against(expression: Expression) -> Iterator[Need]:
    """What must be for a condition not to hold."""
    match expression:
        case AnyOf(parts):
            for part in parts:
                yield from needs_against(part)
        case FactOf(name):
            yield name, OneOf(frozenset({False}))
        case Not(part):
            yield from needs_of(part)
        case Compare(comparison, left, right):
            yield from needs_of(Compare(_OPPOSITE[comparison], left, right))


def agree(some: tuple[Need, ...], others: tuple[Need, ...]) -> bool:
    """Whether facts can be as both ask."""
    return all(_meets(one, other) for name, one in some for also, other in others if also == name)


_MIRRORED = {
    Comparison.BELOW: Comparison.ABOVE,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.ABOVE: Comparison.BELOW,
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.EQUAL: Comparison.EQUAL,
    Comparison.UNEQUAL: Comparison.UNEQUAL,
}

_OPPOSITE = {
    Comparison.BELOW: Comparison.AT_LEAST,
    Comparison.AT_MOST: Comparison.ABOVE,
    Comparison.ABOVE: Comparison.AT_MOST,
    Comparison.AT_LEAST: Comparison.BELOW,
    Comparison.EQUAL: Comparison.UNEQUAL,
    Comparison.UNEQUAL: Comparison.EQUAL,
    Comparison.IN: Comparison.NOT_IN,
    Comparison.NOT_IN: Comparison.IN,
}


def _compared(name: str, comparison: Comparison, value: Value) -> Iterator[Need]:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from ((name, span) for span in _spans(comparison, float(value)))
    elif comparison in (Comparison.EQUAL, Comparison.UNEQUAL):
        yield name, OneOf(frozenset({value}), denied=comparison is Comparison.UNEQUAL)
    elif isinstance(value, tuple) and comparison in (Comparison.IN, Comparison.NOT_IN):
        yield name, OneOf(frozenset(value), denied=comparison is Comparison.NOT_IN)


def _spans(comparison: Comparison, value: float) -> tuple[Span, ...]:
    spans: Mapping[Comparison, Span] = {
        Comparison.EQUAL: Span(value, value),
        Comparison.BELOW: Span(high=nextafter(value, -inf)),
        Comparison.AT_MOST: Span(high=value),
        Comparison.ABOVE: Span(low=nextafter(value, inf)),
        Comparison.AT_LEAST: Span(low=value),
    }
    return (spans[comparison],) if comparison in spans else ()


def _meets(one: Span | OneOf, other: Span | OneOf) -> bool:
    match one, other:
        case (Span(), Span()) | (OneOf(), OneOf()):
            return one.meets(other)  # type: ignore[arg-type]  # both are of one kind, as the pattern says
        case _:
            return True
