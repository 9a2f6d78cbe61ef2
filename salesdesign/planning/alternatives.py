"""Alternatives: the same company under each other structure, by people, cost, bookings and time."""

from dataclasses import dataclass, replace

from salesdesign.model.plan import Alternative
from salesdesign.planning.basis import SPECIALISTS
from salesdesign.planning.calendar import quarters, years
from salesdesign.planning.cost import by_year
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import nobody_hired, search_quickly
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.schedule import Outcome, evaluate
from salesdesign.planning.terms import basis_of
from salesdesign.planning.uncertainty import spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A structure with its plan."""

    row: Alternative
    cost: float | None
    reaches: bool
    """Whether it reaches the target, at whatever cost."""


def compare(ask: PlanInput) -> tuple[Compared, ...]:
    """Each structure that is open to the company, in the order given."""
    found: dict[str, Compared] = {}
    for structure in ask.alternatives:
        same = next((name for name in found if len(ask.markets) == 1 and {name, structure} <= SPECIALISTS), None)
        found[structure] = _renamed(found[same], structure) if same else compare_one(ask, structure)
    return tuple(found.values())


def _renamed(one: Compared, structure: str) -> Compared:
    """The same people under another name: a single pod and a single line are one team."""
    return replace(one, row=replace(one.row, structure=structure))


def compare_one(ask: PlanInput, structure: str) -> Compared:
    """One structure for all segments."""
    markets = tuple(replace(market, structure=structure) for market in ask.markets)
    changed = replace(ask, markets=markets, structure=structure, schedule=None)
    ledger = Ledger(overrides=ask.overrides, benchmarks=ask.benchmarks, usd_per_unit=ask.usd_per_unit)
    basis = basis_of(changed, ledger)
    found = search_quickly(frame(basis))
    binding = None
    if found is None and basis.budget is not None:
        found = search_quickly(frame(replace(basis, budget=None)))
        binding = "budget" if found else None
    outcome = found.outcome if found else evaluate(frame(basis), nobody_hired(frame(basis)))
    feasible = found is not None and binding is None
    row = row_of(outcome, structure, feasible=feasible)
    binding = binding or (None if feasible else "capacity")
    return Compared(row=replace(row, binding=binding), cost=row.cost, reaches=found is not None)


def row_of(outcome: Outcome, structure: str, *, feasible: bool) -> Alternative:
    """An outcome in one row."""
    basis = outcome.frame.basis
    first = years(basis.pace.months)[0]
    wanted = sum(sum(market.wanted[month] for month in first) for market in basis.markets)
    return Alternative(
        structure=structure,
        feasible=feasible,
        binding=None,
        people=sum(path.present[-1] - path.leavers[-1] for path in outcome.paths.values()),
        hires=sum(sum(path.starts) for path in outcome.paths.values()),
        cost=round(sum(by_year(outcome)), 2) if basis.rates.priced else None,
        bookings=round(sum(sum(sales.expected) for sales in outcome.sales), 2) if basis.sized else None,
        chance=spread(outcome, basis.seed, wanted).chance if basis.sized else None,
        quarters_to_target=_first_met(outcome),
    )


def _first_met(outcome: Outcome) -> int | None:
    basis = outcome.frame.basis
    for number, span in enumerate(quarters(basis.pace.months)):
        wanted = sum(sum(market.wanted[month] for month in span) for market in basis.markets)
        if sum(sum(sales.expected[month] for month in span) for sales in outcome.sales) >= wanted * (1 - 1e-6):
            return number + 1
    return None
