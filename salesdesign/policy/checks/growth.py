"""Whether the stage of growth is over and nobody has moved on."""

from salesdesign.model.advice import RoadmapStage, TriggerTrace
from salesdesign.model.expression import facts_in
from salesdesign.policy.subject import Answers, Fault, Subject, Unasked
from salesdesign.reporting.phrasing import lowered
from salesdesign.wording.numbers import counted

SIGNS = 3
"""So many signs are told; the others are counted."""


def phase_over(subject: Subject) -> Answers:
    """One fault where signs show; unasked where no stage was found, or where every sign is unknown."""
    road = subject.advice.roadmap
    signs = [trigger for stage in road[1:2] for trigger in stage.trigger]
    met = [sign for sign in signs if sign.outcome == "met"]
    if not road:
        yield Unasked(because="The stage of growth could not be told.")
    elif signs and all(sign.outcome == "unknown" for sign in signs):
        yield Unasked(because="Every sign that the stage is over hangs on facts that are not known.")
    elif met:
        yield _fault(subject, road[0], road[1], met)


def staged(subject: Subject) -> bool:
    """Whether the pack knows stages of growth."""
    return bool(subject.pack.stages)


def _fault(subject: Subject, here: RoadmapStage, following: RoadmapStage, met: list[TriggerTrace]) -> Fault:
    reads = _reads(subject, here.phase)
    texts = [sign.text.rstrip(".") for sign in met[:SIGNS]]
    more = [f"and {len(met) - SIGNS} more"] if len(met) > SIGNS else []
    return Fault(
        subject=following.phase,
        expected=f"no sign that the stage of {lowered(here.name)} is over",
        found=f"{counted(len(met), 'sign')} of {len(following.trigger)}: {'; '.join([*texts, *more])}.",
        mend=f"Take the step to {lowered(following.name)}; the roadmap of the advice says how.",
        facts=tuple(fact for sign in met for fact in reads.get(sign.id, ())),
    )


def _reads(subject: Subject, phase: str) -> dict[str, tuple[str, ...]]:
    stage = subject.pack.library.stages.get(phase)
    return {trigger.id: facts_in(trigger.when) for trigger in stage.triggers} if stage else {}
