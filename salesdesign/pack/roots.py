"""What an expression rests on in the end: two that rest on the same are proxies of each other."""

from collections.abc import Iterator

from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    Expression,
    FactOf,
    Literal,
    Not,
)


def roots_of(expression: Expression, catalogue: Catalogue) -> frozenset[str]:
    """The stated facts, and the single items of lists, that an expression hangs on, also through derived facts.

    Of signs of one thing, the catalogue's word for that thing.
    """
    things = {sign: thing for thing, signs in catalogue.proxies.items() for sign in signs}
    return frozenset(things.get(root, root) for root in _roots(expression, catalogue))


def _roots(expression: Expression, catalogue: Catalogue) -> Iterator[str]:
    match expression:
        case Compare(Comparison.IN | Comparison.NOT_IN, Literal(str(item)), FactOf(name)):
            yield f"{name}: {item}"
        case FactOf(name):
            yield from _through(name, catalogue)
        case Not(part):
            yield from _roots(part, catalogue)
        case Arithmetic(_, left, right) | Compare(_, left, right):
            yield from _roots(left, catalogue)
            yield from _roots(right, catalogue)
        case AllOf(parts) | AnyOf(parts) | Call(_, parts):
            for part in parts:
                yield from _roots(part, catalogue)


def _through(name: str, catalogue: Catalogue) -> Iterator[str]:
    derived = catalogue.derived.get(name)
    if derived is None or name in catalogue.facts:
        yield name
    else:
        yield from _roots(derived.value, catalogue)
