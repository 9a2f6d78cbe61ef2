"""The same company under each structure that is open to it: people, cost, bookings, time and chance."""

from salesdesign.model.plan import Alternative, Plan
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Prose, Table
from salesdesign.reporting.sections.planned.words import BINDING, amount
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import capitalised, number, share

COLUMNS = (
    Column(title="Structure"),
    Column(title="People at the end", numeric=True),
    Column(title="Cost", numeric=True),
    Column(title="Bookings", numeric=True),
    Column(title="Chance", numeric=True),
    Column(title="Target from", numeric=True),
    Column(title="What stands in its way"),
)


def compared(view: View, plan: Plan) -> tuple[Block, ...]:
    """One row a structure; empty where only one is open."""
    if len(plan.alternatives) < 2:
        return ()
    caption = "Each structure for the whole company, over the whole plan"
    text = "Structures differ in what they cost as well as in how they fit. Fit decides; a budget can forbid."
    rows = tuple(_row(view, plan, found) for found in plan.alternatives)
    return (Prose(phrases=(Phrase(text=text),)), Table(caption=caption, columns=COLUMNS, rows=rows))


def _row(view: View, plan: Plan, found: Alternative) -> tuple[Cell, ...]:
    reached = found.quarters_to_target
    texts = (
        _name(view, found.structure),
        number(found.people),
        amount(plan, found.cost) if found.cost is not None else "not known",
        amount(plan, found.bookings) if found.bookings is not None else "not known",
        share(found.chance) if found.chance is not None else "not known",
        f"quarter {reached}" if reached is not None else "never",
        "nothing" if found.feasible else capitalised(BINDING.get(found.binding or "", "its limits")),
    )
    return tuple(Cell(text=text) for text in texts)


def _name(view: View, structure: str) -> str:
    option = view.option(view.pack.main, structure)
    return option.name if option else capitalised(structure.replace("_", " "))
