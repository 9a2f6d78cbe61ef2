"""What is to blame in wrong rows, as columns: cells that are refused by themselves, facts beside each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from salesdesign.facts.names import CURRENCY
from salesdesign.model.catalogue import Catalogue, Consistency
from salesdesign.tables.checks import conflicts, refused
from salesdesign.tables.columns import Column
from salesdesign.tables.derive import in_dollars, stated, with_derived
from salesdesign.tables.expressions import expression
from salesdesign.tables.load import RAW, Reading
from salesdesign.tables.program import Steps
from salesdesign.tables.pruned import Layer, pruned

REFUSED = "refused "
"""Before the name of a fact: whether its cell is refused by itself; never null."""

TOGETHER = "together "
"""Before the number of a conflict: whether facts that are not refused are in it; never null."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """How it is found out, step by step."""

    layers: tuple[Layer, ...]
    told: Layer
    """The cells of every fact as they were, and what is to blame."""
    conflicts: tuple[str | Consistency, ...]
    """What facts can break beside each other, rules and wholes by their names; their places are their numbers."""

    def of(self, rows: pl.LazyFrame, kept: Sequence[str]) -> pl.LazyFrame:
        """What is kept, the cells and what is to blame, of rows with their cells as the table has them."""
        asked = (*map(pl.col, kept), *self.told)
        for layer in (*pruned(self.layers, asked), asked):
            rows = rows.select(layer)
        return rows


def blame_of(reading: Reading, catalogue: Catalogue) -> Blame:
    """How to find out what is to blame in a table that is read like this."""
    facts, steps = reading.facts, Steps(reading.facts)
    seen = with_derived(catalogue, in_dollars(catalogue, stated(catalogue, facts), steps), steps)
    found = dict(conflicts(catalogue, facts, seen))
    unknown = [name for name in facts if name != CURRENCY]  # a code of no currency is not the dollar all the same
    refusals = [_refusal(name, reading, catalogue) for name in facts]
    layers = [_named(layer) for layer in steps.program(list(found.values())).layers]
    return Blame(
        layers=(reading.typed, tuple(refusals), tuple(map(_unless_refused, unknown)), *layers),
        told=(
            *(pl.col(f"{RAW}{name}").alias(name) for name in facts),
            *(pl.col(f"{REFUSED}{name}") for name in facts),
            *(expression(column).alias(f"{TOGETHER}{place}") for place, column in enumerate(found.values())),
        ),
        conflicts=tuple(found),
    )


def _refusal(name: str, reading: Reading, catalogue: Catalogue) -> pl.Expr:
    wrong = expression(refused(catalogue.facts[name]))
    return (reading.unread[name] | wrong if name in reading.unread else wrong).alias(f"{REFUSED}{name}")


def _unless_refused(name: str) -> pl.Expr:
    """A fact that is unknown where it is refused, as it is for the reader of facts files."""
    return pl.when(~pl.col(f"{REFUSED}{name}")).then(pl.col(name)).alias(name)


def _named(columns: Mapping[str, Column]) -> Layer:
    return tuple(expression(column).alias(name) for name, column in columns.items())
