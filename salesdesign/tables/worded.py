"""The few texts that we write ourselves, known before a table is read: Polars holds each of them as a small number."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from salesdesign.tables.columns import Case, Column, Constant, Word, parts_of, rebuilt


@dataclass(frozen=True, slots=True)
class Words:
    """All texts that a program may write, in their order."""

    among: tuple[str, ...]

    def within(self, column: Column) -> Column:
        """The column with every text that it writes as one of these; texts that it only compares with stay."""
        match column:
            case Case(branches, otherwise):
                told = tuple((self.within(test), self._written(value)) for test, value in branches)
                return Case(told, self._written(otherwise))
            case _:
                return rebuilt(column, self.within)

    def throughout(self, columns: Mapping[str, Column]) -> Mapping[str, Column]:
        """Named columns, each with its texts as one of these."""
        return {name: self.within(column) for name, column in columns.items()}

    def _written(self, value: Column) -> Column:
        match value:
            case Constant(str(text)):
                return Word(text, self.among)
            case _:
                return self.within(value)


def words_of(columns: Iterable[Column]) -> Words:
    """The texts that these columns write."""
    return Words(tuple(sorted({text for column in columns for text in _texts(column)})))


def _texts(column: Column) -> Iterator[str]:
    if isinstance(column, Case):
        values = (column.otherwise, *(value for _, value in column.branches))
        yield from (value.value for value in values if isinstance(value, Constant) and isinstance(value.value, str))
    for part in parts_of(column):
        yield from _texts(part)
