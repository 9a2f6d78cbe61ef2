"""Two plans in a few lines: can they be carried out, how many people, at what cost, for which bookings, by when."""

from collections.abc import Iterable

from salesdesign.comparing.moves import PlanMove, PlanSide, RoleMove, StageMove
from salesdesign.reporting.phrasing import lowered, people
from salesdesign.reporting.sections.planned.words import BINDING, rounded
from salesdesign.wording.numbers import capitalised, counted, list_of, money, number, share

ROLES = 4
"""So many roles are named; the others are counted."""

BEYOND = "not before the plan ends"


def plan_lines(move: PlanMove | None, unplanned: tuple[str, str], roadmap: tuple[StageMove, ...]) -> Iterable[str]:
    """What moves in the plan, a line for each kind of figure; nothing where nothing does."""
    if bool(unplanned[0]) != bool(unplanned[1]):
        whose = "before" if unplanned[0] else "now"
        yield f"No plans are compared, as there is none {whose}: {unplanned[0] or unplanned[1]}"
    if move is not None and move.moved:
        yield from _start(move)
        yield _verdict(move)
        yield from _people(move)
        yield from _money(move)
    yield from (f"{stage.name}: {stage.before or BEYOND} → {stage.after or BEYOND}." for stage in roadmap)


def verdict(side: PlanSide) -> str:
    """Whether a plan can be carried out, and what keeps it from its target where not."""
    if side.feasible:
        return "can be carried out"
    return f"falls short, as {BINDING.get(side.binding or '', 'its limits do not allow it')}"


def amount(side: PlanSide, value: float | None) -> str:
    """An amount of a plan, to three digits; a word where it is not known."""
    return "not known" if value is None else money(rounded(value), side.currency)


def chance(side: PlanSide) -> str:
    """How likely the target is met."""
    return "not known" if side.chance is None else share(side.chance)


def _start(move: PlanMove) -> Iterable[str]:
    """Years that begin at other times are other years: a reader has to know."""
    one, other = move.before.start, move.after.start
    if one != other:
        yield f"The plans begin at different times: {one or 'no date'} → {other or 'no date'}."


def _verdict(move: PlanMove) -> str:
    before, after = verdict(move.before), verdict(move.after)
    if before != after:
        return f"Plan: {before} → {after}."
    return f"Plan: {after}, as before." if move.after.feasible else f"Plan: still {after}."


def _people(move: PlanMove) -> Iterable[str]:
    old, new = move.before, move.after
    counts = [(old.people_year, new.people_year, "after a year"), (old.people_end, new.people_end, "at its end")]
    said = [f"{number(one)} → {people(other)} {when}" for one, other, when in counts if one != other]
    if said or move.roles:
        total = "; ".join(said) or f"{people(new.people_end)} at its end, as before"
        roles = f" ({_roles(move.roles)})" if move.roles else ""
        yield f"People in the plan: {total}{roles}."


def _roles(roles: tuple[RoleMove, ...]) -> str:
    named = [f"{lowered(role.name)} {role.before} → {role.after}" for role in roles[:ROLES]]
    more = [counted(len(roles) - ROLES, "other role")] if len(roles) > ROLES else []
    return list_of([*named, *more])


def _money(move: PlanMove) -> Iterable[str]:
    old, new = move.before, move.after
    cost, budget = _pair(move, old.cost, new.cost), _pair(move, old.budget, new.budget)
    if old.cost != new.cost or old.budget != new.budget:
        yield f"Cost of its first year: {cost}, of a budget of {budget}."
    brings = [
        f"{what} {_pair(move, one, other)}"
        for what, one, other in (("wanted", old.wanted, new.wanted), ("expected", old.expected, new.expected))
        if one != other
    ]
    if chance(old) != chance(new):
        brings.append(f"chance to meet the target {chance(old)} → {chance(new)}")
    if brings:
        yield f"{capitalised('bookings of its first year')}: {', '.join(brings)}."


def _pair(move: PlanMove, one: float | None, other: float | None) -> str:
    before, after = amount(move.before, one), amount(move.after, other)
    if before == after:
        return after
    changed = (
        ""
        if one is None or other is None or not one or move.before.currency != move.after.currency
        else _by(one, other)
    )
    return f"{before} → {after}{changed}"


def _by(one: float, other: float) -> str:
    by = other / one - 1
    return f" ({'+' if by > 0 else ''}{share(by)})"
