"""Whether the stage of growth is over and nobody has moved on."""

from salesdesign.model.advice import RoadmapStage, TriggerTrace
from salesdesign.model.expression import facts_in
from salesdesign.policy.subject import Answer, Fault, Subject
from salesdesign.reporting.phrasing import lowered
from salesdesign.wording.numbers import counted


def phase_over(subject: Subject) -> Answer:
    """One fault where signs show; unmade where no stage was found, or where every sign is unknown."""
    road = subject.advice.roadmap
    if not road:
        return Answer(unmade="The stage of growth could not be told.")
    following = road[1:2]
    signs = [trigger for stage in following for trigger in stage.trigger]
    if signs and all(sign.outcome == "unknown" for sign in signs):
        return Answer(unmade="Every sign that the stage is over hangs on facts that are not known.")
    met = [sign for sign in signs if sign.outcome == "met"]
    return Answer(faults=(_fault(subject, road[0], following[0], met),)) if met else Answer()


def _fault(subject: Subject, here: RoadmapStage, following: RoadmapStage, met: list[TriggerTrace]) -> Fault:
    reads = _reads(subject, here.phase)
    texts = "; ".join(sign.text.rstrip(".") for sign in met)
    return Fault(
        subject=following.phase,
        expected=f"no sign that the stage of {lowered(here.name)} is over",
        found=f"{counted(len(met), 'sign')} of {len(following.trigger)}: {texts}.",
        mend=f"Take the step to {lowered(following.name)}; the roadmap of the advice says how.",
        facts=tuple(fact for sign in met for fact in reads.get(sign.id, ())),
    )


def _reads(subject: Subject, phase: str) -> dict[str, tuple[str, ...]]:
    stage = subject.pack.library.stages.get(phase)
    return {trigger.id: facts_in(trigger.when) for trigger in stage.triggers} if stage else {}
