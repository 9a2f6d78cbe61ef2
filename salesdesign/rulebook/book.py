"""The whole rule book: its pages, and a first page that leads to all of them."""

from salesdesign.model.pack import Pack
from salesdesign.rulebook.decisions import decision_pages
from salesdesign.rulebook.evidence import benchmark_page, evidence_page
from salesdesign.rulebook.facts import fact_page
from salesdesign.rulebook.library import people_page, practice_page, roadmap_page, word_page
from salesdesign.rulebook.options import option_pages
from salesdesign.rulebook.page import Item, Link, Page, Section, row, rows
from salesdesign.rulebook.places import Places, decision_page, option_page
from salesdesign.wording.numbers import counted

INDEX = "index.html"


def book_of(pack: Pack) -> tuple[Page, ...]:
    """Every page, the first one first."""
    places = Places(pack)
    others = (
        fact_page(places),
        *decision_pages(places),
        *option_pages(places),
        evidence_page(places),
        benchmark_page(places),
        practice_page(places),
        roadmap_page(places),
        people_page(places),
        word_page(places),
    )
    filled = tuple(page for page in others if page.sections)
    return (_index(pack, filled), *filled)


def _index(pack: Pack, pages: tuple[Page, ...]) -> Page:
    rules = sum(len(criterion.rules) for decision in pack.decisions for criterion in decision.criteria)
    lead = (
        (
            f"Version {pack.version}: {counted(len(pack.decisions), 'decision')}, {counted(rules, 'rule')}, "
            f"{counted(len(pack.claims), 'claim')} from {counted(len(pack.sources), 'source')}."
        ),
    )
    decisions = tuple(
        Item(
            id=decision.id,
            title=decision.name,
            rows=rows(
                row("", (Link(decision.question, decision_page(decision.id)),)),
                row("Options", *((Link(option.name, option_page(option.id)),) for option in decision.options)),
            ),
        )
        for decision in pack.decisions
    )
    own = {decision_page(decision.id) for decision in pack.decisions}
    own |= {option_page(option.id) for decision in pack.decisions for option in decision.options}
    rest = tuple(
        Item(
            id=page.file.removesuffix(".html"),
            title=page.title,
            rows=rows(row("", (Link("".join(map(_text, page.lead)) or page.title, page.file),))),
        )
        for page in pages
        if page.file not in own
    )
    sections = (
        Section(id="decisions", title="Decisions, in the order in which they are taken", items=decisions),
        Section(id="more", title="What they rest on, and what follows", items=rest),
    )
    return Page(file=INDEX, title=f"The rules of {pack.name}", lead=lead, sections=sections)


def _text(part: str | Link) -> str:
    return part.text if isinstance(part, Link) else part
