"""Workings: the monthly amounts behind a plan, unrounded, for those who go on calculating with it."""

from salesdesign.model.plan import CostLine, SalesLine, Workings
from salesdesign.planning.basis import Basis
from salesdesign.planning.cost import costs
from salesdesign.planning.rows import order
from salesdesign.planning.schedule import Outcome


def workings(outcome: Outcome, goal: Basis) -> Workings:
    """What is sold and spent in each month; `goal` is the basis whose bookings are wanted, whatever the plan is for."""
    return Workings(sales=_sales(outcome, goal), costs=_costs(outcome) if outcome.frame.basis.rates.priced else ())


def _sales(outcome: Outcome, goal: Basis) -> tuple[SalesLine, ...]:
    basis, months = outcome.frame.basis, outcome.frame.basis.pace.months
    return tuple(
        SalesLine(
            segment=market.name,
            role=lane.carrier,
            wanted=wanted.wanted[:months],
            ramped=path.ramped,
            each=lane.per_ramped,
            pipeline=lane.pipeline,
            capacity=sales.capacity,
            expected=sales.expected,
            waiting=sales.waiting,
        )
        for market, wanted, lane, path, sales in zip(
            basis.markets, goal.markets, outcome.frame.lanes, outcome.carriers, outcome.sales, strict=True
        )
    )


def _costs(outcome: Outcome) -> tuple[CostLine, ...]:
    return tuple(
        CostLine(segment=key[0], role=key[1], part=part, by_month=months)
        for key, parts in sorted(costs(outcome).items(), key=lambda item: order(item[0]))
        for part, months in parts.items()
        if any(months)
    )
