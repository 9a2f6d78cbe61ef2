"""What the pack knows beside its decisions, picked for one company: practices, risks, the road ahead."""

from collections.abc import Iterable

from salesdesign.conditions.walk import evaluate
from salesdesign.model.advice import Practice, Risk, RoadmapStage, TriggerTrace
from salesdesign.model.expression import Expression, facts_in
from salesdesign.model.pack import Advised, Decision, Facts, Option, Pack, Stage, Trigger
from salesdesign.model.ranking import Outcome
from salesdesign.wording.numbers import capitalised, list_of
from salesdesign.wording.templates import Texts


def practices(pack: Pack, facts: Facts, texts: Texts) -> tuple[Practice, ...]:
    """The practices that matter now, the most pressing first."""
    matter = (practice for practice in pack.library.practices if _holds(practice.when, facts))
    return _in_order(matter, texts)


def risks(pack: Pack, facts: Facts, texts: Texts) -> tuple[Risk, ...]:
    """The risks that run, each with what to do about it."""
    return tuple(
        Risk(
            id=hazard.id,
            text=texts.fill(hazard.text),
            mitigation=texts.fill(hazard.mitigation),
            evidence=hazard.evidence,
        )
        for hazard in pack.library.risks
        if _holds(hazard.when, facts)
    )


def following_stage(pack: Pack, chosen: str, facts: Facts) -> Option | None:
    """The stage of growth after the chosen one; None after the last, and where the pack calls for no other."""
    options = pack.decision(pack.stages).options
    place = next(index for index, option in enumerate(options) if option.id == chosen)
    stays = _stays(pack.library.stages.get(chosen), facts)
    return None if stays or place + 1 == len(options) else options[place + 1]


def roadmap(pack: Pack, chosen: str, facts: Facts, texts: Texts) -> tuple[RoadmapStage, ...]:
    """The stages from where the company stands: what to do now, then the signs of each later one and what it brings."""
    decision = pack.decision(pack.stages)
    here = _stage(pack, decision, chosen)
    stages = [_roadmap_stage(here, (), _actions(here, facts, texts, sure=True), facts, texts)]
    before = here
    following = following_stage(pack, chosen, facts)
    while following is not None:
        stage = _stage(pack, decision, following.id)
        triggers = tuple(_trigger(trigger, facts, texts) for trigger in before[1].triggers)
        actions = _actions(stage, facts, texts, sure=False) if before is here else ()
        stages.append(_roadmap_stage(stage, triggers, actions, facts, texts))
        before = stage
        following = following_stage(pack, following.id, facts)
    return tuple(stages)


def _stage(pack: Pack, decision: Decision, phase: str) -> tuple[Option, Stage]:
    option = next(option for option in decision.options if option.id == phase)
    return option, pack.library.stages.get(phase, Stage(phase=phase, triggers=(), actions=()))


def _roadmap_stage(
    stage: tuple[Option, Stage],
    triggers: tuple[TriggerTrace, ...],
    actions: tuple[Practice, ...],
    facts: Facts,
    texts: Texts,
) -> RoadmapStage:
    option, content = stage
    return RoadmapStage(
        phase=option.id,
        name=capitalised(option.name),
        from_quarter=None,
        trigger=triggers,
        actions=actions,
        last_because=texts.fill(content.last_because) if _stays(content, facts) else "",
        structure=None,
        headcount=None,
    )


def _trigger(trigger: Trigger, facts: Facts, texts: Texts) -> TriggerTrace:
    return TriggerTrace(
        id=trigger.id,
        text=texts.fill(trigger.text),
        outcome=_outcome(trigger.when, facts),
        found=_read(trigger.when, texts),
        evidence=trigger.evidence,
    )


def _outcome(when: Expression, facts: Facts) -> Outcome:
    held = evaluate(when, facts)
    if held is None:
        return Outcome.UNKNOWN
    return Outcome.MET if held else Outcome.NOT_MET


def _read(expression: Expression, texts: Texts) -> str:
    return list_of(f"{name} is {texts.value(name)}" for name in facts_in(expression))


def _actions(stage: tuple[Option, Stage], facts: Facts, texts: Texts, *, sure: bool) -> tuple[Practice, ...]:
    return _in_order(
        (
            action
            for action in stage[1].actions
            if (_holds(action.when, facts) if sure else _may_hold(action.when, facts))
        ),
        texts,
    )


def _in_order(wanted: Iterable[Advised], texts: Texts) -> tuple[Practice, ...]:
    return tuple(
        Practice(
            id=advised.id,
            topic=advised.topic,
            priority=advised.priority,
            title=texts.fill(advised.title),
            text=texts.fill(advised.text),
            because=texts.fill(advised.because),
            owner=texts.fill(advised.owner),
            measure=texts.fill(advised.measure),
            stop=texts.fill(advised.stop),
            evidence=advised.evidence,
        )
        for advised in sorted(wanted, key=lambda advised: advised.priority)
    )


def _stays(stage: Stage | None, facts: Facts) -> bool:
    return stage is not None and stage.last_when is not None and evaluate(stage.last_when, facts) is True


def _holds(when: Expression | None, facts: Facts) -> bool:
    return when is None or evaluate(when, facts) is True


def _may_hold(when: Expression | None, facts: Facts) -> bool:
    return when is None or evaluate(when, facts) is not False
