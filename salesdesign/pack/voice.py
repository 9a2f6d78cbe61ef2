"""texts.yaml: how reports speak of what the pack organises."""

from collections.abc import Collection

from salesdesign.model.catalogue import FactType
from salesdesign.model.voice import HEADINGS, NEUTRAL, Counts, Voice
from salesdesign.pack.fields import Form, Read, Shape, record, table
from salesdesign.pack.ids import Known
from salesdesign.pack.page import Page, did_you_mean
from salesdesign.pack.shapes import TEXT, one_of
from salesdesign.pack.texts import template
from salesdesign.yamltree import Node, Scalar

_NUMBERS = (FactType.COUNT, FactType.NUMBER, FactType.MONEY)


def voice(decisions: Collection[str], known: Known) -> Read[Voice]:
    """Reads texts.yaml; what it leaves out is said in words that fit any pack."""
    text = template(known.facts)
    headings = table(one_of((*HEADINGS, *decisions), "part of a report").read, TEXT.read)

    def build(form: Form) -> Voice:
        return Voice(
            title=form.optional("title", text),
            person=form.optional("person", TEXT, NEUTRAL.person),
            people=form.optional("people", TEXT, NEUTRAL.people),
            leader=form.optional("leader", text, NEUTRAL.leader),
            leader_note=form.optional("leader_note", text),
            headings=form.optional("headings", headings),
            counts=form.optional("counts", Shape(_counts(known), NEUTRAL.counts)),
        )

    return record(build, named_by="")


def _counts(known: Known) -> Read[Counts]:
    numbers = [name for name, kind in known.facts.items() if kind in _NUMBERS]
    number = one_of(numbers, "fact that is a number")
    sections = {name.rpartition(".")[0] for name in numbers}

    def build(form: Form) -> Counts:
        return Counts(
            people=form.optional("people", number),
            managers=form.optional("managers", number),
            by_role=form.optional("by_role", Shape(_section(sections), "")),
            affordable=form.optional("affordable", number),
            span=form.optional("span", number),
            budget=form.optional("budget", number),
        )

    return record(build, named_by="")


def _section(sections: Collection[str]) -> Read[str]:
    def read(node: Node, page: Page) -> str | None:
        if isinstance(node, Scalar) and node.text in sections:
            return node.text
        text = node.text if isinstance(node, Scalar) else "This"
        page.reject(node, f"No number is counted under {text}.", did_you_mean(text, sections))
        return None

    return read
