"""A pack made ready to run over tables of one shape, lazily and batch by batch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from salesdesign.facts.names import NAME
from salesdesign.model.pack import Pack
from salesdesign.tables.blame import Blame, blame_of
from salesdesign.tables.columns import Column
from salesdesign.tables.expressions import expression
from salesdesign.tables.load import RAW, UNREADABLE, Reading, reading_of
from salesdesign.tables.outline import Detail, outlined
from salesdesign.tables.pruned import pruned
from salesdesign.tables.shared import shared
from salesdesign.tables.worded import words_of

WRONG = "wrong"
"""The column that says whether a row holds anything that it may not; never null."""


SEEN = "seen "
"""Before the name of a fact that is shown as rules see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a table of results shows."""

    detail: Detail = Detail.OPTIONS
    keep: tuple[str, ...] = (NAME,)
    """Columns of the table that are carried through, facts or not, each once."""
    seen: tuple[str, ...] = ()
    """Facts shown as rules see them, derived ones too and money in US dollars, under their names after `SEEN`."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """They replace those of criteria, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kernel:
    """Everything that Polars has to know."""

    reading: Reading
    blame: Blame
    layers: tuple[tuple[pl.Expr, ...], ...]
    wrong: pl.Expr
    kept: tuple[pl.Expr, ...]
    shown: tuple[pl.Expr, ...]
    """The results, in their order."""

    def judged(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """What is kept, the results, and whether the row is wrong, of every row."""
        return self.calculated(frame, [*self.kept, *self.shown, self.wrong])

    def results(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """What is kept, and the results, of the good rows."""
        return self.judged(frame).filter(~pl.col(WRONG)).drop(WRONG)  # sorted out last, where the columns are fewest

    def rejected(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """What is kept that is no fact, the cells of every fact as they were, and what is to blame, of wrong rows."""
        cells = [pl.col(name) for name in (*self.reading.kept, *(f"{RAW}{name}" for name in self.reading.facts))]
        found = self.calculated(frame, [*cells, self.wrong])
        return self.blame.of(found.filter(WRONG).drop(WRONG), self.reading.kept)

    def calculated(self, frame: pl.LazyFrame, asked: Sequence[pl.Expr]) -> pl.LazyFrame:
        """What is asked of the cells of the table, its facts, and everything that follows."""
        reading = (self.reading.raw, self.reading.typed, (self.reading.unreadable,))
        for layer in (*pruned((*reading, *self.layers), asked), asked):
            frame = frame.select(layer)
        return frame


def kernel_of(schema: Mapping[str, pl.DataType], pack: Pack, wanted: Wanted, source: str) -> Kernel:
    """The kernel of a pack for tables of this shape; `source` names the table in messages.

    Raises:
        BadInput: columns that are no facts, or cannot hold theirs.
    """
    reading = reading_of(schema, pack.catalogue, wanted.keep, source)
    outline = outlined(pack, reading.facts, wanted.weights, wanted.detail)
    results = {
        **outline.results,
        **{f"{SEEN}{name}": outline.facts[name] for name in wanted.seen if name in outline.facts},
    }
    shown = [*results.values(), outline.wrong]
    layers = outline.steps.program(shown).layers
    everything = [*shown, *(column for layer in layers for column in layer.values())]
    questions, words = shared(everything, reading.facts), words_of(everything)
    asked = (questions.columns, *map(questions.throughout, layers))
    return Kernel(
        reading=reading,
        blame=blame_of(reading, pack.catalogue),
        layers=tuple(_named(words.throughout(layer)) for layer in asked if layer),
        wrong=(pl.col(UNREADABLE) | expression(words.within(questions.within(outline.wrong)))).alias(WRONG),
        kept=tuple(_kept(reading, wanted)),
        shown=_named(words.throughout(questions.throughout(results))),
    )


def _named(columns: Mapping[str, Column]) -> tuple[pl.Expr, ...]:
    return tuple(expression(column).alias(name) for name, column in columns.items())


def _kept(reading: Reading, wanted: Wanted) -> list[pl.Expr]:
    there = {**{name: f"{RAW}{name}" for name in reading.facts}, **{name: name for name in reading.kept}}
    return [pl.col(there[name]).alias(name) for name in dict.fromkeys(wanted.keep) if name in there]
