"""The way from today's organisation to the proposed one: what to do before the day, on it and afterwards."""

from collections.abc import Iterable

from salesdesign.reporting.blocks import Block, Phrase, Prose, Steps
from salesdesign.reporting.sections.planned.moves import sentence_of_moves
from salesdesign.reporting.sections.planned.words import month_name
from salesdesign.reporting.sections.roadmap import action
from salesdesign.reporting.selection import of_the_change
from salesdesign.reporting.view import View

TIMES = {1: "Before the day", 2: "On the day", 3: "In the two quarters after it"}
"""By priority: when a step is due."""


def transition(view: View) -> tuple[Block, ...]:
    """The steps in their order, under the time when they are due; empty where nothing changes."""
    steps = of_the_change(view)
    if not steps or view.main.verdict == "keep":
        return ()
    return (*_opening(view), *_timed(view))


def _opening(view: View) -> Iterable[Block]:
    plan = view.advice.plan
    moved = sentence_of_moves(view, plan) if plan else ""
    if plan and moved:
        day = f"In the plan the day is the first of {month_name(plan, 1)}: {moved}."
        yield Prose(phrases=(Phrase(text=day), Phrase(text="The plan counts all of them from that day on.")))


def _timed(view: View) -> Iterable[Block]:
    for priority, title in TIMES.items():
        steps = tuple(action(step) for step in of_the_change(view) if step.priority == priority)
        if steps:
            yield Prose(phrases=(Phrase(text=f"{title}:", strong=True),))
            yield Steps(items=steps)
