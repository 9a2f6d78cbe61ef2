"""Where growth stands, and what has to show before the next stage is due."""

from salesdesign.model.advice import Practice, RoadmapStage, TriggerTrace
from salesdesign.model.expression import facts_in
from salesdesign.reporting.blocks import Action, Block, Phrase, Prose, Stage, Timeline, Trigger
from salesdesign.reporting.phrasing import capital, lowered, sentence, shown, title_of
from salesdesign.reporting.selection import CHANGE, first_actions, of_the_change, reasons_for
from salesdesign.reporting.view import View

ANSWERS = {"met": "yes", "not_met": "not yet", "unknown": "not known"}


def roadmap(view: View) -> tuple[Block, ...]:
    """The stages from today's on, with the signs that the next is due; empty where no stage is decided."""
    found = stages(view)
    return (Prose(phrases=tuple(_opening(view))), Timeline(stages=found)) if found else ()


def stages(view: View) -> tuple[Stage, ...]:
    """The stages from today's on."""
    return tuple(_stage(view, stage) for stage in view.advice.roadmap)


def due(view: View) -> str:
    """Whether the next stage is due, in a sentence; empty where that cannot be said."""
    found = view.advice.roadmap
    if len(found) < 2:
        return sentence(found[0].last_because) if found and found[0].last_because else ""
    return _signs(found[1].name, found[1].trigger) if found[1].trigger else ""


def _opening(view: View) -> list[Phrase]:
    decision = view.advice.decisions[view.pack.stages]
    here = next(option for option in decision.options if option.id in decision.chosen)
    phrases = [Phrase(text=f"You stand at this stage: {lowered(here.name)}.", strong=True)]
    phrases += [Phrase(text=sentence(rule.because), evidence=rule.evidence[:1]) for rule in reasons_for(here)[:2]]
    told = due(view)
    return [*phrases, *([Phrase(text=told)] if told else [])]


def _signs(stage: str, signs: tuple[TriggerTrace, ...]) -> str:
    """How many of the signs show, in a sentence."""
    opening = f"The next stage is {lowered(stage)}"
    if len(signs) == 1:
        return f"{opening}; its one sign: {ANSWERS[signs[0].outcome]}."
    met = sum(sign.outcome == "met" for sign in signs)
    blind = sum(sign.outcome == "unknown" for sign in signs)
    many = f"all {met} signs" if met == len(signs) else f"{met or 'none'} of {len(signs)} signs"
    unknown = f", {blind} cannot be judged" if blind else ""
    verb = "is" if met <= 1 else "are"
    return f"{opening}: {many} that it is due {verb} there{unknown}."


def _stage(view: View, stage: RoadmapStage) -> Stage:
    place = view.advice.roadmap.index(stage)
    here = place == 0
    described = view.option(view.pack.stages, stage.phase)
    begun = {step.id for step in first_actions(view)}
    changing = bool(of_the_change(view))
    return Stage(
        name=stage.name,
        here=here,
        note="you are here" if here else stage.from_quarter or "",
        text=described.summary if described else "",
        triggers=tuple(_trigger(view, sign) for sign in stage.trigger) if place <= 1 else (),
        actions=tuple(
            action(step) for step in stage.actions if step.id not in begun and not (changing and step.topic == CHANGE)
        ),
    )


def do_id(step: Practice) -> str:
    """Where a link to an action leads."""
    return f"do-{step.id}"


def action(step: Practice) -> Action:
    """A practice or a step of the road, to be done."""
    return Action(
        id=do_id(step),
        title=step.title.rstrip("."),
        text=sentence(step.text),
        because=sentence(step.because),
        owner=step.owner,
        measure=lowered(step.measure).rstrip("."),
        evidence=step.evidence[:1],
    )


def _trigger(view: View, sign: TriggerTrace) -> Trigger:
    return Trigger(
        text=sign.text.rstrip("."),
        outcome=sign.outcome,
        answer=ANSWERS[sign.outcome],
        found=_figures(view, sign) or sign.found,
        evidence=sign.evidence[:1],
    )


def _figures(view: View, sign: TriggerTrace) -> str:
    triggers = [trigger for stage in view.pack.library.stages.values() for trigger in stage.triggers]
    known = next((trigger for trigger in triggers if trigger.id == sign.id), None)
    names = facts_in(known.when) if known else ()
    told = [name for name in names if shown(view, name)] or list(names)
    return capital("; ".join(f"{lowered(title_of(view, name))}: {shown(view, name) or 'not known'}" for name in told))
