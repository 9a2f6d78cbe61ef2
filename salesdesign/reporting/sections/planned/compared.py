"""The same company under each structure that is open to it: people, cost, bookings, time and chance."""

from collections.abc import Iterable

from salesdesign.model.plan import Alternative, Plan
from salesdesign.reporting.blocks import (
    Block,
    Cell,
    Column,
    Phrase,
    Prose,
    Table,
    TwinBar,
    TwinBars,
    TwinRow,
)
from salesdesign.reporting.phrasing import lowered
from salesdesign.reporting.sections.planned.words import amount, percent, structure_name, why_not
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, list_of, number, share

COLUMNS = (
    Column(title="Structure"),
    Column(title="People", numeric=True),
    Column(title="Chance", numeric=True),
    Column(title="Keeps pace from", numeric=True),
    Column(title="Obstacle"),
)
SAME = "Each was planned for the same target with the same budget, for the whole company and over the whole plan."
UNSIZED = "Each divides the people of today: nobody said what is wanted, so bookings are not counted."
UNSIZED_COLUMNS = (Column(title="Structure"), Column(title="People", numeric=True), Column(title="Cost", numeric=True))
FITS = "Fit decides which one is recommended; a budget can forbid it."
UNBUDGETED = "Where the budget does not pay for a structure, its row shows what reaching the target would cost."


def compared(view: View, plan: Plan) -> tuple[Block, ...]:
    """A picture of cost and bookings, and one row a structure; empty where only one is open."""
    if len(plan.alternatives) < 2:
        return ()
    if not plan.bookings:
        return _divided(view, plan)
    texts = (SAME, FITS, *_alike(view, plan), *_unpaid(plan))
    rows = tuple(_row(view, plan, found) for found in plan.alternatives)
    return (
        Prose(phrases=tuple(Phrase(text=text) for text in texts)),
        *_picture(view, plan),
        Table(caption="People at the end, and the chance to meet the first year's target", columns=COLUMNS, rows=rows),
    )


def _divided(view: View, plan: Plan) -> tuple[Block, ...]:
    """What the people of today cost in each structure, where no bookings are wanted."""
    rows = tuple(
        tuple(Cell(text=text) for text in (structure_name(view, found.structure), number(found.people), cost))
        for found in plan.alternatives
        for cost in (amount(plan, found.cost) if found.cost is not None else "not known",)
    )
    return (
        Prose(phrases=tuple(Phrase(text=text) for text in (UNSIZED, *_alike(view, plan)))),
        Table(caption="People at the end, and cost over the whole plan", columns=UNSIZED_COLUMNS, rows=rows),
    )


def _alike(view: View, plan: Plan) -> Iterable[str]:
    """Structures that take the same people, which differ in who leads them and not in number."""
    alike: dict[tuple[object, ...], list[str]] = {}
    for row in plan.alternatives:
        alike.setdefault((row.people, row.hires, row.cost, row.bookings), []).append(row.structure)
    for names in alike.values():
        if len(names) > 1:
            told = list_of(lowered(structure_name(view, name)) for name in names)
            yield f"{capitalised(told)} take the same people here; they differ in who works with whom."


def _unpaid(plan: Plan) -> Iterable[str]:
    if any(row.binding == "budget" for row in plan.alternatives):
        yield UNBUDGETED


def _picture(view: View, plan: Plan) -> Iterable[Block]:
    rows = [(row.structure, row.cost, row.bookings) for row in plan.alternatives]
    known = [(name, cost, booked) for name, cost, booked in rows if cost is not None and booked is not None]
    most = max((max(cost, booked) for _, cost, booked in known), default=0.0)
    if most:
        yield TwinBars(
            caption="Cost and bookings of each structure over the whole plan",
            series=("of cost", "of bookings"),
            rows=tuple(
                TwinRow(
                    name=structure_name(view, name),
                    bars=tuple(
                        TwinBar(text=amount(plan, value), width=percent(value, most)) for value in (cost, booked)
                    ),
                )
                for name, cost, booked in known
            ),
        )


def _row(view: View, plan: Plan, found: Alternative) -> tuple[Cell, ...]:
    reached = found.quarters_to_target
    texts = (
        structure_name(view, found.structure),
        number(found.people),
        share(found.chance) if found.chance is not None else "not known",
        plan.quarters[reached - 1] if reached is not None else "never",
        "None" if found.feasible else capitalised(why_not(found.binding)),
    )
    return tuple(Cell(text=text) for text in texts)
