"""The tables of a plan, each tidy: one row for one thing, one column for one measure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeAlias

from salesdesign.model.plan import Plan
from salesdesign.records import dataclass

Cell: TypeAlias = str | float | bool | None
"""What stands in a table: a text, a number, yes or no, or nothing known."""


class View(StrEnum):
    """The tables that a plan has."""

    PEOPLE = "people"
    BOOKINGS = "bookings"
    COST = "cost"
    FUNNEL = "funnel"
    MONTHS = "months"
    MOVES = "moves"
    SCORECARD = "scorecard"
    ALTERNATIVES = "alternatives"
    TERRITORIES = "territories"
    ASSUMPTIONS = "assumptions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table without a look."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table_of(plan: Plan, view: View) -> Table:
    """One table of a plan; it may have no rows."""
    rows = _ROWS[view](plan)
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return Table(columns=columns, rows=tuple(tuple(row.get(name) for name in columns) for row in rows))


def _records(records: Iterable[Any]) -> list[dict[str, Cell]]:  # any of the plan's kinds of row
    return [_record(record) for record in records]


def _record(record: Any) -> dict[str, Cell]:  # any of the plan's kinds of row
    found: dict[str, Cell] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, Mapping):
            found.update({f"{field.name}.{name}": part for name, part in value.items()})
        elif isinstance(value, tuple):
            found[field.name] = "; ".join(f"{part:g}" for part in value)
        else:
            found[field.name] = value
    return found


_ROWS: Mapping[View, Callable[[Plan], list[dict[str, Cell]]]] = {
    View.PEOPLE: lambda plan: _records(plan.people),
    View.BOOKINGS: lambda plan: _records(plan.bookings),
    View.COST: lambda plan: _records(plan.cost),
    View.FUNNEL: lambda plan: _records(plan.funnel),
    View.MONTHS: lambda plan: _records(plan.months),
    View.MOVES: lambda plan: _records(plan.moves),
    View.SCORECARD: lambda plan: _records(plan.scorecard),
    View.ALTERNATIVES: lambda plan: _records(plan.alternatives),
    View.TERRITORIES: lambda plan: _records(plan.territories),
    View.ASSUMPTIONS: lambda plan: _records(plan.assumptions),
}
