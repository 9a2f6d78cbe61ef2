"""The pages of decisions: options, gates, criteria with their rules."""

from collections.abc import Iterator

from salesdesign.model.pack import POINT, Criterion, Decision, Gate, Limit, Line, Option, Points, Rule
from salesdesign.rulebook.page import Item, Link, Page, Row, Section, Told, row, rows
from salesdesign.rulebook.places import Places, decision_page
from salesdesign.rulebook.reading import read_aloud
from salesdesign.wording.numbers import points as signed


def decision_pages(places: Places) -> Iterator[Page]:
    """One page a decision."""
    for decision in places.pack.decisions:
        sections = [_options(decision, places), _gates(decision, places)]
        sections += [_criterion(criterion, places) for criterion in decision.criteria]
        yield Page(
            file=decision_page(decision.id),
            title=decision.name,
            lead=(decision.question,),
            sections=tuple(section for section in sections if section.items),
        )


def _options(decision: Decision, places: Places) -> Section:
    items = (
        Item(id=f"option-{option.id}", title=option.name[:1].upper() + option.name[1:], rows=_told(option, places))
        for option in decision.options
    )
    return Section(id="options", title="Options, from simple to complex", items=tuple(items))


def _told(option: Option, places: Places) -> tuple[Row, ...]:
    return rows(row("It is", option.summary), row("Wins when", option.wins_when), row("More", places.option(option.id)))


def _gates(decision: Decision, places: Places) -> Section:
    items = [_gate(gate, places) for gate in decision.gates]
    items += [_limit(limit, place, places) for place, limit in enumerate(decision.limits, 1)]
    return Section(id="gates", title="What closes an option", items=tuple(items))


def _gate(gate: Gate, places: Places) -> Item:
    closes: list[str | Link] = []
    for option in gate.options:
        closes += [", ", places.option(option)] if closes else [places.option(option)]
    kind = "Closed while" if gate.kind == "excludes" else "Closed unless"
    told = rows(
        row("Option", tuple(closes)),
        row(kind, places.condition(gate.asks)),
        row("Because", read_aloud(gate.because, places.pack.catalogue)),
        row("Evidence", *places.claims(gate.evidence)),
    )
    return Item(id=gate.id, title=_title(gate.id), kind="gate", rows=told)


def _limit(limit: Limit, place: int, places: Places) -> Item:
    told = rows(
        row("Because", read_aloud(limit.because, places.pack.catalogue)),
        row("Evidence", *places.claims(limit.evidence)),
    )
    return Item(id=str(place), title=f"At most {limit.at_most} at once", kind="limit", rows=told)


def _criterion(criterion: Criterion, places: Places) -> Section:
    return Section(
        id=criterion.id,
        title=criterion.name,
        lead=(f"Weight {criterion.weight:g}. {criterion.why}".strip(),),
        items=tuple(_rule(rule, places) for rule in criterion.rules),
    )


def _rule(rule: Rule, places: Places) -> Item:
    asked = row("Over", places.condition(rule.asks)) if rule.over else row("When", places.condition(rule.asks))
    told = rows(
        asked,
        row("Unless", places.condition(rule.exception)) if rule.unless is not None else row(""),
        row("Points", *(_points(option, points, places) for option, points in rule.points.items())),
        row("Because", read_aloud(rule.because, places.pack.catalogue)),
        row("Evidence", *places.claims(rule.evidence)),
    )
    return Item(id=rule.id, title=_title(rule.id), kind="rule", rows=told)


def _points(option: str, points: Points, places: Places) -> Told:
    return (places.option(option), f" {_given(points)}")


def _given(points: Points) -> str:
    if isinstance(points, int):
        return signed(points / POINT)
    if isinstance(points, Line):
        return ", ".join(f"{signed(value / POINT)} at {place:g}" for place, value in points.places)
    return ", ".join(f"{signed(value / POINT)} if {choice}" for choice, value in points.steps.items())


def _title(name: str) -> str:
    """An id as a sentence begins: "One trusted person"."""
    words = name.replace("-", " ")
    return words[:1].upper() + words[1:]
