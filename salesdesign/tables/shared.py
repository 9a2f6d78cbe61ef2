"""Questions about texts that are asked more than once, asked once: nothing else in a table is as dear."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from salesdesign.model.expression import Comparison
from salesdesign.tables.columns import Column, Compared, Constant, Named, OneOf, Opposite, Some, parts_of, rebuilt


@dataclass(frozen=True, slots=True)
class Shared:
    """Questions whether an input is a certain text, each under a name of its own."""

    columns: Mapping[str, Column]
    """To be calculated before all else."""

    def within(self, column: Column) -> Column:
        """The column with the shared questions called by their names."""
        match column:
            case Compared(Comparison.EQUAL | Comparison.UNEQUAL as how, Named(name), Constant(str(text))):
                asked = self._asked(name, text)
                return asked if how is Comparison.EQUAL else Opposite(asked)
            case OneOf(Named(name), values) if len(values) > 1:
                return Some(tuple(self._asked(name, text) for text in values))
            case _:
                return rebuilt(column, self.within)

    def throughout(self, columns: Mapping[str, Column]) -> Mapping[str, Column]:
        """Named columns, each with the shared questions called by their names."""
        return {name: self.within(column) for name, column in columns.items()}

    def _asked(self, name: str, text: str) -> Column:
        own = _own(name, text)
        return Named(own) if own in self.columns else _question(name, text)


def shared(columns: Iterable[Column], inputs: Collection[str]) -> Shared:
    """The questions about the inputs that are asked in more than one place of these columns."""
    places = Counter(asked for column in columns for asked in _asked_in(column) if asked[0] in inputs)
    return Shared({_own(*asked): _question(*asked) for asked, times in places.items() if times > 1})


def _asked_in(column: Column) -> Iterator[tuple[str, str]]:
    """The name and the text of every such question."""
    match column:
        case Compared(Comparison.EQUAL | Comparison.UNEQUAL, Named(name), Constant(str(text))):
            yield name, text
        case OneOf(Named(name), values) if len(values) > 1:
            yield from ((name, text) for text in values)
        case _:
            for part in parts_of(column):
                yield from _asked_in(part)


def _own(name: str, text: str) -> str:
    return f"is {text} {name}"


def _question(name: str, text: str) -> Column:
    return Compared(Comparison.EQUAL, Named(name), Constant(text))
