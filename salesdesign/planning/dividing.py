"""Dividing: the work that today's people can go on with in another structure, where nobody said what is wanted."""

from salesdesign.planning.basis import Basis
from salesdesign.planning.frame import frame
from salesdesign.planning.hiring import attempt
from salesdesign.planning.team import SELLING
from salesdesign.planning.terms import scaled

STEPS = 16
"""Into so many parts today's work is cut, to see how much of it today's people can do in the structure."""


def divided(basis: Basis) -> Basis:
    """The same basis with as much of today's work as no more sellers than today can do once they have moved.

    As it is where bookings are wanted, where nobody counted the team, or where customers alone take more people.
    """
    today = sum(basis.today.get(role, 0) for role in (*SELLING, "full_cycle_seller"))
    if basis.sized or not today:
        return basis
    parts = (scaled(basis, step / STEPS) for step in range(STEPS, 0, -1))
    return next((part for part in parts if _in_the_end(part) <= today), basis)


def _in_the_end(basis: Basis) -> float:
    """Sellers after the last month of the least plan, founders left out; more than there are where none is found."""
    outcome = attempt(frame(basis))
    if outcome is None:
        return float("inf")
    paths = [path for (_, role), path in outcome.frame.staff.items() if role in SELLING]
    closing = zip(outcome.frame.lanes, outcome.carriers, strict=True)
    paths += [path for lane, path in closing if lane.carrier and lane.carrier != "founder"]
    return sum(path.present[-1] - path.leavers[-1] for path in paths)
