"""Sizing: the schedule that a plan takes, with a buffer over the target or as sure as was asked for."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.model.plan import WayOut
from salesdesign.planning.basis import Basis
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import Found, least, search
from salesdesign.planning.ledger import Ledger
from salesdesign.planning.schedule import Outcome
from salesdesign.planning.terms import sized_up, wanted_first
from salesdesign.planning.uncertainty import Spread, spread
from salesdesign.planning.ways import blocked, limits, relaxed
from salesdesign.records import dataclass

TRIES = 6
"""How often a plan is sized up until it is as sure as wanted."""
PARTS = (0.75, 0.5, 0.25)
"""Parts of the buffer that are tried where the whole of it cannot be had."""

WHY_SMALL: Mapping[str, str] = {
    "budget": "the budget pays for no more people",
    "pace": "no more than {} people can start in a month",
    "pipeline": "the first deals come from what is open today",
    "time_to_hire": "more people would come too late for the first year",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The schedule that the plan takes, and how it was found."""

    outcome: Outcome
    found: Found | None
    stretch: float = 1.0
    """Bookings that it is sized for over those wanted."""
    binds: tuple[str, ...] = ()
    """What keeps it from the target; empty where it is reached."""
    ways: tuple[WayOut, ...] = ()
    spared: str = ""

    @property
    def binding(self) -> str | None:
        """The first of what binds."""
        return self.binds[0] if self.binds else None


def decide(basis: Basis) -> Decided:
    """The schedule that reaches the target with a buffer, as far as it can be had; else the most that can be reached.

    A chance that was asked for is reached, whatever buffer that takes, or the plan cannot be done.
    """
    found = _buffered(basis)
    if found is None:
        return _blocked(basis)
    return found if basis.chance_wanted is None else _surer(basis, found, basis.chance_wanted)


def warn_of_buffer(decided: Decided, basis: Basis, ledger: Ledger) -> None:
    """Nothing; a buffer that is smaller than planned says so, and what keeps it small."""
    if decided.binds or decided.stretch >= 1 + basis.buffer or not wanted_first(basis):
        return
    had, whole = decided.stretch - 1, f"{basis.buffer * 100:g}%"
    kept = f"There is room for a buffer of {had * 100:.2g}% over the target, not of {whole}"
    if not had:
        kept = f"There is no room for a buffer of {whole} over the target"
    ledger.warn("buffer_small", f"{kept}: {_why_small(basis)}.")


def _why_small(basis: Basis) -> str:
    """The limit without which the whole buffer could be had."""
    if {market.carrier for market in basis.markets} == {"founder"}:
        return "founders have no more time"
    open_to = (limit for limit in limits(basis) if _sized(relaxed(basis, limit), 1 + basis.buffer) is not None)
    most = basis.pace.max_hires
    return WHY_SMALL[next(open_to, "time_to_hire")].format(f"{most:g}" if most is not None else "so many")


def _buffered(basis: Basis) -> Decided | None:
    """The plan with the largest buffer that can be had; None where not even the bare target can."""
    whole = _sized(basis, 1 + basis.buffer)
    if whole is not None or not basis.buffer:
        return whole
    bare = _sized(basis, 1.0)
    if bare is None:
        return None
    parts = (_sized(basis, 1 + basis.buffer * part) for part in PARTS)
    return next((found for found in parts if found is not None), bare)


def _sized(basis: Basis, stretch: float) -> Decided | None:
    found = search(frame(sized_up(basis, stretch)))
    return None if found is None else Decided(outcome=found.outcome, found=found, stretch=stretch)


def _blocked(basis: Basis) -> Decided:
    stuck = blocked(basis)
    proof = Found(outcome=stuck.outcome, bound=least(stuck.outcome))
    if not basis.sized and basis.budget is None:  # nobody said what is wanted, so nothing is missed
        return Decided(outcome=stuck.outcome, found=proof)
    return Decided(outcome=stuck.outcome, found=proof, binds=stuck.binds, ways=stuck.ways, spared=stuck.spared)


def _surer(basis: Basis, first: Decided, chance: float) -> Decided:
    """The plan, sized up until its chance is the one wanted."""
    wanted, best = wanted_first(basis), first
    if not wanted:
        return first
    for _ in range(TRIES):
        drawn = spread(best.outcome, basis.seed, wanted)
        if drawn.chance >= chance:
            return best
        stretch = best.stretch * max(1.01, _lacking(drawn, chance, wanted))
        more = _sized(basis, stretch)
        if more is None:
            return replace(best, binds=("chance",), ways=_for_chance(basis, stretch))
        best = more
    drawn = spread(best.outcome, basis.seed, wanted)
    return best if drawn.chance >= chance else replace(best, binds=("chance",))


def _lacking(drawn: Spread, chance: float, wanted: float) -> float:
    """What is wanted over what is reached with that chance."""
    reached = drawn.first_years[int(len(drawn.first_years) * (1 - chance))]
    return wanted / reached if reached else 2.0


def _for_chance(basis: Basis, stretch: float) -> tuple[WayOut, ...]:
    """The ways out of a plan that is sized up: a target is that of the company, not the larger one."""
    return tuple(
        replace(way, value=round(way.value / stretch, 2)) if way.kind == "bookings" and way.value else way
        for way in blocked(sized_up(basis, stretch)).ways
    )
