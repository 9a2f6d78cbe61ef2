"""What the budget cannot pay is not recommended, as long as it can pay for something that is open to the company."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.advise.order import advise
from salesdesign.advise.probing import probed
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.model.advice import Advice
from salesdesign.model.company import Company
from salesdesign.model.expression import Literal
from salesdesign.model.pack import POINT, Criterion, Decision, Gate, GateKind, Pack, Rule
from salesdesign.model.plan import Alternative, Plan
from salesdesign.wording.numbers import money

GATE = "budget-cannot-pay"
"""How the gates begin that a plan adds."""


def too_dear(plan: Plan) -> tuple[Alternative, ...]:
    """What the budget cannot pay, where the choice is among it and something else that is open can be paid."""
    others = [row for row in plan.alternatives if row.structure not in (plan.structure, "mixed")]
    if "budget" not in plan.binds or not any(row.feasible for row in others):
        return ()
    return tuple(row for row in plan.alternatives if not row.feasible and row.structure != "mixed")


def within_budget(
    advice: Advice, company: Company, machine: Machine, dear: tuple[Alternative, ...]
) -> tuple[Advice, Machine]:
    """The advice taken again with what cannot be paid closed, as a gate of the pack would close it, and that pack."""
    paid = [row.structure for row in advice.plan.alternatives if row.feasible] if advice.plan else []
    pack = _closing(machine.pack, {row.structure: _because(row, advice.plan) for row in dear}, paid)
    closed = compile_pack(pack)
    again = advise(company, pack, machine=closed, weights=advice.changes.weights, changes=dict(advice.changes.facts))
    asked = advice.decisions[pack.main].confidence is not None
    return (probed(again, company, closed) if asked else again), closed


def _because(row: Alternative, plan: Plan | None) -> str:
    """Why a structure is closed, with the numbers of the plan."""
    if row.binding != "budget" or plan is None or row.cost is None:
        return "The target cannot be reached this way, with any budget"
    needed = next((way.value for way in plan.ways_out if way.kind == "budget" and way.value), None)
    mean = row.cost / (len(plan.quarters) / 4)
    a_year = money(needed if needed and row.structure == plan.structure else mean, plan.currency)
    return f"The budget cannot pay for the target this way: it takes about {a_year} a year"


def _closing(pack: Pack, reasons: Mapping[str, str], paid: list[str]) -> Pack:
    """The pack with a gate more for each option that is too dear, and a point for each that is paid."""
    return replace(
        pack,
        decisions=tuple(
            _with_plan(decision, reasons, paid) if decision.id == pack.main else decision for decision in pack.decisions
        ),
    )


def _with_plan(decision: Decision, reasons: Mapping[str, str], paid: list[str]) -> Decision:
    gates = tuple(
        Gate(
            id=f"{GATE}-{option}",
            kind=GateKind.EXCLUDES,
            options=(option,),
            when=Literal(value=True),
            asks="the budget cannot pay for the target",
            because=because,
            evidence=(),
        )
        for option, because in reasons.items()
    )
    return replace(decision, gates=(*decision.gates, *gates), criteria=(*decision.criteria, _paid(decision, paid)))


def _paid(decision: Decision, paid: list[str]) -> Criterion:
    """That the budget pays for an option speaks for it, if nothing else does."""
    rule = Rule(
        id="the-plan-can-be-paid",
        when=Literal(value=True),
        asks="the budget pays for the target",
        points={option.id: POINT if option.id in paid else 0 for option in decision.options},
        because="The budget pays for the target this way, and not for what fits better.",
        evidence=(),
    )
    return Criterion(id="plan", name="The plan", weight=1, rules=(rule,))
