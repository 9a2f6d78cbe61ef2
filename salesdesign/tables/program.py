"""A pack as named columns in layers, each layer calculated from those before it: what every engine of tables runs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from salesdesign.tables.columns import Column, Named, names_in
from salesdesign.tables.folding import is_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Columns to calculate."""

    inputs: tuple[str, ...]
    """The facts that are read, by name."""
    layers: tuple[Mapping[str, Column], ...]
    """Each reads the inputs and the layers before it."""


class Steps:
    """Named columns, added one after the other."""

    def __init__(self, inputs: Iterable[str]) -> None:
        self._depths = dict.fromkeys(inputs, 0)
        self._columns: dict[str, Column] = {}
        self._names: dict[Column, str] = {}

    def add(self, name: str, column: Column) -> Column:
        """The column under a name, to be calculated once and used often; what is plain or there already stays."""
        if is_plain(column):
            return column
        if column not in self._names:
            own = self._names[column] = _free(name, self._depths)
            self._depths[own] = 1 + self._depth(column)
            self._columns[own] = column
        return Named(self._names[column])

    def program(self, outputs: Iterable[Column]) -> Program:
        """Everything that these outputs need, and nothing else."""
        needed = self._needed(outputs)
        kept = {name: column for name, column in self._columns.items() if name in needed}
        deepest = max((self._depths[name] for name in kept), default=0)
        return Program(
            inputs=tuple(name for name in self._depths if name in needed and name not in self._columns),
            layers=tuple(self._layer(kept, depth) for depth in range(1, deepest + 1)),
        )

    def _layer(self, kept: Mapping[str, Column], depth: int) -> Mapping[str, Column]:
        return {name: column for name, column in kept.items() if self._depths[name] == depth}

    def _depth(self, column: Column) -> int:
        return max((self._depths[name] for name in names_in(column)), default=0)

    def _needed(self, columns: Iterable[Column]) -> set[str]:
        needed: set[str] = set()
        open_ones = [name for column in columns for name in names_in(column)]
        while open_ones:
            name = open_ones.pop()
            if name not in needed:
                needed.add(name)
                open_ones += names_in(self._columns[name]) if name in self._columns else ()
        return needed


def _free(name: str, taken: Iterable[str]) -> str:
    """The name, or the name with a number where it is taken."""
    number, free = 2, name
    while free in taken:
        number, free = number + 1, f"{name}_{number}"
    return free
