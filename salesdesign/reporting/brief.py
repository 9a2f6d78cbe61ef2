"""The report said shortly, for a terminal: answer, scores, reasons, doubts, next steps."""

from collections.abc import Iterable

from salesdesign.model.advice import UNPLANNED, Confidence
from salesdesign.reporting.blocks import Block, Phrase, Point, Points, Prose
from salesdesign.reporting.phrasing import lowered, question_about, readable, sentence
from salesdesign.reporting.report import Section
from salesdesign.reporting.sections import (
    against,
    alternatives,
    answer,
    diagnosis,
    reasons,
    roadmap,
    scores,
    trust,
    verdict,
)
from salesdesign.reporting.sections.planned.summary import headcount, summary, why_unplanned
from salesdesign.reporting.selection import first_actions
from salesdesign.reporting.view import View

FEW = 3
BESIDE = ("plan:", UNPLANNED)
"""How the codes of doubts begin that are told with the plan, or at length only."""


def brief(view: View) -> tuple[Section, ...]:
    """The sections of the short report, those with something to say."""
    return tuple(section for section in _sections(view) if section.blocks)


def _sections(view: View) -> Iterable[Section]:
    yield Section(id="answer", title="", blocks=_answer(view))
    yield Section(id="scores", title="Scores", blocks=(scores.picture(view),))
    yield Section(id="reasons", title="Why", blocks=_first_points(reasons.reasons(view)))
    yield Section(id="against", title="Against", blocks=_first_points(against.against(view)))
    yield Section(id="actions", title="Begin with", blocks=_actions(view))
    yield Section(id="plan", title="The plan", blocks=_plan(view))
    yield Section(id="alternatives", title="Why not another", blocks=_alternatives(view))
    yield Section(id="diagnosis", title=diagnosis.question(view), blocks=_diagnosis(view))
    yield Section(id="phase", title="Where you stand", blocks=roadmap.roadmap(view)[:1])
    yield Section(id="unknown", title="What would firm this up", blocks=_questions(view))
    yield Section(id="warnings", title="Warnings", blocks=_warnings(view))


def _answer(view: View) -> tuple[Block, ...]:
    chosen = view.chosen
    if chosen is None:
        return (Prose(phrases=(Phrase(text=verdict.why_undecided(view)),)),)
    confidence = view.main.confidence
    firm = _how_firm(confidence) if confidence else verdict.firmness(view, chosen)
    told = (answer.mixed(view, chosen), diagnosis.comes_first(view), *verdict.lead(view, chosen), firm)
    return (Prose(phrases=tuple(Phrase(text=text) for text in told if text)),)


def _diagnosis(view: View) -> tuple[Block, ...]:
    """The verdict, unless the answer has said it already."""
    return () if diagnosis.comes_first(view) else diagnosis.diagnosis(view)[:1]


def _how_firm(confidence: Confidence) -> str:
    return f"{trust.in_short(confidence)} {trust.next_step(confidence)}"


def _first_points(blocks: Iterable[Block]) -> tuple[Block, ...]:
    found = next((block for block in blocks if isinstance(block, Points | Prose)), None)
    if isinstance(found, Points):
        return (Points(items=found.items[:FEW]),)
    return (found,) if found else ()


def _alternatives(view: View) -> tuple[Block, ...]:
    others = [option for option in view.main.options if option.id not in view.main.chosen]
    points = tuple(alternatives.other(view, option) for option in others)
    return (Points(items=points),) if points else ()


def _plan(view: View) -> tuple[Block, ...]:
    plan, why = view.advice.plan, why_unplanned(view)
    if plan is None:
        return (Prose(phrases=(Phrase(text=why),)),) if why else ()
    return (Prose(phrases=(*summary(view, plan), Phrase(text=headcount(plan)))),)


def _actions(view: View) -> tuple[Block, ...]:
    points = tuple(
        Point(label=step.title.rstrip("."), text=f"{sentence(step.owner)} Measure: {lowered(sentence(step.measure))}")
        for step in first_actions(view)
    )
    return (Points(items=points),) if points else ()


def _questions(view: View) -> tuple[Block, ...]:
    points = tuple(Point(label=question_about(view, name), text=name) for name in view.advice.unknown[:FEW])
    return (Points(items=points),) if points else ()


def _warnings(view: View) -> tuple[Block, ...]:
    points = tuple(
        Point(text=sentence(readable(view, doubt.text)))
        for doubt in view.advice.warnings
        if doubt.text and not doubt.code.startswith(BESIDE)
    )
    return (Points(items=points),) if points else ()
