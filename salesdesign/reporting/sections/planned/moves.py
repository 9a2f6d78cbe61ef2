"""Who changes jobs, who is hired, who is missing on the first day, and what the change itself costs."""

from collections.abc import Iterable

from salesdesign.model.plan import Move, Plan
from salesdesign.reporting.blocks import Block, Phrase, Point, Points, Prose, Tone
from salesdesign.reporting.sections.jobs import role_name
from salesdesign.reporting.sections.planned.words import amount
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, counted, list_of, number

LABELS = {
    "moves": "Change jobs",
    "stays": "Keep their jobs",
    "hired": "Are hired",
    "missing": "Are missing on the first day",
    "idle": "Have more people than work",
}
NEVER = "What is saved does not repay that within the plan."


def moves(view: View, plan: Plan) -> tuple[Block, ...]:
    """The people by what happens to them, and the dip that the change costs; empty where nobody is counted."""
    points = tuple(_point(view, kind, label, plan.moves) for kind, label in LABELS.items() if _of(plan.moves, kind))
    return (Points(items=points), *_transition(plan)) if points else ()


def _point(view: View, kind: str, label: str, found: Iterable[Move]) -> Point:
    told = list_of(_told(view, move) for move in _of(found, kind))
    tone = Tone.AGAINST if kind in ("missing", "idle") else Tone.NEUTRAL
    return Point(label=label, text=f"{capitalised(told)}.", tone=tone)


def _of(found: Iterable[Move], kind: str) -> list[Move]:
    return [move for move in found if move.kind == kind]


def _told(view: View, move: Move) -> str:
    where = f" for {move.segment}" if move.segment else ""
    role = move.to_role or move.from_role or ""
    people = f"{number(move.people)} {role_name(view, role, move.people)}"
    if move.kind == "moves" and move.from_role and move.to_role:
        before = role_name(view, move.from_role, move.people)
        become = "becomes" if move.people == 1 else "become"
        return f"{number(move.people)} {before} {become} {role_name(view, move.to_role, move.people)}{where}"
    return f"{people}{where}{_when(move)}"


def _when(move: Move) -> str:
    return f" by month {move.month}" if move.kind == "hired" else ""


def _transition(plan: Plan) -> Iterable[Block]:
    change = plan.transition
    if not change.dip:
        return
    phrases = [
        f"The change itself costs about {amount(plan, change.dip)} of the first year's bookings, while people learn."
    ]
    if change.payback_months is None:
        phrases.append(NEVER)
    elif change.payback_months > 0:
        phrases.append(f"That is repaid after {counted(round(change.payback_months), 'month')}.")
    yield Prose(phrases=tuple(Phrase(text=phrase) for phrase in phrases))
