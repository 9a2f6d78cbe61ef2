"""Which facts a company would have to tell before an open question is answered."""

from salesdesign.conditions.walk import evaluate
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import AllOf, AnyOf, Arithmetic, Call, Compare, Expression, FactOf, Literal, Not
from salesdesign.model.pack import Facts


def missing_facts(expression: Expression, facts: Facts, catalogue: Catalogue) -> tuple[str, ...]:
    """The stated facts that keep an expression unknown, sorted; none where it is known."""
    return tuple(sorted(_open(expression, facts, catalogue)))


def always_missing(expression: Expression, catalogue: Catalogue) -> tuple[str, ...]:
    """The facts that are missing whenever an expression is unknown, where no company makes a difference; else none."""
    match expression:
        case FactOf(name) if name in catalogue.facts:
            return (name,)
        case Compare(_, part, Literal()) | Compare(_, Literal(), part) | Not(part):
            return always_missing(part, catalogue)
        case _:
            return ()


def _open(expression: Expression, facts: Facts, catalogue: Catalogue) -> set[str]:
    match expression:
        case FactOf(name):
            return set() if facts.get(name) is not None else _stated(name, facts, catalogue)
        case Literal():
            return set()
        case Arithmetic(_, left, right) | Compare(_, left, right):
            return _open(left, facts, catalogue) | _open(right, facts, catalogue)
        case Not(part):
            return _open(part, facts, catalogue)
        case AllOf(parts) | AnyOf(parts) | Call(_, parts):
            if evaluate(expression, facts) is not None:  # these can be known while a part is not
                return set()
            return {name for part in parts for name in _open(part, facts, catalogue)}


def _stated(name: str, facts: Facts, catalogue: Catalogue) -> set[str]:
    """An unknown fact, or the stated facts from which it would follow; a decision is nobody's to state."""
    if name in catalogue.facts:
        return {name}
    if name in catalogue.derived:
        return _open(catalogue.derived[name].value, facts, catalogue)
    return set()
