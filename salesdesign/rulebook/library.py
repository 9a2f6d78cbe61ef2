"""The pages of practices and risks, of the road ahead, of people, and of words."""

from collections.abc import Iterable

from salesdesign.model.expression import Expression, facts_in
from salesdesign.model.pack import Advised, Hazard, Role, Stage
from salesdesign.rulebook.page import Item, Link, Page, Section, Told, row, rows
from salesdesign.rulebook.places import PEOPLE, PRACTICES, ROADMAP, WORDS, Places
from salesdesign.rulebook.reading import read_aloud


def practice_page(places: Places) -> Page:
    """What to do, by topic, and what may go wrong."""
    library = places.pack.library
    topics = dict.fromkeys(practice.topic for practice in library.practices)
    sections = [_topic(topic, library.practices, places) for topic in topics]
    risks = tuple(_risk(risk, places) for risk in library.risks)
    sections.append(Section(id="risks", title="What may go wrong", items=risks))
    lead = ("What to do inside any structure, and for whom it matters.",)
    return Page(
        file=PRACTICES, title="Practices and risks", lead=lead, sections=tuple(each for each in sections if each.items)
    )


def roadmap_page(places: Places) -> Page:
    """The stages of growth: what to do in each, and what ends it."""
    stages = tuple(_stage(stage, places) for stage in places.pack.library.stages.values())
    return Page(
        file=ROADMAP,
        title="Road ahead",
        lead=("What to do in each stage of growth, and the signs that it is over.",),
        sections=stages,
    )


def people_page(places: Places) -> Page:
    """Roles and departments."""
    library = places.pack.library
    roles = tuple(_role(role, places) for role in library.roles.values())
    departments = tuple(
        Item(
            id=f"department-{item.id}",
            title=item.name,
            kind="department",
            rows=rows(
                row("Does", *item.does),
                row("Leaves to others", *item.leaves),
                row("Evidence", *places.claims(item.evidence)),
            ),
        )
        for item in library.departments
    )
    sections = (
        Section(id="roles", title="Roles", items=roles),
        Section(id="departments", title="Departments", items=departments),
    )
    return Page(
        file=PEOPLE, title="People", lead=("Who does what.",), sections=tuple(each for each in sections if each.items)
    )


def word_page(places: Places) -> Page:
    """Words, for a newcomer."""
    items = tuple(
        Item(id=word.replace(" ", "-"), title=word, rows=rows(row("", meaning)))
        for word, meaning in sorted(places.pack.library.glossary.items(), key=lambda pair: pair[0].casefold())
    )
    return Page(
        file=WORDS, title="Words", sections=(Section(id="all", title="What they mean", items=items),) if items else ()
    )


def _topic(topic: str, practices: Iterable[Advised], places: Places) -> Section:
    items = tuple(_advised(practice, places) for practice in practices if practice.topic == topic)
    return Section(id=f"topic-{topic.replace(' ', '-')}", title=topic[:1].upper() + topic[1:] or "Other", items=items)


def _advised(item: Advised, places: Places) -> Item:
    catalogue = places.pack.catalogue
    told = rows(
        row("Do", read_aloud(item.text, catalogue)),
        row("Because", read_aloud(item.because, catalogue)),
        row("Owner", read_aloud(item.owner, catalogue)),
        row("Measure", read_aloud(item.measure, catalogue)),
        row("Asks about", _asked(item.when, places)),
        row("Evidence", *places.claims(item.evidence)),
    )
    return Item(id=item.id, title=read_aloud(item.title, catalogue), kind=f"priority {item.priority}", rows=told)


def _risk(risk: Hazard, places: Places) -> Item:
    told = rows(
        row("What helps", read_aloud(risk.mitigation, places.pack.catalogue)),
        row("Asks about", _asked(risk.when, places)),
        row("Evidence", *places.claims(risk.evidence)),
    )
    return Item(id=risk.id, title=read_aloud(risk.text, places.pack.catalogue), kind="risk", rows=told)


def _stage(stage: Stage, places: Places) -> Section:
    names = {option.id: option.name for decision in places.pack.decisions for option in decision.options}
    triggers = (
        Item(
            id=trigger.id,
            title=read_aloud(trigger.text, places.pack.catalogue),
            kind="sign that it is over",
            rows=rows(
                row("Asks about", _asked(trigger.when, places)), row("Evidence", *places.claims(trigger.evidence))
            ),
        )
        for trigger in stage.triggers
    )
    actions = (_advised(action, places) for action in stage.actions)
    name = names.get(stage.phase, stage.phase)
    return Section(id=stage.phase, title=name[:1].upper() + name[1:], items=(*actions, *triggers))


def _role(role: Role, places: Places) -> Item:
    hands = tuple((Link(places.pack.library.roles[name].name, f"#{name}"),) for name in role.hands_to)
    told = rows(
        row("Duties", *role.duties),
        row("Measures", *role.measures),
        row("Hands to", *hands),
        row("What goes across", role.hands_over),
        row("Whom to look for", role.hire),
        row("Evidence", *places.claims(role.evidence)),
    )
    return Item(id=role.id, title=role.name[:1].upper() + role.name[1:], kind="role", rows=told)


def _asked(when: Expression | None, places: Places) -> Told:
    told: list[str | Link] = []
    for name in facts_in(when) if when is not None else ():
        told += [", ", places.fact(name)] if told else [places.fact(name)]
    return tuple(told)
