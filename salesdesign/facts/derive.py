"""A company's facts as conditions see them: in US dollars, and cut down to a segment."""

from dataclasses import replace
from typing import cast

from salesdesign.facts.names import CURRENCY, SEGMENTS, TERRITORIES, USD_PER_UNIT, WHOLE_COMPANY
from salesdesign.facts.outline import outline_of
from salesdesign.model.catalogue import Catalogue, FactType, read_by
from salesdesign.model.company import Company, Segment, Values
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts


def usd_per_unit(facts: Values) -> float | None:
    """What one unit of the company's currency is worth in US dollars; None where nobody said."""
    if facts.get(CURRENCY, "USD") == "USD":
        return 1.0
    rate = facts.get(USD_PER_UNIT)
    return rate if isinstance(rate, (int, float)) else None


def in_dollars(company: Company, catalogue: Catalogue) -> Facts:
    """The stated facts with money in US dollars; money is left out, and so unknown, where its rate is not known.

    Segments and territories are there by their names, to be counted.
    """
    rate = usd_per_unit(company.facts)
    known = dict(company.facts) if rate == 1 else _converted(company.facts, catalogue, rate)
    if company.segments:
        known[SEGMENTS] = tuple(segment.name for segment in company.segments)
    if company.territories:
        known[TERRITORIES] = tuple(territory.name for territory in company.territories)
    return cast("Facts", known)  # lists of numbers are in it too: conditions can only count them


def segment_company(company: Company, segment: Segment, catalogue: Catalogue) -> Company:
    """The company as one of its segments: its own facts first, then the company's, with people and totals scaled.

    Of shares that make a whole, a segment that states one states them all. What the company states and the segment's
    own facts rule out is left unknown.
    """
    taken = {catalogue.facts[name].whole for name in segment.facts} - {""}
    inherited = {
        name: _scaled(value, segment.share, catalogue.facts[name].type) if catalogue.facts[name].scales else value
        for name, value in company.facts.items()
        if catalogue.facts[name].whole not in taken
    }
    merged = replace(company, facts={**inherited, **segment.facts}, segments=(), territories=())
    return _without_contradictions(merged, segment, catalogue)


def _converted(facts: Values, catalogue: Catalogue, rate: float | None) -> dict[str, Value | tuple[float, ...]]:
    money = {name for name in facts if catalogue.facts[name].type == FactType.MONEY}
    return {
        name: value * rate if name in money and rate is not None else value  # type: ignore[operator]  # money is a number
        for name, value in facts.items()
        if rate is not None or name not in money
    }


def _scaled(value: Value | tuple[float, ...], share: float, kind: FactType) -> Value | tuple[float, ...]:
    if not isinstance(value, (int, float)):
        return value
    return round(value * share) if kind == FactType.COUNT else value * share


def _without_contradictions(company: Company, segment: Segment, catalogue: Catalogue) -> Company:
    broken = outline_of(catalogue).broken(in_dollars(company, catalogue))
    dropped = {name for rule in broken for name in _overruled(read_by(rule.never, catalogue), segment)}
    return replace(company, facts={name: value for name, value in company.facts.items() if name not in dropped})


def _overruled(together: set[str], segment: Segment) -> set[str]:
    """Of facts that cannot be together, those of the company that give way to the segment's own.

    They are those of the same section; where there is none, all.
    """
    own = together & segment.facts.keys()
    inherited = together - own - WHOLE_COMPANY if own else set()
    beside = {name for name in inherited if name.partition(".")[0] in {mine.partition(".")[0] for mine in own}}
    return beside or inherited
