"""Who changes jobs, who is hired, who is missing on the first day, and what the change itself costs."""

from collections.abc import Iterable
from dataclasses import replace

from salesdesign.model.plan import Move, Plan
from salesdesign.reporting.blocks import Block, Phrase, Point, Points, Prose, Tone
from salesdesign.reporting.sections.jobs import role_name
from salesdesign.reporting.sections.planned.words import amount, month_name, too_many
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, counted, list_of, number

LABELS = {
    "moves": "Change jobs",
    "stays": "Keep their jobs",
    "hired": "Are hired, over the whole plan",
    "missing": "Are missing until the first can start",
    "idle": "Have more people than work",
}
BEYOND = "Today's structure does not reach the target in time, so no saving can be held against that."
NEVER = "What it saves against today's structure does not repay that within the plan."


def moves(view: View, plan: Plan) -> tuple[Block, ...]:
    """The people by what happens to them, and the dip that the change costs; empty where nobody is counted."""
    found = _together(plan.moves) if too_many(plan) else plan.moves
    points = tuple(_point(view, kind, label, found) for kind, label in LABELS.items() if _of(found, kind))
    last = [*_transition(view, plan), *_last_start(plan)]
    told = [Prose(phrases=tuple(Phrase(text=text) for text in last))] if last and points else []
    return (Points(items=points), *told) if points else ()


def sentence_of_moves(view: View, plan: Plan) -> str:
    """Who changes jobs, in a clause; empty where nobody does."""
    found = _of(_together(plan.moves) if too_many(plan) else plan.moves, "moves")
    return list_of(_told(view, move) for move in found) if found else ""


def _together(found: Iterable[Move]) -> tuple[Move, ...]:
    """The moves of all segments together."""
    alike: dict[tuple[str, str | None, str | None], Move] = {}
    for move in found:
        key = (move.kind, move.from_role, move.to_role)
        people = move.people + (alike[key].people if key in alike else 0)
        alike[key] = replace(move, segment="", people=people)
    return tuple(alike.values())


def _point(view: View, kind: str, label: str, found: Iterable[Move]) -> Point:
    told = list_of(_told(view, move) for move in _of(found, kind))
    tone = Tone.AGAINST if kind in ("missing", "idle") else Tone.NEUTRAL
    return Point(label=label, text=f"{capitalised(told)}.", tone=tone)


def _of(found: Iterable[Move], kind: str) -> list[Move]:
    return [move for move in found if move.kind == kind]


def _told(view: View, move: Move) -> str:
    where = f" for {move.segment}" if move.segment else ""
    role = move.to_role or move.from_role or ""
    if move.kind == "moves" and move.from_role and move.to_role:
        before = role_name(view, move.from_role, move.people)
        become = "becomes" if move.people == 1 else "become"
        return f"{number(move.people)} {before} {become} {role_name(view, move.to_role, move.people)}{where}"
    return f"{number(move.people)} {role_name(view, role, move.people)}{where}"


def _out_of_reach(view: View, plan: Plan) -> bool:
    """Whether today's structure does not reach the target at whatever cost."""
    return any(row.structure == view.main.current and row.binding == "capacity" for row in plan.alternatives)


def _transition(view: View, plan: Plan) -> Iterable[str]:
    change = plan.transition
    if not change.dip:
        return
    yield f"While people learn their new jobs about {amount(plan, change.dip)} of bookings are lost in the first year."
    if change.payback_months is None:
        yield BEYOND if _out_of_reach(view, plan) else NEVER
    elif change.payback_months > 0:
        months = counted(round(change.payback_months), "month")
        yield f"What the new structure saves against today's repays that after {months}."


def _last_start(plan: Plan) -> Iterable[str]:
    if plan.last_start is not None:
        yield f"A seller who starts after {month_name(plan, plan.last_start)} no longer helps the first year's target."
