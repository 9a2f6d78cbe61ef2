"""Ways out of a plan that cannot be done: what binds, what is reached, and what it would take."""

from dataclasses import dataclass, replace

from salesdesign.model.plan import WayOut
from salesdesign.planning.basis import Basis
from salesdesign.planning.calendar import years
from salesdesign.planning.cost import by_year
from salesdesign.planning.frame import Frame, frame
from salesdesign.planning.hiring import Found, broken, nobody_hired, search_roughly
from salesdesign.planning.schedule import SLACK, Outcome, evaluate
from salesdesign.planning.terms import scaled

STEPS = 32
"""Into so many parts a target is cut to see how much of it can be reached."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """A plan that cannot be done as wanted."""

    binding: str
    """budget, pace, time_to_hire, pipeline or founders."""
    outcome: Outcome
    """The most of the target that can be reached, at least cost."""
    found: Found | None
    ways: tuple[WayOut, ...]


def blocked(basis: Basis) -> Blocked:
    """What binds, and both ways out."""
    binding, unbudgeted = _binding(basis)
    step, found = _most(basis)
    idle = _as_today(basis)
    outcome = found.outcome if found else idle
    ways = (_fewer(basis, step if found else 0, idle), _other(basis, binding, unbudgeted))
    return Blocked(binding=binding, outcome=outcome, found=found, ways=ways)


def _as_today(basis: Basis) -> Outcome:
    """What today's people come to with nobody hired or replaced."""
    ground = frame(replace(basis, pace=replace(basis.pace, time_to_hire=basis.pace.months)))
    return evaluate(ground, nobody_hired(ground))


def _fewer(basis: Basis, step: int, idle: Outcome) -> WayOut:
    """The bookings of the first year that can be reached; those of today's people at least."""
    first = years(basis.pace.months)[0]
    wanted = sum(sum(market.wanted[month] for month in first) for market in basis.markets)
    alone = sum(sum(sales.expected[month] for month in first) for sales in idle.sales)
    share, unit = step / STEPS, "bookings in the first year"
    if wanted * share > alone:
        text = f"Want {share:.0%} of the bookings of every year: so much can be reached."
        return WayOut(kind="bookings", value=round(wanted * share, 2), unit=unit, text=text)
    unpaid = "budget" in broken(idle)
    text = "Today's people alone bring this" + (", and they already cost more than the budget." if unpaid else ".")
    return WayOut(kind="bookings", value=round(alone, 2), unit=unit, text=text)


def short_pipeline(found: Frame) -> bool:
    """Whether the opportunities alone are too few for a year's target, whoever closes them."""
    for market, lane in zip(found.basis.markets, found.lanes, strict=True):
        due = 0.0
        for year in years(found.basis.pace.months):
            due += sum(lane.pipeline[month] for month in year)
            wanted = sum(market.wanted[month] for month in range(year.stop))
            if due < wanted - SLACK * max(1.0, wanted):
                return True
    return False


def _binding(basis: Basis) -> tuple[str, Found | None]:
    """The first constraint without which the plan can be done, and the plan without it."""
    free = replace(basis, budget=None)
    found = search_roughly(frame(free)) if basis.budget is not None else None
    if found:
        return "budget", found
    quick = replace(free, pace=replace(free.pace, max_hires=None))
    found = search_roughly(frame(quick)) if basis.pace.max_hires is not None else None
    if found:
        return "pace", found
    if any(lane.carrier == "founder" for lane in frame(basis).lanes):
        return "founders", None
    return ("pipeline" if short_pipeline(frame(basis)) else "time_to_hire"), None


def _most(basis: Basis) -> tuple[int, Found | None]:
    """The largest part of the target that can be reached, and how; by halving, on a fixed grid."""
    low, high, best = 0, STEPS, None
    while high - low > 1:
        middle = (low + high) // 2
        found = search_roughly(_frame_at(basis, middle))
        if found:
            low, best = middle, found
        else:
            high = middle
    return low, best


def _frame_at(basis: Basis, step: int) -> Frame:
    return frame(scaled(basis, step / STEPS))


def _other(basis: Basis, binding: str, unbudgeted: Found | None) -> WayOut:
    if unbudgeted is not None:
        need = max(_a_year(unbudgeted.outcome))
        kind = "budget" if binding == "budget" else "pace"
        hires = max(
            sum(path.starts[month] for path in unbudgeted.outcome.carriers) for month in range(basis.pace.months)
        )
        if kind == "budget":
            return WayOut(kind=kind, value=round(need, 2), unit="money a year", text="Raise the sales budget to this.")
        return WayOut(kind=kind, value=float(hires), unit="hires in a month", text="Take on so many in one month.")
    texts = {
        "founders": "Hire people who sell: founders have no more time.",
        "pipeline": "Begin later, or create opportunities earlier: those of today are too few for the first deals.",
        "time_to_hire": "Begin later: nobody hired today is productive in time.",
    }
    kind = binding if binding in texts else "time_to_hire"
    return WayOut(kind=kind, value=None, unit="", text=texts[kind])


def _a_year(outcome: Outcome) -> tuple[float, ...]:
    """Cost scaled to whole years."""
    spans = years(outcome.frame.basis.pace.months)
    return tuple(cost * 12 / len(year) for cost, year in zip(by_year(outcome), spans, strict=True))
