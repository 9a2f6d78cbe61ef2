"""The pages of options: what each is, what speaks for and against it."""

from collections.abc import Iterable, Iterator

from salesdesign.model.pack import Decision, Option, Remark
from salesdesign.pack.reach import highest, lowest
from salesdesign.rulebook.page import Item, Link, Page, Section, Told, row, rows
from salesdesign.rulebook.places import PEOPLE, Places, decision_page, option_page
from salesdesign.rulebook.reading import read_aloud


def option_pages(places: Places) -> Iterator[Page]:
    """One page an option."""
    for decision in places.pack.decisions:
        for option in decision.options:
            yield _page(option, decision, places)


def _page(option: Option, decision: Decision, places: Places) -> Page:
    sections = (
        Section(id="about", title="What it is", items=(_about(option, decision, places),)),
        Section(id="pros", title="What speaks for it", items=_remarks(option.pros, places)),
        Section(id="cons", title="What speaks against it", items=_remarks(option.cons, places)),
        Section(id="amounts", title="How much of it", items=_amounts(option, places)),
    )
    return Page(
        file=option_page(option.id),
        title=option.name[:1].upper() + option.name[1:],
        lead=(option.summary,),
        sections=tuple(section for section in sections if section.items),
    )


def _about(option: Option, decision: Decision, places: Places) -> Item:
    roles: list[str | Link] = []
    for name in option.roles:
        link = Link(places.pack.library.roles[name].name, f"{PEOPLE}#{name}")
        roles += [", ", link] if roles else [link]
    told = rows(
        row("An option of", Link(decision.name, decision_page(decision.id))),
        row("Wins when", option.wins_when),
        row("Roles", tuple(roles)),
        row("Rules for it", *_rules(option, decision, places, sign=1)),
        row("Rules against it", *_rules(option, decision, places, sign=-1)),
        row("Gates", *_gates(option, decision, places)),
        row("Evidence", *places.claims(option.evidence)),
    )
    return Item(id=option.id, title=option.name, kind=option.id, rows=told)


def _rules(option: Option, decision: Decision, places: Places, *, sign: int) -> tuple[Told, ...]:
    found = (
        f"{decision.id}: rule {rule.id}"
        for criterion in decision.criteria
        for rule in criterion.rules
        if option.id in rule.points and _speaks(highest(rule.points[option.id]), lowest(rule.points[option.id]), sign)
    )
    return places.used(found)


def _speaks(most: int, least: int, sign: int) -> bool:
    return most > 0 if sign > 0 else least < 0


def _gates(option: Option, decision: Decision, places: Places) -> tuple[Told, ...]:
    return places.used(f"{decision.id}: gate {gate.id}" for gate in decision.gates if option.id in gate.options)


def _amounts(option: Option, places: Places) -> tuple[Item, ...]:
    catalogue = places.pack.catalogue
    return tuple(
        Item(
            id=str(place),
            title=f"Held by {read_aloud(amount.held_by, catalogue)}",
            rows=rows(
                row("Because", read_aloud(amount.because, catalogue)), row("Evidence", *places.claims(amount.evidence))
            ),
        )
        for place, amount in enumerate(option.amounts, 1)
    )


def _remarks(remarks: Iterable[Remark], places: Places) -> tuple[Item, ...]:
    catalogue = places.pack.catalogue
    return tuple(
        Item(
            id=remark.id,
            title=read_aloud(remark.text, catalogue),
            rows=rows(
                row("What helps", read_aloud(remark.mitigation, catalogue)),
                row("Evidence", *places.claims(remark.evidence)),
            ),
        )
        for remark in remarks
    )
