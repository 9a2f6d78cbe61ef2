"""How the plan and the road ahead move between two advices."""

from collections.abc import Mapping

from salesdesign.comparing.moves import PlanMove, PlanSide, RoleMove, StageMove
from salesdesign.model.advice import Advice, RoadmapStage
from salesdesign.model.plan import Plan
from salesdesign.planning.phases import people_by_quarter
from salesdesign.reporting.sections.jobs import role_name
from salesdesign.reporting.sections.planned.words import YEAR, first_year
from salesdesign.reporting.view import View


def plan_move(before: View, after: View) -> PlanMove | None:
    """The two plans side by side; None unless both were planned."""
    old, new = before.advice.plan, after.advice.plan
    if old is None or new is None:
        return None
    return PlanMove(before=_side(old), after=_side(new), roles=_roles(old, new, after))


def stage_moves(before: Advice, after: Advice) -> tuple[StageMove, ...]:
    """The later stages that the two plans reach at different times; none unless both were planned."""
    if before.plan is None or after.plan is None:
        return ()
    old, new = ({stage.phase: stage for stage in advice.roadmap[1:]} for advice in (before, after))
    moves = (_stage(phase, old.get(phase), new.get(phase)) for phase in {**old, **new})
    return tuple(move for move in moves if move.before != move.after)


def _stage(phase: str, old: RoadmapStage | None, new: RoadmapStage | None) -> StageMove:
    named = new or old
    return StageMove(
        phase=phase,
        name=named.name if named else phase,
        before=old.from_quarter if old else None,
        after=new.from_quarter if new else None,
    )


def _side(plan: Plan) -> PlanSide:
    year, people = first_year(plan), people_by_quarter(plan)
    costs = [row for row in plan.cost if row.quarter in year]
    budgets = [row.budget for row in costs if row.budget is not None]
    bookings = [row for row in plan.bookings if row.quarter in year]
    return PlanSide(
        structure=plan.structure,
        currency=plan.currency,
        start=plan.start,
        end=plan.quarters[-1],
        feasible=plan.feasible,
        binding=plan.binding,
        people_year=people[:YEAR][-1],
        people_end=people[-1],
        hires=sum(row.hires for row in plan.people),
        cost=sum(row.total for row in costs) if costs else None,
        budget=sum(budgets) if budgets else None,
        wanted=sum(row.wanted for row in bookings) if bookings else None,
        expected=sum(row.expected for row in bookings) if bookings else None,
        chance=plan.chance,
    )


def _roles(old: Plan, new: Plan, view: View) -> tuple[RoleMove, ...]:
    before, after = _at_the_end(old), _at_the_end(new)
    moves = (
        RoleMove(role=role, name=role_name(view, role, 2), before=before.get(role, 0), after=after.get(role, 0))
        for role in {**after, **before}
    )
    return tuple(
        sorted((move for move in moves if move.before != move.after), key=lambda move: -abs(move.after - move.before))
    )


def _at_the_end(plan: Plan) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for row in plan.people:
        if row.quarter == plan.quarters[-1]:
            counts[row.role] = counts.get(row.role, 0) + row.end
    return counts
