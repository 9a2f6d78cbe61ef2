"""Why rows are wrong, for many rows at once: the same wrong cell is read once, however often it stands there."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import polars as pl

from salesdesign.errors import BadInput, Problem
from salesdesign.facts.names import CURRENCY, NAME
from salesdesign.facts.problems import MOST, Problems, shown
from salesdesign.facts.validate import problems_in
from salesdesign.facts.values import value_of
from salesdesign.model.catalogue import Catalogue
from salesdesign.tables.blame import REFUSED, TOGETHER
from salesdesign.tables.checks import read_all_the_same, read_together
from salesdesign.tables.reject import node_of, problems_of, reason, tree_of

_KEPT = 20_000
"""Different cells of a column that are remembered."""


class Reason(NamedTuple):
    """Why a row is wrong."""

    place: int
    """The column that is to blame, from 1: a row names its reasons from left to right."""
    column: str
    why: str


class Reasons:
    """Tells rows what a facts file would hear."""

    def __init__(self, catalogue: Catalogue, facts: Sequence[str], source: str) -> None:
        self._catalogue, self._facts, self._source = catalogue, facts, source
        self._by_cell: list[dict[object, tuple[Reason, ...]]] = [{} for _ in facts]
        beside = read_together(catalogue)
        self._all_the_same = read_all_the_same(catalogue)
        self._beside = [(place, name) for place, name in enumerate(facts, 1) if name in beside]
        self._by_cells: dict[object, tuple[Reason, ...]] = {}
        self._absent = {shown(fact.name) for fact in catalogue.facts.values() if fact.required}

    def of(self, rows: pl.DataFrame) -> Iterator[tuple[int, Sequence[Reason]]]:
        """The place of every row among these, from 0, with its reasons; what is to blame is flagged in `rows`."""
        found = [one for place, name in enumerate(self._facts) for one in self._refused(place, name, rows)]
        found += self._beside_each_other(rows)
        found.sort()
        hard = set(self._hard(rows))
        by_row = {at: [each for _, each in some] for at, some in groupby(found, key=itemgetter(0))}
        for at in range(rows.height):
            told = by_row.get(at, [])
            whole = at in hard or not 0 < len(told) < MOST
            yield at, self._of_all(rows.row(at, named=True)) if whole else told

    def _hard(self, rows: pl.DataFrame) -> list[int]:
        """The rows in which a list that is looked at beside others is refused: what is left of it counts."""
        lists = [name for _, name in self._beside if name != CURRENCY and name in self._all_the_same]
        flags = [pl.col(f"{REFUSED}{name}") for name in lists]
        return rows.select(pl.any_horizontal(flags)).to_series().arg_true().to_list() if flags else []

    def _refused(self, place: int, name: str, rows: pl.DataFrame) -> Iterator[tuple[int, Reason]]:
        """What is wrong with the cells of a column by themselves."""
        flagged = rows[f"{REFUSED}{name}"].arg_true()
        if flagged.is_empty():
            return
        known = self._by_cell[place]
        for at, cell in zip(flagged.to_list(), rows[name].gather(flagged).to_list(), strict=True):
            key = repr(cell) if isinstance(cell, list) else cell
            told = known.get(key)
            if told is None:
                told = self._remembered(known, key, self._of_cell(place + 1, name, cell))
            for each in told:
                yield at, each

    def _beside_each_other(self, rows: pl.DataFrame) -> Iterator[tuple[int, Reason]]:
        """What is wrong with facts that are not wrong by themselves."""
        flagged = rows[TOGETHER].arg_true()
        if flagged.is_empty():
            return
        names = [name for _, name in self._beside]
        cells = rows.select(map(self._looked_at, names)).select(pl.all().gather(flagged))
        for at, row in zip(flagged.to_list(), cells.iter_rows(), strict=True):
            key = repr(row)
            told = self._by_cells.get(key)
            if told is None:
                told = self._remembered(self._by_cells, key, self._of_cells(row))
            for each in told:
                yield at, each

    def _looked_at(self, name: str) -> pl.Expr:
        cell = pl.col(name)
        return cell if name in self._all_the_same else pl.when(~pl.col(f"{REFUSED}{name}")).then(cell).alias(name)

    @staticmethod
    def _remembered(
        known: dict[object, tuple[Reason, ...]], key: object, told: tuple[Reason, ...]
    ) -> tuple[Reason, ...]:
        if len(known) >= _KEPT:
            known.clear()
        known[key] = told
        return told

    def _of_cell(self, place: int, name: str, cell: object) -> tuple[Reason, ...]:
        """What is wrong with one cell, as if it stood alone."""
        fact = self._catalogue.facts[name]
        problems = Problems(self._source)
        with suppress(BadInput):  # there are too many, and the row is read as a whole
            value_of(fact, node_of(fact, cell, 1, place), problems)
        if 0 < len(problems.found) < MOST:
            return _reasons(sorted(problems.found))
        found = problems_in(tree_of(1, [(place, name, cell)], self._catalogue), self._source, self._catalogue)
        return _reasons(problem for problem in found if problem.subject in ("", shown(name)))

    def _of_cells(self, row: Sequence[object]) -> tuple[Reason, ...]:
        """What is wrong with facts beside each other; what is missing is told where it is missing."""
        stated = ((*column, cell) for column, cell in zip(self._beside, row, strict=True) if cell is not None)
        cells = [(0, NAME, "A"), *stated]
        found = problems_in(tree_of(1, cells, self._catalogue), self._source, self._catalogue)
        told = _reasons(problem for problem in found if problem.subject not in self._absent)
        apart = {one for cell in cells if cell[1] == CURRENCY for one in self._of_cell(*cell)}
        return tuple(one for one in told if one not in apart)

    def _of_all(self, row: dict[str, object]) -> tuple[Reason, ...]:
        """What is wrong with a row, read as a whole."""
        cells = {name: row[name] for name in self._facts}
        return _reasons(problems_of(1, cells, self._catalogue, self._source))


def _reasons(problems: Iterator[Problem] | Sequence[Problem]) -> tuple[Reason, ...]:
    return tuple(Reason(problem.column, problem.subject, reason(problem)) for problem in problems)
