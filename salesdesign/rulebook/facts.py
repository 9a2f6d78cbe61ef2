"""The page of facts: each with its question, its limits, and all that asks about it."""

from salesdesign.model.catalogue import Catalogue, Derived, Fact, bounds_of
from salesdesign.model.expression import facts_in
from salesdesign.rulebook.page import Item, Link, Page, Row, Section, Told, row, rows
from salesdesign.rulebook.places import FACTS, Places


def fact_page(places: Places) -> Page:
    """All facts, section by section, then those that follow from others."""
    catalogue = places.pack.catalogue
    sections = [_section(section, title, catalogue, places) for section, title in catalogue.sections.items()]
    derived = tuple(_derived(fact, places) for fact in catalogue.derived.values())
    sections.append(Section(id="derived", title="What follows from other facts", items=derived))
    lead = ("What may be known of a company, how it is asked, and what hangs on it.",)
    return Page(file=FACTS, title="Facts", lead=lead, sections=tuple(section for section in sections if section.items))


def _section(section: str, title: str, catalogue: Catalogue, places: Places) -> Section:
    facts = [fact for name, fact in catalogue.facts.items() if name.partition(".")[0] == section]
    return Section(id=f"section-{section}", title=title, items=tuple(_fact(fact, places) for fact in facts))


def _fact(fact: Fact, places: Places) -> Item:
    told = rows(
        row("Asked as", fact.question),
        row("What counts", fact.help),
        row("Written as", f"{fact.type}{f', {fact.unit}' if fact.unit else ''}{_range(fact)}"),
        row("Choices", *(f"{choice.id}: {choice.text}" for choice in fact.choices)),
        row("Benchmark", places.benchmark(fact.benchmark)) if fact.benchmark else row(""),
        _readers(fact.name, places),
    )
    return Item(id=fact.name, title=f"{fact.title}", kind=fact.name, rows=told)


def _range(fact: Fact) -> str:
    low, high = bounds_of(fact)
    if low is None and high is None:
        return ""
    return f", from {'any' if low is None else f'{low:g}'} to {'any' if high is None else f'{high:g}'}"


def _derived(fact: Derived, places: Places) -> Item:
    reads: list[str | Link] = []
    for name in facts_in(fact.value):
        reads += [", ", places.fact(name)] if reads else [places.fact(name)]
    told = rows(
        row("Calculated from", tuple(reads)),
        row("Bands", *(f"{band.id}: {band.text}" for band in fact.bands)),
        row("What it says", fact.help),
        _readers(fact.name, places),
    )
    anchor = f"derived-{fact.name}" if fact.name in places.pack.catalogue.facts else fact.name
    return Item(id=anchor, title=fact.title, kind=fact.name, rows=told)


def _readers(name: str, places: Places) -> Row:
    lines: tuple[Told, ...] = places.used(entry.place for entry in places.readers.get(name, ()))
    derived = [other for other, fact in places.pack.catalogue.derived.items() if name in facts_in(fact.value)]
    return row("Read by", *lines, *((Link(other, f"{FACTS}#{other}"),) for other in derived))
