"""Headcount by job and quarter, as a picture and as a table."""

from collections.abc import Iterable

from salesdesign.model.plan import Plan
from salesdesign.planning.basis import ROLES
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Prose, Stack, StackRow, Table
from salesdesign.reporting.phrasing import people as counted_people
from salesdesign.reporting.sections.planned.stacks import stacked
from salesdesign.reporting.sections.planned.summary import headcount
from salesdesign.reporting.sections.planned.words import job
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import number

Counts = dict[str, dict[str, int]]
"""People by job and quarter."""


def people(view: View, plan: Plan) -> tuple[Block, ...]:
    """How many people hold each job at the end of each quarter."""
    counts = _counts(plan)
    if not counts:
        return ()
    return (
        Prose(phrases=(Phrase(text=headcount(plan)),)),
        _picture(view, plan, counts),
        _table(view, plan, counts),
    )


def _counts(plan: Plan) -> Counts:
    counts: Counts = {}
    for row in plan.people:
        found = counts.setdefault(row.role, dict.fromkeys(plan.quarters, 0))
        found[row.quarter] += row.end
    return {role: counts[role] for role in ranked(counts) if any(counts[role].values())}


def ranked(roles: Iterable[str]) -> list[str]:
    """Jobs as they are shown: who sells first, then who leads and supports, each in the order of the plan."""
    return sorted(roles, key=lambda role: ROLES.index(role) if role in ROLES else 0)


def _picture(view: View, plan: Plan, counts: Counts) -> Stack:
    most = max(_total(counts, quarter) for quarter in plan.quarters)
    rows = tuple(
        StackRow(
            name=quarter,
            text=counted_people(_total(counts, quarter)),
            parts=stacked((ends[quarter] for ends in counts.values()), most),
        )
        for quarter in plan.quarters
    )
    return Stack(
        caption="People at the end of each quarter", series=tuple(job(view, role) for role in counts), rows=rows
    )


def _total(counts: Counts, quarter: str) -> int:
    return sum(found[quarter] for found in counts.values())


def _table(view: View, plan: Plan, counts: Counts) -> Table:
    columns = (Column(title="Job"), *(Column(title=quarter, numeric=True) for quarter in plan.quarters))
    rows = tuple(
        (Cell(text=job(view, role)), *(Cell(text=number(found[quarter])) for quarter in plan.quarters))
        for role, found in counts.items()
    )
    total = (Cell(text="All"), *(Cell(text=number(_total(counts, quarter))) for quarter in plan.quarters))
    return Table(caption="The same by job", columns=columns, rows=rows, total=total)
