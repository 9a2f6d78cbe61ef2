"""The roadmap's stages in the quarters of the plan: when each begins, with how many people."""

import math
from collections.abc import Mapping
from dataclasses import replace

from salesdesign.advise.decisions import Decided
from salesdesign.engine.compile import Machine
from salesdesign.engine.decide import decide
from salesdesign.model.advice import RoadmapStage
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts, Pack
from salesdesign.model.plan import Plan
from salesdesign.planning.phases import people_by_quarter, people_facts

REST = "REORG-REST"
"""The benchmark that says how many months lie between two reorganisations."""


def dated(stages: tuple[RoadmapStage, ...], plan: Plan, decided: Decided, machine: Machine) -> tuple[RoadmapStage, ...]:
    """The stages with the quarter in which the plan brings each about; those beyond its end have none."""
    if not stages:
        return ()
    reached = _reached(plan, decided, machine)
    order = [option.id for option in machine.pack.decision(machine.pack.stages).options]
    found: list[int | None] = [0]
    for stage in stages[1:]:
        place = order.index(stage.phase)
        first = _earliest(found, machine.pack)
        begins = (number for number, phase in enumerate(reached) if phase >= place and number >= first)
        found.append(None if found[-1] is None else next(begins, None))
    return tuple(_at(stage, quarter, plan) for stage, quarter in zip(stages, found, strict=True))


def _earliest(before: list[int | None], pack: Pack) -> int:
    """The first quarter in which a further stage may begin: a stage that has just begun is given its rest."""
    rest = pack.benchmarks[REST].typical if REST in pack.benchmarks else None
    if len(before) < 2 or before[-1] is None or not isinstance(rest, (int, float)):
        return 0
    return before[-1] + math.ceil(rest / 3)


def _at(stage: RoadmapStage, quarter: int | None, plan: Plan) -> RoadmapStage:
    if quarter is None:
        return stage
    people = people_by_quarter(plan)[quarter]
    return replace(stage, from_quarter=plan.quarters[quarter], structure=plan.structure, headcount=float(people))


def _reached(plan: Plan, decided: Decided, machine: Machine) -> tuple[int, ...]:
    """By quarter, the place of the stage that the rules see in the plan's people; -1 where they see none."""
    decision = machine.pack.decision(machine.pack.stages)
    places = {option.id: place for place, option in enumerate(decision.options)}
    taken = {name: value for name, value in decided.facts.items() if name.startswith("decided.")}
    found = []
    for people in people_facts(plan):
        known = machine.derive(_then(decided.stated, taken, people))
        chosen = decide(machine, decision, known, {}).chosen
        found.append(places[chosen[0]] if chosen else -1)
    return tuple(found)


def _then(stated: Facts, taken: Facts, people: Mapping[str, Value]) -> dict[str, Value]:
    """What is stated today, with the people of another day."""
    today = {name: value for name, value in stated.items() if not name.startswith("headcount.roles.")}
    return {**today, **taken, **people}
