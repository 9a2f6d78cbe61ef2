"""The unknown facts that a decision reads and that can be drawn, with the wholes of which they are shares."""

from collections.abc import Collection, Mapping

from salesdesign.engine.missing import missing_facts
from salesdesign.engine.probing.likely import quantile_of, scaled
from salesdesign.engine.probing.reading import open_facts
from salesdesign.engine.probing.subject import Subject
from salesdesign.model.catalogue import Catalogue, Fact, FactType
from salesdesign.model.pack import Decision, Facts
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Shares that make a whole, some of them drawn."""

    drawn: tuple[str, ...]
    left: float
    """What the stated shares leave."""
    filled: bool
    """Whether all that are unknown are drawn, so that all together are 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknowns:
    """The facts to be drawn."""

    facts: Mapping[str, Fact]
    wholes: tuple[Whole, ...]


def unknowns_of(subject: Subject, decisions: Collection[Decision], facts: Facts) -> Unknowns:
    """What is drawn so that these decisions know all that they read; `facts` are derived already.

    Left out are facts without a typical range, and those that follow by default once others are known. The unknown
    shares of a whole come together.
    """
    catalogue = subject.machine.pack.catalogue
    names = {name for decision in decisions for name in open_facts(decision, facts, catalogue)}
    wholes = {catalogue.facts[name].whole for name in names} - {""}
    names |= {fact.name for fact in catalogue.facts.values() if fact.whole in wholes and facts.get(fact.name) is None}
    drawn = {
        name: scaled(catalogue.facts[name], subject.share)
        for name in sorted(names)
        if can_be_drawn(catalogue.facts[name]) and not _follows(name, names, facts, catalogue)
    }
    return Unknowns(facts=drawn, wholes=wholes_of(drawn, facts, catalogue))


def wholes_of(drawn: Collection[str], facts: Facts, catalogue: Catalogue) -> tuple[Whole, ...]:
    """The wholes of which some share is drawn."""
    wholes = sorted({catalogue.facts[name].whole for name in drawn} - {""})
    return tuple(_whole(whole, drawn, facts, catalogue) for whole in wholes)


def can_be_drawn(fact: Fact) -> bool:
    """Whether the catalogue says which values are likely."""
    return fact.type is FactType.CHOICES or quantile_of(fact) is not None


def _follows(name: str, names: Collection[str], facts: Facts, catalogue: Catalogue) -> bool:
    derived = catalogue.derived.get(name)
    if derived is None:
        return False
    sources = set(missing_facts(derived.value, facts, catalogue))
    return bool(sources) and sources <= set(names) - {name}


def _whole(whole: str, drawn: Collection[str], facts: Facts, catalogue: Catalogue) -> Whole:
    parts = {fact.name: facts.get(fact.name) for fact in catalogue.facts.values() if fact.whole == whole}
    stated = [value for value in parts.values() if isinstance(value, (int, float))]
    unknown = [name for name, value in parts.items() if value is None]
    return Whole(
        drawn=tuple(name for name in unknown if name in drawn),
        left=max(0.0, 1 - sum(stated)),
        filled=all(name in drawn for name in unknown),
    )
