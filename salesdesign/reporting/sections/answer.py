"""The answer: do this, because, how firmly it stands, and where to begin."""

from collections.abc import Iterable

from salesdesign.model.advice import OptionAdvice
from salesdesign.reporting.blocks import Block, Figure, Figures, Phrase, Prose
from salesdesign.reporting.phrasing import lowered, sentence
from salesdesign.reporting.sections.diagnosis import comes_first
from salesdesign.reporting.sections.planned.summary import figures, summary
from salesdesign.reporting.sections.roadmap import do_id
from salesdesign.reporting.sections.trust import in_short, next_step, often
from salesdesign.reporting.sections.verdict import firmness, lead, recommendation, undecided
from salesdesign.reporting.selection import first_actions, reasons_against, reasons_for
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import list_of, number

REASONS = 3


def answer(view: View) -> tuple[Block, ...]:
    """What to do, why, how firmly it stands, and where to begin."""
    chosen = view.chosen
    if chosen is None:
        return (Prose(lead=True, phrases=(Phrase(text=undecided(view), strong=True),)), *_begin(view))
    opening = Prose(lead=True, phrases=(Phrase(text=recommendation(view), strong=True), *_because(view, chosen)))
    sure = Prose(phrases=tuple(_standing(view, chosen)))
    return (opening, sure, *_cost(view), _figures(view, chosen), *_begin(view))


def _because(view: View, chosen: OptionAdvice) -> Iterable[Phrase]:
    for rule in reasons_for(chosen)[:REASONS]:
        yield Phrase(text=sentence(rule.because), evidence=rule.evidence)
    mixed = _mixed(view, chosen)
    if mixed:
        yield Phrase(text=mixed, strong=True)
    first = comes_first(view)
    if first:
        yield Phrase(text=first, strong=True)


def _mixed(view: View, chosen: OptionAdvice) -> str:
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


def _standing(view: View, chosen: OptionAdvice) -> Iterable[Phrase]:
    yield Phrase(text="How sure is this?", strong=True)
    for text in lead(view, chosen):
        yield Phrase(text=text)
    against = reasons_against(chosen)[:1]
    for rule in against:
        yield Phrase(text=f"Most speaks against it here: {lowered(sentence(rule.because))}", evidence=rule.evidence)
    confidence = view.main.confidence
    firm = in_short(confidence) if confidence else firmness(view, chosen)
    if firm:
        yield Phrase(text=firm)
    if confidence:
        yield Phrase(text=next_step(confidence), anchor="trust")


def _cost(view: View) -> Iterable[Block]:
    if view.advice.plan:
        yield Prose(phrases=(Phrase(text="What does it cost?", strong=True), *summary(view.advice.plan)))


def _figures(view: View, chosen: OptionAdvice) -> Figures:
    planned = figures(view.advice.plan) if view.advice.plan else _sellers(view)
    return Figures(items=(*_lead(view, chosen), *_confidence(view, chosen), *planned, _questions(view)))


def _lead(view: View, chosen: OptionAdvice) -> Iterable[Figure]:
    if view.rivals:
        gap = chosen.net - view.rivals[0].net
        label = "net points ahead of the next" if gap >= 0 else "net points behind the best fit"
        yield Figure(value=number(abs(gap)), label=label)


def _confidence(view: View, chosen: OptionAdvice) -> Iterable[Figure]:
    confidence = view.main.confidence
    if confidence is None:
        yield Figure(value=number(chosen.score, 0), label="of 100; 50 is nothing either way")
    else:
        yield Figure(value=often(confidence.judgement), label="sure by judgement")
        yield Figure(value=often(confidence.facts), label="sure by facts")


def _sellers(view: View) -> Iterable[Figure]:
    sellers = view.number("headcount.sellers")
    if sellers:
        yield Figure(value=number(sellers), label="seller today" if sellers == 1 else "sellers today")


def _questions(view: View) -> Figure:
    count = len(view.advice.unknown)
    return Figure(value=str(count), label="open question" if count == 1 else "open questions")


def _begin(view: View) -> Iterable[Block]:
    steps = first_actions(view)
    if steps:
        links = (Phrase(text=sentence(step.title), anchor=do_id(step)) for step in steps)
        yield Prose(phrases=(Phrase(text="On Monday:", strong=True), *links))
