"""Alternatives: the same company under each other structure, by people, cost, bookings and time."""

from dataclasses import replace

from salesdesign.model.plan import Alternative
from salesdesign.planning.basis import SPECIALISTS, Basis
from salesdesign.planning.calendar import quarters
from salesdesign.planning.cost import by_year
from salesdesign.planning.dividing import divided
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import attempt, over_budget
from salesdesign.planning.inputs import PlanInput
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.reach import reach
from salesdesign.planning.schedule import Outcome
from salesdesign.planning.terms import basis_of, sized_up, wanted_first
from salesdesign.planning.uncertainty import chance
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A structure with its plan."""

    row: Alternative
    cost: float | None
    reaches: bool
    """Whether it reaches the target, at whatever cost."""


def compare(ask: PlanInput, stretch: float, known: Compared | None = None) -> tuple[Compared, ...]:
    """Each structure that is open to the company, in the order given; one of them may be known already.

    `stretch` is what the plan is sized for, over what is wanted.
    """
    found: dict[str, Compared] = {}
    for structure in ask.alternatives:
        if known is not None and known.row.structure == structure:
            found[structure] = known
            continue
        same = next((name for name in found if len(ask.markets) == 1 and {name, structure} <= SPECIALISTS), None)
        found[structure] = _renamed(found[same], structure) if same else compare_one(ask, structure, stretch)
    return tuple(found.values())


def _renamed(one: Compared, structure: str) -> Compared:
    """The same people under another name: a single pod and a single line are one team."""
    return replace(one, row=replace(one.row, structure=structure))


def compare_one(ask: PlanInput, structure: str, stretch: float) -> Compared:
    """One structure for all segments: what reaches the target at whatever cost, else the most that can be had.

    It is sized as the plan is, or for the bare target where it cannot be, or not be paid.
    """
    markets = tuple(replace(market, structure=structure) for market in ask.markets)
    changed = replace(ask, markets=markets, structure=structure, schedule=None)
    ledger = Ledger(overrides=ask.overrides, benchmarks=ask.benchmarks, usd_per_unit=ask.usd_per_unit)
    basis = divided(basis_of(changed, ledger))
    free = replace(basis, budget=None)
    outcome = attempt(frame(sized_up(free, stretch)))
    if stretch > 1 and (outcome is None or over_budget(outcome, basis)):
        outcome = attempt(frame(free))
    if outcome is not None:
        return compared(outcome, structure, "budget" if over_budget(outcome, basis) else None, basis)
    most = reach(free)
    return replace(compared(most.outcome, structure, "capacity", basis), reaches=False)


def compared(outcome: Outcome, structure: str, binding: str | None, goal: Basis | None = None) -> Compared:
    """A structure whose plan is known."""
    row = row_of(outcome, structure, feasible=binding is None, goal=goal)
    return Compared(row=replace(row, binding=binding), cost=row.cost, reaches=True)


def row_of(outcome: Outcome, structure: str, *, feasible: bool, goal: Basis | None = None) -> Alternative:
    """An outcome in one row; `goal` is the basis whose bookings are wanted, where the outcome is for less."""
    basis = outcome.frame.basis
    wanted = wanted_first(goal or basis)
    return Alternative(
        structure=structure,
        feasible=feasible,
        binding=None,
        people=sum(path.present[-1] - path.leavers[-1] for path in outcome.paths.values()),
        hires=sum(sum(path.starts) for path in outcome.paths.values()),
        cost=round(sum(by_year(outcome)), 2) if basis.rates.priced else None,
        bookings=round(sum(sum(sales.expected) for sales in outcome.sales), 2) if basis.sized else None,
        chance=chance(outcome, basis.seed, wanted) if basis.sized else None,
        quarters_to_target=_first_met(outcome, goal or basis) if basis.sized else None,
    )


def _first_met(outcome: Outcome, goal: Basis) -> int | None:
    for number, span in enumerate(quarters(goal.pace.months)):
        wanted = sum(sum(market.wanted[month] for month in span) for market in goal.markets)
        if sum(sum(sales.expected[month] for month in span) for sales in outcome.sales) >= wanted * (1 - 1e-6):
            return number + 1
    return None
