"""The sections of the plan, in the order in which a reader asks: people, bookings, cost, moves, sources, structures."""

from collections.abc import Iterable

from salesdesign.model.plan import Plan
from salesdesign.reporting.blocks import Block
from salesdesign.reporting.report import Section
from salesdesign.reporting.sections.planned.assumptions import assumptions
from salesdesign.reporting.sections.planned.bookings import bookings
from salesdesign.reporting.sections.planned.compared import compared
from salesdesign.reporting.sections.planned.cost import cost
from salesdesign.reporting.sections.planned.marketing import marketing
from salesdesign.reporting.sections.planned.milestones import milestones
from salesdesign.reporting.sections.planned.moves import moves
from salesdesign.reporting.sections.planned.people import people
from salesdesign.reporting.sections.planned.scorecard import scorecard
from salesdesign.reporting.sections.planned.territories import territories
from salesdesign.reporting.view import View


def sections(view: View) -> Iterable[Section]:
    """Everything that the plan says; nothing where there is none."""
    plan = view.advice.plan
    if plan is None:
        return
    yield Section(id="plan", title="The plan in numbers", blocks=_numbers(view, plan))
    yield Section(id="moves", title="Who moves, who is hired, who is missing", blocks=moves(view, plan))
    yield Section(id="marketing", title="Where the deals come from", blocks=marketing(view, plan))
    yield Section(id="compared", title="What each structure would take", blocks=compared(view, plan))
    yield Section(id="scorecard", title="The scorecard", blocks=scorecard(view, plan))
    yield Section(id="territories", title="How even the territories are", blocks=territories(plan))
    yield Section(id="assumptions", title="What the plan assumes", blocks=assumptions(view, plan))


def road(view: View) -> Iterable[Section]:
    """The plan quarter by quarter; nothing where there is none."""
    plan = view.advice.plan
    if plan is not None:
        yield Section(id="quarters", title="Quarter by quarter", blocks=milestones(view, plan))


def _numbers(view: View, plan: Plan) -> tuple[Block, ...]:
    return (*people(view, plan), *bookings(plan), *cost(plan))
