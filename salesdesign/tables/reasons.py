"""Why rows are wrong, for many rows at once: the same wrong cell is read once, however often it stands there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

import polars as pl

from salesdesign.errors import Problem
from salesdesign.facts.names import CURRENCY
from salesdesign.facts.problems import Complaint, Problems, shown
from salesdesign.facts.validate import problems_in
from salesdesign.facts.values import DUE, value_of
from salesdesign.facts.words import currency_complaint
from salesdesign.model.catalogue import Catalogue
from salesdesign.tables.beside import Conflict, conflict_of
from salesdesign.tables.blame import REFUSED, TOGETHER
from salesdesign.tables.kernel import Kernel
from salesdesign.tables.reject import node_of, problems_of, reason, tree_of

_IN_FULL, _ALL_IN_FULL = 20_000, 100_000
"""Problems that are told with what cells hold: of different cells of a column, of conflicts of a kind; and in all."""


class Reason(NamedTuple):
    """Why a row is wrong."""

    place: int
    """The column that is to blame, from 1: a row names its reasons from left to right."""
    column: str
    why: str


_Told: TypeAlias = tuple[Reason, ...]


class Reasons:
    """Tells rows what a facts file would hear."""

    def __init__(self, catalogue: Catalogue, kernel: Kernel, source: str) -> None:
        self._catalogue, self._facts, self._source = catalogue, kernel.reading.facts, source
        answers = partial(_Answers, _Left(_ALL_IN_FULL))
        conflicts = [conflict_of(broken, self._facts, catalogue) for broken in kernel.blame.conflicts]
        self._cells = {
            name: answers(partial(self._of_cell, place, name), self._of_any_cell(name))
            for place, name in enumerate(self._facts, 1)
        }
        self._conflicts = [
            (conflict.names, answers(partial(self._of_cells, conflict), self._of_any_cells(conflict)))
            for conflict in conflicts
        ]

    def of(self, rows: pl.DataFrame) -> Iterator[tuple[int, Sequence[Reason]]]:
        """The place of every row among these, from 0, with its reasons; what is to blame is flagged in `rows`."""
        found = sorted([*self._refused(rows), *self._beside_each_other(rows)])
        by_row = {at: [each for _, each in some] for at, some in groupby(found, key=itemgetter(0))}
        for at in range(rows.height):
            yield at, by_row.get(at) or self._of_all(rows.row(at, named=True))

    def _refused(self, rows: pl.DataFrame) -> Iterator[tuple[int, Reason]]:
        """What is wrong with cells by themselves."""
        for name, answers in self._cells.items():
            flagged = rows[f"{REFUSED}{name}"].arg_true()
            for at, cell in zip(flagged.to_list(), rows[name].gather(flagged).to_list(), strict=True):
                yield from ((at, one) for one in answers.to(cell))

    def _beside_each_other(self, rows: pl.DataFrame) -> Iterator[tuple[int, Reason]]:
        """What is wrong with facts that are not wrong by themselves."""
        for place, (names, answers) in enumerate(self._conflicts):
            flagged = rows[f"{TOGETHER}{place}"].arg_true()
            cells = rows.select(pl.col(names).gather(flagged))
            for at, row in zip(flagged.to_list(), cells.iter_rows(), strict=True):
                yield from ((at, one) for one in answers.to(row))

    def _of_cell(self, place: int, name: str, cell: object) -> _Told:
        """What is wrong with one cell, as if it stood alone."""
        fact = self._catalogue.facts[name]
        problems = Problems(self._source)
        node = node_of(fact, cell, 1, place)
        value = value_of(fact, node, problems)
        complaint = currency_complaint(value) if name == CURRENCY and isinstance(value, str) else None
        if complaint:
            problems.add(node, name, complaint)
        if problems.found:
            return _reasons(sorted(problems.found))
        found = problems_in(tree_of(1, [(place, name, cell)], self._catalogue), self._source, self._catalogue)
        return _reasons(problem for problem in found if problem.subject in ("", shown(name)))

    def _of_any_cell(self, name: str) -> _Told:
        """What is wrong with a cell, whatever it holds."""
        fact = self._catalogue.facts[name]
        mend = f"Write, for example, {fact.example}." if fact.example else ""
        wrong = f"It cannot be read, or is out of bounds: {DUE[fact.type]} is due."
        return self._reason(name, name, Complaint(wrong, mend))

    def _of_cells(self, conflict: Conflict, cells: Sequence[object]) -> _Told:
        """What is wrong with facts beside each other."""
        return self._reason(conflict.subject, *conflict.of(cells))

    def _of_any_cells(self, conflict: Conflict) -> _Told:
        """What is wrong with facts in this conflict, whatever they are."""
        return self._reason(conflict.subject, *conflict.of_any())

    def _reason(self, subject: str, name: str, complaint: Complaint) -> _Told:
        """A complaint about `subject`, told at the column of the fact `name`."""
        place = self._facts.index(name) + 1
        return _reasons(
            [Problem(file=self._source, line=1, column=place, subject=shown(subject), **complaint._asdict())]
        )

    def _of_all(self, row: dict[str, object]) -> _Told:
        """What is wrong with a row, read as a whole."""
        cells = {name: row[name] for name in self._facts}
        return _reasons(problems_of(1, cells, self._catalogue, self._source))


class _Answers:
    """What is wrong with cells: the same ones are read once, and very many different ones are told alike."""

    def __init__(self, in_all: "_Left", read: Callable[..., _Told], of_any: _Told) -> None:
        self._read, self._of_any = read, of_any
        self._known: dict[object, _Told] = {}
        self._left = (_Left(_IN_FULL), in_all)

    def to(self, cells: object) -> _Told:
        """What is wrong with them."""
        key = repr(cells) if isinstance(cells, (list, tuple)) else cells
        told = self._known.get(key)
        if told is None:
            if min(left.problems for left in self._left) <= 0:
                return self._of_any
            told = self._known[key] = self._read(cells)
            for left in self._left:
                left.problems -= len(told)
        return told


@dataclass(slots=True)
class _Left:
    """How many problems may still be told with what the cells hold."""

    problems: int


def _reasons(problems: Iterator[Problem] | Sequence[Problem]) -> _Told:
    return tuple(Reason(problem.column, problem.subject, reason(problem)) for problem in problems)
