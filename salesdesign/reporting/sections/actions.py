"""What to do: the practices that matter now, the first three actions, and what to stop."""

from salesdesign.model.advice import Practice
from salesdesign.reporting.blocks import Block, Point, Points, Steps, Tone
from salesdesign.reporting.phrasing import sentence
from salesdesign.reporting.sections.roadmap import action
from salesdesign.reporting.selection import first_actions, further_practices
from salesdesign.reporting.view import View


def practices(view: View) -> tuple[Block, ...]:
    """The practices that matter for this company beside its first actions; empty where there are none."""
    found = further_practices(view)
    return (Steps(items=tuple(action(step) for step in found)),) if found else ()


def first(view: View) -> tuple[Block, ...]:
    """The few things to begin with, each with an owner and a measure."""
    found = first_actions(view)
    return (Steps(numbered=True, items=tuple(action(step) for step in found)),) if found else ()


def stop(view: View) -> tuple[Block, ...]:
    """What the actions and practices put an end to; empty where nothing ends."""
    steps = [*first_actions(view), *further_practices(view)]
    ends = {step.stop: step for step in steps if step.stop}
    return (Points(items=tuple(_stop(step) for step in ends.values())),) if ends else ()


def _stop(step: Practice) -> Point:
    return Point(text=sentence(step.stop), tone=Tone.AGAINST)
