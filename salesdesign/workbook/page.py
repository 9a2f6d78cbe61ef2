"""A plan as one page of a terminal, decided: what is said, and which tables stand in it."""

from collections.abc import Iterable

from salesdesign.model.plan import Alternative, Plan
from salesdesign.records import dataclass
from salesdesign.reporting.blocks import Block, Points, Prose
from salesdesign.reporting.sections.planned.assumptions import worth_knowing
from salesdesign.reporting.sections.planned.marketing import in_short
from salesdesign.reporting.sections.planned.moves import moves
from salesdesign.reporting.sections.planned.summary import headcount, summary
from salesdesign.reporting.sections.planned.words import structure_name
from salesdesign.reporting.view import View
from salesdesign.wording.numbers import share
from salesdesign.workbook.quarterly import Line, bookings, costs, people

THOUSANDS = "thousand"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the page: a heading with paragraphs, or with a table of lines."""

    title: str
    said: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    """Of the columns after the first."""
    lines: tuple[Line, ...] = ()
    listed: bool = False
    """Whether each paragraph is a point of its own."""


def page(view: View, plan: Plan) -> tuple[Part, ...]:
    """The page, part by part; parts with nothing to say are left out."""
    return tuple(part for part in _parts(view, plan) if part.said or part.lines)


def _parts(view: View, plan: Plan) -> Iterable[Part]:
    title = f"The plan for {view.advice.company}: {structure_name(view, plan.structure)}"
    told = " ".join(phrase.text for phrase in summary(view, plan))
    yield Part(title=title, said=(told, headcount(plan)))
    heads = tuple(map(_short, plan.quarters))
    yield Part(title="People at the end of the quarter", heads=heads, lines=people(view, plan))
    if plan.bookings:
        yield Part(title=f"Bookings, {plan.currency} {THOUSANDS}", heads=heads, lines=bookings(plan))
    if any(row.total for row in plan.cost):
        yield Part(title=f"Cost, {plan.currency} {THOUSANDS}", heads=heads, lines=costs(plan))
    yield Part(title="Who moves, who is hired", said=tuple(_told(moves(view, plan))), listed=True)
    yield Part(title="What marketing must deliver", said=tuple(in_short(view, plan)))
    yield _compared(view, plan)
    yield Part(title="Worth knowing", said=worth_knowing(view, plan), listed=True)
    yield Part(title="Where the figures come from", said=(_figures(plan),))


def _short(quarter: str) -> str:
    """A quarter as a narrow column names it.

    >>> _short("2027-Q1"), _short("Q5")
    ('Q1 27', 'Q5')
    """
    year, _, number = quarter.partition("-")
    return f"{number} {year[-2:]}" if number else quarter


def _told(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Points):
            yield from (f"{point.heading} {point.text}" for point in block.items)
        elif isinstance(block, Prose):
            yield " ".join(phrase.text for phrase in block.phrases)


def _compared(view: View, plan: Plan) -> Part:
    """The structures that are open, where there are several."""
    several = plan.alternatives if len(plan.alternatives) > 1 else ()
    heads = ("bookings", "chance", "keeps pace") if plan.bookings else ()
    return Part(
        title=f"What each structure would take over the whole plan, {plan.currency} {THOUSANDS}",
        heads=("people", "cost", *heads, "within limits"),
        lines=tuple(_structure(view, plan, found) for found in several),
    )


def _structure(view: View, plan: Plan, found: Alternative) -> Line:
    return Line(
        name=structure_name(view, found.structure),
        strong=found.structure == plan.structure,
        cells=(
            f"{found.people:,}",
            _in_thousands(found.cost),
            *(_reaching(plan, found) if plan.bookings else ()),
            "yes" if found.feasible else f"no: {(found.binding or '').replace('_', ' ')}".rstrip(": "),
        ),
    )


def _reaching(plan: Plan, found: Alternative) -> tuple[str, ...]:
    """Bookings, the chance of the first year, and since when the structure keeps pace with what is wanted."""
    reached = found.quarters_to_target
    return (
        _in_thousands(found.bookings),
        share(found.chance) if found.chance is not None else "-",
        f"from {_short(plan.quarters[reached - 1])}" if reached is not None else "never",
    )


def _in_thousands(value: float | None) -> str:
    return f"{value / 1000:,.0f}" if value is not None else "-"


def _figures(plan: Plan) -> str:
    own = sum(found.given for found in plan.assumptions)
    return f"{len(plan.assumptions)} figures, {own} of them yours: --table assumptions lists them."
