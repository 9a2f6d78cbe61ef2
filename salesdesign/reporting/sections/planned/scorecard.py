"""What one person in each job should show in a week and in a month."""

from salesdesign.model.plan import Plan, Score
from salesdesign.reporting.blocks import Block, Cell, Column, Phrase, Prose, Table
from salesdesign.reporting.sections.planned.words import amount, job, largest_only, markets_told
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import number

MONEY = "bookings"
FOLLOWS = "What one person who is fully productive has to show on average, so that the plan holds."


def scorecard(view: View, plan: Plan) -> tuple[Block, ...]:
    """The numbers of each job, for one person; empty where none follow."""
    if not plan.scorecard:
        return ()
    segmented = any(score.segment for score in plan.scorecard)
    columns = (
        Column(title="Job"),
        *([Column(title="Segment")] if segmented else []),
        Column(title="Measure"),
        Column(title="A week", numeric=True),
        Column(title="A month", numeric=True),
    )
    told = ("", *markets_told(plan))
    rows = tuple(_row(view, plan, score, segmented=segmented) for score in plan.scorecard if score.segment in told)
    table = Table(caption=largest_only(plan, "One fully productive person"), columns=columns, rows=rows)
    return (Prose(phrases=(Phrase(text=FOLLOWS),)), table)


def _row(view: View, plan: Plan, score: Score, *, segmented: bool) -> tuple[Cell, ...]:
    sizes = (score.a_week, score.a_month)
    told = (amount(plan, size) if score.measure == MONEY else number(size) for size in sizes)
    where = (score.segment or "all",) if segmented else ()
    return tuple(Cell(text=text) for text in (job(view, score.role, 1), *where, score.measure, *told))
