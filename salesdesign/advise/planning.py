"""An advice with its plan: people, time and money for what was decided, and what the plan says about the decisions."""

from collections.abc import Mapping
from dataclasses import field, replace

from salesdesign.advise.affording import too_dear, within_budget
from salesdesign.advise.decisions import Decided, take_decisions
from salesdesign.advise.own import own_facts
from salesdesign.advise.plan_doubts import assumed, failures, given_way
from salesdesign.advise.plan_roadmap import dated
from salesdesign.advise.plan_support import support_steps
from salesdesign.engine.compile import Machine
from salesdesign.facts.derive import segment_company, usd_per_unit
from salesdesign.model.advice import Advice, DecisionAdvice
from salesdesign.model.company import Company, Values
from salesdesign.model.pack import Pack
from salesdesign.model.plan import Plan
from salesdesign.planning.inputs import Market, Override, PlanInput
from salesdesign.planning.needs import STRUCTURES, lacking
from salesdesign.records import dataclass

TEAM_OR_TARGET = ("headcount.sellers", "plan.target", "company.annual_revenue")
"""Of these, one at least must be known: without them there is nobody and nothing to plan for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """How a plan is asked for."""

    structure: str | None = None
    """Plan for this one, for every segment, whatever was chosen."""
    overrides: Mapping[str, Override] = field(default_factory=dict)
    """Assumptions by name that take the place of everything else."""


def planned(advice: Advice, company: Company, machine: Machine, planning: Planning | None = None) -> Advice:
    """The same advice with its plan, teams for its segments and quarters for its roadmap.

    It comes back unchanged where there is not enough to plan with; `unplannable` says what is missing.
    """
    settings = planning or Planning()
    if unplannable(advice, machine.pack, settings.structure):
        return advice
    made = _planned(advice, company, machine, settings)
    dear = too_dear(made.plan) if made.plan is not None and settings.structure is None else ()
    if not dear:
        return made
    cheaper, closed = within_budget(made, company, machine, dear)
    if unplannable(cheaper, machine.pack):
        return made
    return _planned(cheaper, company, closed, settings, before=made.plan)


def _planned(
    advice: Advice, company: Company, machine: Machine, settings: Planning, before: Plan | None = None
) -> Advice:
    """The advice with a plan for its choice; `before` is that of a choice that the budget could not pay."""
    from salesdesign.planning.plan import make_plan  # its solver takes a while to import

    pack = machine.pack
    decided = take_decisions(company, pack, machine, advice.changes.weights)
    plan = make_plan(_asked(advice, decided, machine, settings))
    if before is not None:
        kept = {row.structure for row in plan.alternatives}
        rows = (*plan.alternatives, *(row for row in before.alternatives if row.structure not in kept))
        plan = replace(plan, alternatives=rows)
    chosen = advice.decisions[pack.main]
    return replace(
        advice,
        plan=plan,
        decisions={**advice.decisions, pack.main: _paid(chosen, plan)},
        segments=tuple(replace(segment, team=plan.teams.get(segment.name, {})) for segment in advice.segments),
        roadmap=dated(advice.roadmap, plan, decided, machine),
        warnings=(*given_way(plan, before, chosen), *failures(plan, chosen), *advice.warnings, *assumed(plan)),
    )


def unplannable(advice: Advice, pack: Pack, structure: str | None = None) -> str:
    """Why no plan can be made, in a sentence; empty where one can."""
    chosen = structure or _first(advice.decisions[pack.main])
    missing = lacking(pack.benchmarks)
    if missing:
        return f"The rule pack has no planning figures: {', '.join(missing[:3])} and others are missing."
    if chosen is None:
        return "No way of selling could be chosen, so there is none to plan for."
    if chosen not in STRUCTURES:
        return f"No plan can be made for {chosen}. There are: {', '.join(STRUCTURES)}."
    if not any(name in advice.facts for name in TEAM_OR_TARGET):
        return f"There is nobody and nothing to plan for: give one of {', '.join(TEAM_OR_TARGET)}."
    return ""


def _asked(advice: Advice, decided: Decided, machine: Machine, settings: Planning) -> PlanInput:
    pack = machine.pack
    company, decision = decided.company, advice.decisions[pack.main]
    structure = settings.structure or _first(decision) or ""
    open_options = [option.id for option in decision.options if not option.excluded_by and option.id in STRUCTURES]
    return PlanInput(
        facts=advice.facts,
        markets=_markets(advice, decided, pack, settings),
        structure=structure,
        current=decision.current,
        alternatives=tuple(dict.fromkeys([structure, *open_options])),
        territories=company.territories,
        benchmarks=pack.benchmarks,
        usd_per_unit=usd_per_unit(company.facts),
        support=support_steps(decided, machine, advice.changes.weights),
        overrides=settings.overrides,
    )


def _markets(advice: Advice, decided: Decided, pack: Pack, settings: Planning) -> tuple[Market, ...]:
    """Each segment with its own structure; the whole company where it has none."""
    structure = settings.structure or _first(advice.decisions[pack.main]) or ""
    if not decided.segments:
        return (Market(name="", share=1.0, structure=structure, facts=advice.facts),)
    return tuple(
        Market(
            name=found.segment.name,
            share=found.segment.share,
            structure=settings.structure or _plannable(found.ranking.chosen, structure),
            facts=_segment_facts(decided.company, index, decided, pack),
        )
        for index, found in enumerate(decided.segments)
    )


def _segment_facts(company: Company, index: int, decided: Decided, pack: Pack) -> Values:
    found = decided.segments[index]
    return own_facts(segment_company(company, found.segment, pack.catalogue), found.facts, pack.catalogue)


def _plannable(chosen: tuple[str, ...], otherwise: str) -> str:
    """A segment's own structure; the company's where it has none that can be planned."""
    return next((option for option in chosen if option in STRUCTURES), otherwise)


def _first(decision: DecisionAdvice) -> str | None:
    return decision.chosen[0] if decision.chosen else None


def _paid(decision: DecisionAdvice, plan: Plan) -> DecisionAdvice:
    """The decision with a mark on each option that the budget can pay, or cannot."""
    paid = {row.structure: row.feasible for row in plan.alternatives if row.feasible or row.binding == "budget"}
    return replace(
        decision, options=tuple(replace(option, affordable=paid.get(option.id)) for option in decision.options)
    )
