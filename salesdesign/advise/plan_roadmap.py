"""The roadmap's stages in the quarters of the plan: when each begins, with how many people."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.advise.decisions import Decided
from salesdesign.engine.compile import Machine
from salesdesign.engine.decide import decide
from salesdesign.model.advice import RoadmapStage
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts
from salesdesign.model.plan import Plan
from salesdesign.planning.phases import people_by_quarter, people_facts


def dated(stages: tuple[RoadmapStage, ...], plan: Plan, decided: Decided, machine: Machine) -> tuple[RoadmapStage, ...]:
    """The stages with the quarter in which the plan brings each about; those beyond its end have none."""
    if not stages:
        return ()
    reached = _reached(plan, decided, machine)
    order = [option.id for option in machine.pack.decision(machine.pack.stages).options]
    here, *later = stages
    begins: dict[str, int | None] = {here.phase: 0}
    for stage in later:
        place = order.index(stage.phase)
        begins[stage.phase] = next((number for number, phase in enumerate(reached) if phase >= place), None)
    return tuple(_at(stage, begins[stage.phase], plan) for stage in stages)


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
