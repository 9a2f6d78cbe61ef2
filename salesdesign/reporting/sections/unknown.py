"""What nobody told us, and what would firm the advice up most."""

from collections.abc import Iterable

from salesdesign.model.advice import UNPLANNED
from salesdesign.model.expression import facts_in
from salesdesign.model.pack import Rule
from salesdesign.reporting.blocks import Block, Phrase, Point, Points, Prose
from salesdesign.reporting.phrasing import lowered, question_about, readable, sentence, title_of
from salesdesign.reporting.sections.turning import first_questions
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of

FOREMOST = 5
"""So many questions are asked outright; the others are only named."""

ELSEWHERE = ("default:", "undecided:", "limit:", "plan:", UNPLANNED)
"""Doubts that another section tells."""


def unknown(view: View) -> tuple[Block, ...]:
    """The questions that matter most, the others, and the doubts that they leave."""
    asked = {worth.fact for worth in first_questions(view)}
    names = tuple(name for name in view.advice.unknown if name not in asked)
    if not view.advice.unknown:
        return (Prose(phrases=(Phrase(text="Every fact that the rules ask for is known."),)), *_doubts(view))
    points = tuple(_question(view, name) for name in names[:FOREMOST])
    asking = (Points(items=points),) if points else ()
    return (*asking, *_doubts(view), *_rest(view, names[FOREMOST:]))


def doubts(view: View) -> tuple[str, ...]:
    """The warnings that no other section tells, readable."""
    return tuple(
        sentence(readable(view, doubt.text))
        for doubt in view.advice.warnings
        if doubt.text and not doubt.code.startswith(ELSEWHERE)
    )


def _question(view: View, name: str) -> Point:
    asking = speaks_to(view, name)
    about = f"Would tell more about {list_of(asking)}." if asking else ""
    return Point(label=question_about(view, name), text=about, more=f"In the facts file: {name}")


def speaks_to(view: View, name: str) -> tuple[str, ...]:
    """The criteria of the main decision, else of any, that a fact would speak to."""
    return _criteria(view, name, view.pack.main) or tuple(
        dict.fromkeys(found for decision in view.pack.decisions for found in _criteria(view, name, decision.id))
    )


def speaks_to_main(view: View, name: str) -> bool:
    """Whether a fact would speak to the main decision."""
    return bool(_criteria(view, name, view.pack.main))


def _criteria(view: View, name: str, decision: str) -> tuple[str, ...]:
    asked = view.pack.decision(decision).criteria
    return tuple(lowered(part.name) for part in asked if any(name in _asks(rule) for rule in part.rules))


def _asks(rule: Rule) -> tuple[str, ...]:
    conditions = (facts_in(ask) for ask in (rule.when, rule.unless) if ask is not None)
    return (*(name for names in conditions for name in names), rule.over or "")


def _doubts(view: View) -> Iterable[Block]:
    found = doubts(view)
    if found:
        yield Points(items=tuple(Point(text=text) for text in found))


def _rest(view: View, names: tuple[str, ...]) -> Iterable[Block]:
    if names:
        listed = list_of(lowered(title_of(view, name)) for name in names)
        yield Prose(phrases=(Phrase(text=f"Not known either: {listed}."),))
