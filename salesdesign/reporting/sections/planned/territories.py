"""How even the territories are, and how they would be with the sellers of the plan."""

from salesdesign.model.plan import Plan, TerritoryRow
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Prose, Table
from salesdesign.reporting.sections.planned.words import amount
from salesdesign.wording.numbers import list_of, number, share

COLUMNS = (
    Column(title="Territory"),
    Column(title="Sellers today", numeric=True),
    Column(title="Potential of each", numeric=True),
    Column(title="Of the mean", numeric=True),
    Column(title="Sellers planned", numeric=True),
    Column(title="Potential to hold", numeric=True),
    Column(title="Of the mean then", numeric=True),
)
LOW, HIGH = 0.8, 1.2
"""Between these a territory counts as even."""


def territories(plan: Plan) -> tuple[Block, ...]:
    """Each territory today and evened out; empty where none were given."""
    found = plan.territories
    if not found:
        return ()
    table = Table(
        caption="Territories today and evened out", columns=COLUMNS, rows=tuple(_row(plan, one) for one in found)
    )
    return (Prose(phrases=tuple(Phrase(text=text) for text in _told(found))), table)


def _told(found: tuple[TerritoryRow, ...]) -> tuple[str, ...]:
    poor = [one.name for one in found if one.evenness < LOW]
    rich = [one.name for one in found if one.evenness > HIGH]
    parts = [f"in {list_of(names)} much {than}" for names, than in ((poor, "less"), (rich, "more")) if names]
    if not parts:
        return ("Potential is shared out evenly today.",)
    return (
        f"A seller has {' and '.join(parts)} to work with than colleagues elsewhere.",
        "The plan moves sellers first, then accounts, until every seller's potential is near the mean.",
    )


def _row(plan: Plan, one: TerritoryRow) -> tuple[Cell, ...]:
    texts = (
        one.name,
        number(one.sellers),
        amount(plan, one.per_seller),
        share(one.evenness),
        number(one.sellers_after),
        amount(plan, one.potential_after),
        share(one.evenness_after),
    )
    return tuple(Cell(text=text) for text in texts)
