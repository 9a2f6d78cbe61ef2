"""A commented facts file to fill in: every question, with what an answer looks like."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from salesdesign.characters import visible
from salesdesign.facts.names import SEGMENTS
from salesdesign.facts.nesting import Nested, nested
from salesdesign.facts.segments import NAME, SHARE
from salesdesign.facts.typed import typed
from salesdesign.model.catalogue import Catalogue, Fact, FactType, Priority
from salesdesign.model.company import Company, Segment, Territory

_WIDTH = 100
_HEAD = """\
# The facts of a company.
#
# Give what you know and leave the rest: what is absent counts as unknown, never as zero or no.
# Remove the '#' right before a fact to give it. Shares run from 0 to 1: 0.25 is a quarter.
"""


def starter_file(catalogue: Catalogue, company: Company | None) -> str:
    """A facts file with every fact of the catalogue: those of the company filled in, all others to be filled in.

    Facts that most companies need stand there empty, all others behind a '#'.
    """
    stated = company or Company(name="", facts={})
    lines: list[str] = []
    for section, part in nested(catalogue).items():
        title = catalogue.sections.get(section, "")
        lines += ["", *_part(section, part, title, stated)]
    return "\n".join([_HEAD.rstrip(), *lines, "", *_segments(catalogue, stated), ""])


def _part(name: str, part: Fact | Nested, title: str, company: Company) -> Iterable[str]:
    """A section with all that is in it, or one fact."""
    if isinstance(part, Fact):
        return _records(part, company) if part.type == FactType.RECORDS else _fact(part, company)
    head = f"{name}:  # {visible(title)}" if title.lower() not in ("", name) else f"{name}:"
    inner = [line for key, value in part.items() for line in ["", *_part(key, value, "", company)]]
    return [head, *_indented(inner)]


def _fact(fact: Fact, company: Company) -> Iterator[str]:
    yield from _comments(fact)
    value = company.facts.get(fact.name)
    line = f"{fact.name.rpartition('.')[2]}: {typed(fact, value)}".rstrip()
    hint = _hint(fact)
    line = f"{line}  # {visible(hint)}" if hint else line
    yield line if value is not None or fact.priority == Priority.MUST else f"#{line}"


def _comments(fact: Fact) -> Iterator[str]:
    yield from _comment(f"{fact.question} {fact.help}")
    for choice in fact.choices:
        yield from _comment(f"  {choice.id}: {choice.text}")


def _comment(text: str) -> list[str]:
    lead = len(text) - len(text.lstrip())
    return [f"# {' ' * lead}{line}" for line in wrap(visible(" ".join(text.split())), _WIDTH - lead)]


def _hint(fact: Fact) -> str:
    """What an answer looks like."""
    unit = "a list" if fact.type in (FactType.CHOICES, FactType.NUMBERS) else fact.unit
    return ", ".join(filter(None, [unit, f"such as {fact.example}" if fact.example else ""]))


def _records(fact: Fact, company: Company) -> Iterator[str]:
    yield from _comment(f"{fact.question} {fact.help}")
    if company.territories:
        yield f"{fact.name}:"
        for territory in company.territories:
            yield from _indented(_entry(fact, territory))
    else:
        yield f"#{fact.name}: {visible(fact.example)}".rstrip()


def _entry(fact: Fact, territory: Territory) -> Iterator[str]:
    values = [(field, getattr(territory, field.name, None)) for field in fact.fields]
    given = [f"{field.name}: {typed(field, value)}" for field, value in values if value is not None]
    yield from _item(given)


def _segments(catalogue: Catalogue, company: Company) -> Iterator[str]:
    yield from _comment(
        f"{catalogue.segments}. Each may replace any fact above; its share is its part of the target, and "
        "what grows with a company's size is scaled to it."
    )
    if company.segments:
        yield f"{SEGMENTS}:"
        for segment in company.segments:
            yield from _indented(_item(_segment(catalogue, segment)))
    else:
        yield from (f"#{line}" for line in [f"{SEGMENTS}:", *_indented(_item(_example(catalogue)))])


def _segment(catalogue: Catalogue, segment: Segment) -> list[str]:
    lines = [f"name: {typed(NAME, segment.name)}", f"share: {typed(SHARE, segment.share)}"]
    return [*lines, *_given(nested(catalogue), segment)]


def _given(part: Nested, segment: Segment) -> Iterator[str]:
    """The facts that a segment states, without comments."""
    for name, inner in part.items():
        if isinstance(inner, Fact):
            value = segment.facts.get(inner.name)
            if value is not None:
                yield f"{name}: {typed(inner, value)}"
        elif found := list(_given(inner, segment)):
            yield f"{name}:"
            yield from _indented(found)


def _example(catalogue: Catalogue) -> list[str]:
    """A segment that states one number."""
    facts = catalogue.facts.values()
    fact = next((fact for fact in facts if fact.type == FactType.MONEY and fact.example and not fact.scales), None)
    lines = ["name: Large customers", "share: 0.4"]
    if fact is not None:
        *sections, last = fact.name.split(".")
        lines += [f"{'  ' * depth}{section}:" for depth, section in enumerate(sections)]
        lines += [f"{'  ' * len(sections)}{last}: {fact.example}"]
    return lines


def _item(lines: list[str]) -> Iterator[str]:
    """Lines as one item of a list."""
    yield from (f"{'  ' if place else '- '}{line}" for place, line in enumerate(lines))


def _indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" if line else "" for line in lines]
