"""Steps over a table that carry along no column longer than it is read: what is in flight is what takes memory."""

from collections.abc import Iterable, Sequence

import polars as pl

Layer = tuple[pl.Expr, ...]


def pruned(layers: Sequence[Layer], outputs: Iterable[pl.Expr]) -> tuple[Layer, ...]:
    """The layers as selections, each of the new columns and of those before it that are still read after it."""
    read, kept = _roots(outputs), []
    for layer in reversed(layers):
        made = {column.meta.output_name(): column for column in layer}
        used = [column for name, column in made.items() if name in read]
        carried = sorted(read - made.keys())
        kept.append((*map(pl.col, carried), *used))
        read = {*carried, *_roots(used)}
    return tuple(reversed(kept))


def _roots(columns: Iterable[pl.Expr]) -> set[str]:
    return {name for column in columns for name in column.meta.root_names()}
