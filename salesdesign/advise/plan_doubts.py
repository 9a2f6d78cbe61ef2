"""Doubts about an advice that only its plan can raise: what cannot be paid, what cannot be done, what was assumed."""

import re
from collections.abc import Iterable, Mapping

from salesdesign.model.advice import DecisionAdvice, Doubt
from salesdesign.model.plan import Alternative, Plan, WayOut
from salesdesign.wording.numbers import capitalised, list_of, money

BINDING: Mapping[str, str] = {
    "pace": "so many people cannot be hired in time",
    "time_to_hire": "nobody who is hired today is productive in time",
    "pipeline": "there are too few opportunities, whoever closes them",
    "founders": "founders have no more time to sell",
    "chance": "the plan cannot be made as sure as wanted",
}
"""What keeps a plan from its target, as the end of a sentence."""

THIS = re.compile(r"\bthis\b", re.IGNORECASE)
"""What a way out says in the place of its amount."""


def failures(plan: Plan, decision: DecisionAdvice) -> tuple[Doubt, ...]:
    """What the plan cannot pay or cannot do."""
    names = {option.id: option.name for option in decision.options}
    return (*_unpaid(plan, names), *_unreached(plan))


def given_way(plan: Plan, before: Plan | None, decision: DecisionAdvice) -> tuple[Doubt, ...]:
    """That the choice gave way to one that the budget can pay; `before` is the plan of the better fit."""
    if before is None:
        return ()
    names = {option.id: option.name for option in decision.options}
    takes = next((way.value for way in before.ways_out if way.kind == "budget" and way.value is not None), None)
    more = "" if takes is None else f" With {money(takes, plan.currency)} a year it would be recommended."
    return (
        Doubt(
            code=f"budget-decides:{before.structure}",
            text=f"{_called(before.structure, names)} fits better, and the budget cannot pay for the target with it."
            f"{more}",
        ),
    )


def assumed(plan: Plan) -> tuple[Doubt, ...]:
    """What the plan had to take for granted, and what shows in its numbers."""
    return tuple(Doubt(code=f"plan:{warning.code}", text=warning.text) for warning in plan.warnings)


def _unpaid(plan: Plan, names: Mapping[str, str]) -> Iterable[Doubt]:
    """The chosen structure where the budget cannot pay it, else those others that it cannot pay."""
    if plan.binding == "budget":
        yield Doubt(code=f"budget-cannot-pay:{plan.structure}", text=_chosen_unpaid(plan, names))
        return
    for row in _others(plan):
        if row.binding == "budget":
            yield Doubt(code=f"budget-cannot-pay:{row.structure}", text=_other_unpaid(row, plan, names))


def _chosen_unpaid(plan: Plan, names: Mapping[str, str]) -> str:
    known = [assumption.value for assumption in plan.assumptions if assumption.name == "budget"]
    budget = f" of {money(known[0], plan.currency)} a year" if known and isinstance(known[0], float) else ""
    parts = [f"The budget{budget} cannot pay for the target with {_called(plan.structure, names)}."]
    for way in plan.ways_out:
        if way.kind == "budget" and way.value is not None:
            parts.append(f"The whole target takes {money(way.value, plan.currency)} a year.")
        elif way.kind == "bookings" and way.value is not None:
            parts.append(_reached(way, plan))
    payable = [_called(row.structure, names) for row in _others(plan) if row.feasible]
    if payable:
        parts.append(f"The budget would pay for {list_of(payable, 'or')}.")
    elif _others(plan):
        parts.append("The budget pays for none of the others compared either.")
    return " ".join(parts)


def _other_unpaid(row: Alternative, plan: Plan, names: Mapping[str, str]) -> str:
    years = len(plan.quarters) / 4
    cost = "" if row.cost is None else f": about {money(row.cost / years, plan.currency)} a year"
    return f"The budget cannot pay for the target with {_called(row.structure, names)}{cost}."


def _called(structure: str, names: Mapping[str, str]) -> str:
    return f'"{names.get(structure) or capitalised(structure.replace("_", " "))}"'


def _others(plan: Plan) -> tuple[Alternative, ...]:
    return tuple(row for row in plan.alternatives if row.structure not in (plan.structure, "mixed"))


def _unreached(plan: Plan) -> Iterable[Doubt]:
    if plan.binding is not None and plan.binding in BINDING:
        reached = [_reached(way, plan) for way in plan.ways_out if way.kind == "bookings" and way.value is not None]
        yield Doubt(
            code=f"plan-falls-short:{plan.binding}",
            text=" ".join([f"The plan does not reach what is wanted: {BINDING[plan.binding]}.", *reached]),
        )


def _reached(way: WayOut, plan: Plan) -> str:
    """What is reached instead, with its amount: the plan's own sentence says of how long."""
    return THIS.sub(money(way.value or 0.0, plan.currency), way.text, count=1)
