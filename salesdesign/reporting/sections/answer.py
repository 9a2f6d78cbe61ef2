"""The first page: why, how sure, the organisation today and proposed, what to do on Monday, and what it costs."""

from collections.abc import Iterable

from salesdesign.model.advice import OptionAdvice
from salesdesign.reporting.blocks import (
    Block,
    Figure,
    Figures,
    Link,
    Links,
    Panel,
    Panels,
    Phrase,
    Point,
    Points,
    Prose,
    Tone,
)
from salesdesign.reporting.phrasing import capital, lowered, sentence
from salesdesign.reporting.sections import chart
from salesdesign.reporting.sections.diagnosis import comes_first
from salesdesign.reporting.sections.planned.summary import figures, summary, why_unplanned
from salesdesign.reporting.sections.roadmap import do_id
from salesdesign.reporting.sections.trust import next_step, often
from salesdesign.reporting.sections.verdict import firmness, lead, why_undecided
from salesdesign.reporting.selection import first_actions, met_rules, reasons_against
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of

REASONS = 3


def answer(view: View) -> tuple[Block, ...]:
    """What a reader in a hurry takes along; the answer itself is the title."""
    chosen = view.chosen
    opening = (why_undecided(view),) if chosen is None else (mixed(view, chosen), comes_first(view))
    said = tuple(Phrase(text=text) for text in opening if text)
    panels = tuple(panel for panel in _panels(view, chosen) if panel.blocks)
    return (
        *([Prose(lead=True, phrases=said)] if said else []),
        *([Panels(items=panels)] if panels else []),
    )


def monday(view: View) -> tuple[Link, ...]:
    """The first actions, each with whose it is."""
    return tuple(Link(text=step.title.rstrip("."), who=step.owner, anchor=do_id(step)) for step in first_actions(view))


def why(chosen: OptionAdvice) -> tuple[Point, ...]:
    """The few strongest reasons for the choice, one a criterion."""
    favour = sorted((part for part in chosen.criteria if part.net > 0), key=lambda part: -part.net)[:REASONS]
    return tuple(
        Point(label=capital(part.name), text=sentence(rule.because), evidence=rule.evidence, tone=Tone.FOR)
        for part in favour
        for rule in [next(rule for rule in met_rules(part) if rule.points > 0)]
    )


def _panels(view: View, chosen: OptionAdvice | None) -> Iterable[Panel]:
    if chosen is not None:
        reasons = why(chosen)
        yield Panel(title="Why", blocks=(Points(items=reasons),) if reasons else ())
        yield Panel(title="How sure", blocks=tuple(_sure(view, chosen)))
        yield Panel(title="The organisation", id="chart", blocks=chart.at_a_glance(view), wide=True)
    steps = monday(view)
    plan = view.advice.plan
    yield Panel(
        title="On Monday", blocks=(Links(items=steps),) if steps else (), wide=plan is None and not why_unplanned(view)
    )
    if plan and chosen is not None:
        costs = (Prose(phrases=tuple(summary(view, plan))), Figures(items=tuple(figures(plan))))
        yield Panel(title="What it costs", blocks=costs)
    elif why_unplanned(view):
        yield Panel(title="What it costs", blocks=(Prose(phrases=(Phrase(text=why_unplanned(view)),)),))


def mixed(view: View, chosen: OptionAdvice) -> str:
    """The segments that come to another answer than the company as a whole; empty where none does."""
    others = [
        f"{segment.name} ({lowered(option.name)})"
        for segment in view.advice.segments
        for option in segment.structure.options
        if option.id in segment.structure.chosen and option.id != chosen.id
    ]
    return (
        f"Not every segment comes to this answer: {list_of(others)} differ{'s' * (len(others) == 1)}." if others else ""
    )


def _sure(view: View, chosen: OptionAdvice) -> Iterable[Block]:
    confidence = view.main.confidence
    if confidence:
        judged, known = often(confidence.judgement), often(confidence.facts)
        yield Figures(
            items=(
                Figure(value=judged, label="sure when our judgement varies"),
                Figure(value=known, label="sure when the unknown facts vary"),
            )
        )
    yield Prose(phrases=tuple(_standing(view, chosen)))


def _standing(view: View, chosen: OptionAdvice) -> Iterable[Phrase]:
    confidence = view.main.confidence
    if confidence:
        yield Phrase(text=next_step(confidence), anchor="trust")
    for text in lead(view, chosen):
        yield Phrase(text=text)
    if not confidence and (firm := firmness(view, chosen)):
        yield Phrase(text=firm)
    for rule in reasons_against(chosen)[:1]:
        yield Phrase(text=f"Most speaks against it here: {lowered(sentence(rule.because))}", evidence=rule.evidence)
