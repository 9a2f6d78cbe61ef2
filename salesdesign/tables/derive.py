"""The facts that conditions see, as columns: money in US dollars, derived facts, decisions taken before."""

import math
from collections.abc import Collection, Mapping

from salesdesign.facts.names import CURRENCY, USD_PER_UNIT
from salesdesign.model.catalogue import Catalogue, Derived, Fact, FactType
from salesdesign.model.expression import Comparison, Operator
from salesdesign.tables.columns import Column, Constant, Kind, Named, Unknown
from salesdesign.tables.folding import calculated, case, compared, first, known
from salesdesign.tables.lower import lowered
from salesdesign.tables.program import Steps

_KINDS = {
    FactType.TEXT: Kind.TEXT,
    FactType.DATE: Kind.TEXT,
    FactType.MONTH: Kind.TEXT,
    FactType.CHOICE: Kind.TEXT,
    FactType.YES_NO: Kind.TRUTH,
    FactType.CHOICES: Kind.TEXTS,
    FactType.NUMBERS: Kind.TEXTS,
    FactType.RECORDS: Kind.TEXTS,
}


def kind_of(fact: Fact | Derived) -> Kind:
    """What the column of a fact holds."""
    return _KINDS.get(fact.type, Kind.NUMBER)


def stated(catalogue: Catalogue, given: Collection[str]) -> dict[str, Column]:
    """Every stated fact as its column; unknown in every row where the table has none."""
    return {name: Named(name) if name in given else Unknown(kind_of(fact)) for name, fact in catalogue.facts.items()}


def in_dollars(catalogue: Catalogue, facts: Mapping[str, Column], steps: Steps) -> dict[str, Column]:
    """The facts with money in US dollars; unknown where the rate of the currency is not known."""
    rate = steps.add("usd_rate", _rate(facts))
    return {
        name: steps.add(f"usd_{name}", _converted(column, rate)) if _is_money(name, catalogue) else column
        for name, column in facts.items()
    }


def with_derived(catalogue: Catalogue, facts: Mapping[str, Column], steps: Steps) -> dict[str, Column]:
    """The facts with all that follow from them; a list stays a calculation, as it is never shown."""
    seen = dict(facts)
    for derived in catalogue.derived.values():
        value = _banded(derived, lowered(derived.value, seen), steps)
        if derived.name in catalogue.facts:
            value = first((facts[derived.name], value))
        seen[derived.name] = value if derived.type is FactType.CHOICES else steps.add(derived.name, value)
    return seen


def _is_money(name: str, catalogue: Catalogue) -> bool:
    return name in catalogue.facts and catalogue.facts[name].type is FactType.MONEY


def _rate(facts: Mapping[str, Column]) -> Column:
    currency = facts.get(CURRENCY, Unknown(Kind.TEXT))
    dollars = compared(Comparison.EQUAL, first((currency, Constant("USD"))), Constant("USD"))
    if isinstance(currency, Unknown):
        return Constant(1.0)
    return case([(dollars, Constant(1.0))], facts.get(USD_PER_UNIT, Unknown(Kind.NUMBER)))


def _converted(money: Column, rate: Column) -> Column:
    return money if rate == Constant(1.0) else calculated(Operator.MULTIPLY, money, rate)


def _banded(derived: Derived, value: Column, steps: Steps) -> Column:
    """The highest band that a value reaches; unknown below the lowest."""
    if not derived.bands or isinstance(value, Unknown):
        return value
    number = steps.add(f"{derived.name}_value", value)
    branches = [
        (
            known(number) if band.start == -math.inf else compared(Comparison.AT_LEAST, number, Constant(band.start)),
            Constant(band.id),
        )
        for band in reversed(derived.bands)
    ]
    return case(branches, Unknown(Kind.TEXT))
