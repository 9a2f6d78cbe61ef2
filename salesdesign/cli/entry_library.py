"""Facts, jobs, practices, risks and steps of the road, told in full."""

from collections.abc import Iterator, Mapping
from functools import partial

from salesdesign.cli.entry_told import Telling, cited, told
from salesdesign.model.catalogue import Derived, Fact
from salesdesign.model.pack import Advised, Hazard, Pack, Role, Trigger


def library_entries(pack: Pack) -> Mapping[str, Telling]:
    """What the pack knows beside decisions, options and evidence, by id."""
    catalogue, library = pack.catalogue, pack.library
    return {
        **{name: partial(_derived, fact) for name, fact in catalogue.derived.items()},
        **{name: partial(_fact, fact) for name, fact in catalogue.facts.items()},
        **{role.id: partial(_role, role, pack) for role in library.roles.values()},
        **{risk.id: partial(_risk, risk, pack) for risk in library.risks},
        **{trigger.id: partial(_trigger, trigger, pack) for trigger in triggers(pack)},
        **{step.id: partial(_advised, "action", step, pack) for step in actions(pack)},
        **{practice.id: partial(_advised, "practice", practice, pack) for practice in library.practices},
    }


def triggers(pack: Pack) -> Iterator[Trigger]:
    """The signs that end a stage, stage by stage."""
    return (trigger for stage in pack.library.stages.values() for trigger in stage.triggers)


def actions(pack: Pack) -> Iterator[Advised]:
    """The steps of the road, stage by stage."""
    return (action for stage in pack.library.stages.values() for action in stage.actions)


def _fact(fact: Fact) -> str:
    parts = {"title": fact.title, "type": str(fact.type), "unit": fact.unit, "asks": fact.question, "help": fact.help}
    return told(f"fact {fact.name}", parts, [f"{choice.id}: {choice.text}" for choice in fact.choices])


def _derived(fact: Derived) -> str:
    parts = {"title": fact.title, "type": str(fact.type), "unit": fact.unit, "help": fact.help}
    return told(
        f"fact {fact.name}, which follows from others", parts, [f"{band.id}: {band.text}" for band in fact.bands]
    )


def _role(role: Role, pack: Pack) -> str:
    parts = {
        "name": role.name,
        "is held to": "; ".join(role.measures),
        "hands to": ", ".join(role.hands_to),
        "hands over": role.hands_over,
        "whom to look for": role.hire,
    }
    return told(f"role {role.id}", parts, [*(f"* {duty}" for duty in role.duties), *cited(role.evidence, pack)])


def _advised(kind: str, item: Advised, pack: Pack) -> str:
    parts = {
        "written": f"{item.file}:{item.line}",
        "title": item.title,
        "text": item.text,
        "because": item.because,
        "who": item.owner,
        "measure": item.measure,
        "stops": item.stop,
        "priority": str(item.priority),
    }
    return told(f"{kind} {item.id}", parts, cited(item.evidence, pack))


def _risk(risk: Hazard, pack: Pack) -> str:
    parts = {"written": f"{risk.file}:{risk.line}", "text": risk.text, "what to do": risk.mitigation}
    return told(f"risk {risk.id}", parts, cited(risk.evidence, pack))


def _trigger(trigger: Trigger, pack: Pack) -> str:
    parts = {"written": f"{trigger.file}:{trigger.line}", "text": trigger.text}
    return told(f"trigger {trigger.id}", parts, cited(trigger.evidence, pack))
