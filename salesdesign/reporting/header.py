"""The head of a report: its title, the answer in a sentence, and what it was made from."""

from salesdesign.reporting.phrasing import exact, lowered, shown, subject, title_of
from salesdesign.reporting.report import Header
from salesdesign.reporting.sections.ours import criterion_name
from salesdesign.reporting.sections.verdict import recommendation
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, list_of


def header_of(view: View) -> Header:
    """What a reader sees first."""
    advice = view.advice
    as_of = shown(view, "company.as_of")
    stamp = advice.pack
    return Header(
        title=view.fill(view.pack.voice.title) or f"How {advice.company} should organise {view.pack.organises}",
        kicker=f"{subject(view)} · Facts as of {as_of}" if as_of else subject(view),
        company=advice.company,
        answer=recommendation(view).rstrip("."),
        headline=headline(view),
        changed=_changed(view),
        stamp=f"Rules: {stamp.name} {stamp.version}, {stamp.digest}",
    )


def headline(view: View) -> str:
    """What to do, in a few words."""
    chosen, today = view.chosen, view.option(view.pack.main, view.main.current)
    if chosen is None:
        return "Not to be decided yet"
    if view.main.verdict == "keep":
        return f"Keep: {lowered(chosen.name)}"
    if today is None:
        return capitalised(chosen.name)
    verb = "Pilot" if view.main.verdict == "pilot" else "Change"
    return f"{verb}: from {lowered(today.name)} to {lowered(chosen.name)}"


def _changed(view: View) -> str:
    changes = view.advice.changes
    facts = (f"{lowered(title_of(view, name))} {value}" for name, value in changes.facts.items())
    weights = (
        f"the weight of {lowered(criterion_name(view, name))} {exact(weight)}"
        for name, weight in changes.weights.items()
    )
    told = list_of((*facts, *weights))
    return f"What if: {told}, set for this advice only and not in the facts file or the rules." if told else ""
