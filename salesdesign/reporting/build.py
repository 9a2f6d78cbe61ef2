"""The report of an advice: which sections there are, in which order, and what they cite."""

from collections.abc import Iterable
from dataclasses import replace

from salesdesign.model.advice import Advice
from salesdesign.model.pack import Decision, Pack
from salesdesign.reporting.brief import brief
from salesdesign.reporting.header import header_of
from salesdesign.reporting.notes import all_texts, notes_of, sources_of
from salesdesign.reporting.phrasing import the_option
from salesdesign.reporting.report import Report, Section
from salesdesign.reporting.sections import (
    actions,
    against,
    alternatives,
    answer,
    changes,
    chart,
    diagnosis,
    duties,
    facts,
    glossary,
    markets,
    ours,
    pay,
    plan,
    reasons,
    risks,
    roadmap,
    scores,
    sources,
    transition,
    trust,
    unknown,
)
from salesdesign.reporting.selection import DIAGNOSIS, first_actions
from salesdesign.reporting.view import View, view_of


def build(advice: Advice, pack: Pack) -> Report:
    """The report of an advice, every number and sentence decided."""
    view = view_of(advice, pack)
    told = [_headed(view, section) for section in _sections(view) if section.blocks]
    words = glossary.words_in(view, all_texts(told))
    explained = Section(id="words", title="Words", blocks=glossary.glossary(words), part=told[-1].part)
    explained = _headed(view, explained)
    shown_sections = (*told, *([explained] if words else []))
    notes = notes_of(view, shown_sections)
    return Report(
        advice=advice,
        header=header_of(view),
        sections=shown_sections,
        brief=brief(view),
        notes=notes,
        sources=sources_of(view, notes),
        words=words,
    )


def _sections(view: View) -> Iterable[Section]:
    """The first page, then the parts in the order in which a reader asks."""
    yield Section(id="answer", title="The answer", blocks=answer.answer(view))
    yield from _part("To begin with", _to_do(view))
    yield from _part("Why, and how sure", _reasons(view))
    yield from _part("The organisation", _organisation(view))
    yield from _part("The plan", plan.sections(view))
    yield from _part("The way there", _way(view))
    yield from _part("What it rests on", _ground(view))


def _part(name: str, sections: Iterable[Section]) -> Iterable[Section]:
    return (replace(section, part=name) for section in sections)


def _to_do(view: View) -> Iterable[Section]:
    yield Section(id="actions", title=_first(view), blocks=actions.first(view))
    yield Section(id="diagnosis", title=diagnosis.question(view), blocks=diagnosis.diagnosis(view))


def _reasons(view: View) -> Iterable[Section]:
    yield Section(id="scores", title="How the options score", blocks=scores.scores(view))
    yield Section(id="reasons", title=_why(view), blocks=reasons.reasons(view))
    yield Section(id="against", title="What speaks against it", blocks=against.against(view))
    yield Section(id="alternatives", title=_why_not(view), blocks=alternatives.alternatives(view))
    yield Section(id="trust", title="What would change the answer", blocks=trust.trust(view))


def _organisation(view: View) -> Iterable[Section]:
    yield Section(id="jobs", title="Who reports where", blocks=chart.at_length(view))
    yield Section(id="changes", title="What changes for whom", blocks=changes.changes(view))
    yield Section(id="duties", title="Who does what", blocks=duties.duties(view))
    yield Section(id="pay", title="What each job is paid for", blocks=pay.pay(view))
    for decision in _others(view):
        yield Section(id=decision.id, title=decision.name, blocks=markets.other_decision(view, decision))
    yield Section(id="segments", title="Segments", blocks=markets.segments(view))


def _way(view: View) -> Iterable[Section]:
    yield Section(id="transition", title="The change, step by step", blocks=transition.transition(view))
    yield from plan.road(view)
    yield Section(id="roadmap", title="The road ahead", blocks=roadmap.roadmap(view))
    yield Section(id="practices", title="Practices that matter now", blocks=actions.practices(view))
    yield Section(id="stop", title="What to stop", blocks=actions.stop(view))
    yield Section(id="risks", title="What may go wrong", blocks=risks.risks(view))


def _ground(view: View) -> Iterable[Section]:
    yield Section(id="unknown", title="What nobody told us", blocks=unknown.unknown(view))
    yield Section(id="disagreements", title="Where the sources disagree", blocks=sources.contradictions(view))
    yield Section(id="ours", title="What is not your own figure", blocks=ours.ours(view))
    yield Section(id="evidence", title="Evidence", blocks=sources.evidence())
    yield Section(id="facts", title="Facts used", blocks=facts.facts(view))


def _others(view: View) -> Iterable[Decision]:
    """The decisions beside the one that the advice is about, those that have a part of their own left out."""
    told = (view.pack.main, view.pack.stages, DIAGNOSIS)
    return (decision for decision in view.pack.decisions if decision.id not in told)


def _headed(view: View, section: Section) -> Section:
    """The section under the heading that the pack gives it, where it gives one."""
    return replace(section, title=view.pack.voice.headings.get(section.id, section.title))


def _first(view: View) -> str:
    count = {1: "action", 2: "two actions"}.get(len(first_actions(view)), "three actions")
    return f"The first {count}"


def _why(view: View) -> str:
    return f"Why {the_option(view, view.chosen)}" if view.chosen else "Why"


def _why_not(view: View) -> str:
    if view.chosen and view.rivals:
        return f"Why not {the_option(view, view.rivals[0])}, or another"
    return "Why not another" if view.chosen else "What is ruled out"
