"""Values as the conversation says them back."""

from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Fact, FactType
from salesdesign.wording.numbers import list_of, money, number, share


def value_said(fact: Fact, value: Stated, currency: str) -> str:
    """A fact with its value, as a line: Sellers: 12 people."""
    return f"{fact.title}: {shown(fact, value, currency)}"


def shown(fact: Fact, value: Stated, currency: str) -> str:
    """A value as a person reads it, with its unit."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return list_of(_word(fact, item) if isinstance(item, str) else number(item, 2) for item in value) or "none"
    if isinstance(value, str) or fact.type is FactType.SCALE:
        return _word(fact, str(value))
    return f"{_figure(fact, value, currency)} {_unit(fact, value)}".strip()


def _unit(fact: Fact, value: float) -> str:
    """The unit, for one thing in the singular."""
    if value != 1 or fact.type is not FactType.COUNT or " " in fact.unit:
        return fact.unit
    return {"people": "person", "industries": "industry"}.get(fact.unit, fact.unit.removesuffix("s"))


def _figure(fact: Fact, value: float, currency: str) -> str:
    if fact.type is FactType.MONEY:
        return money(value, currency)
    if fact.type is FactType.SHARE or fact.low == -1:
        return share(value)
    return number(value, 4 if abs(value) < 1 else 2)


def _word(fact: Fact, identifier: str) -> str:
    text = next((choice.text for choice in fact.choices if choice.id == identifier), "")
    if fact.type is FactType.SCALE:
        return f"{identifier}, {text[:1].lower()}{text[1:]}"
    return identifier.replace("_", " ") if fact.choices else identifier
