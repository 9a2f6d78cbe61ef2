"""Moves: who of today's people does which job from the first month on."""

from collections.abc import Mapping

from salesdesign.planning.attrition import Begin
from salesdesign.planning.basis import Basis
from salesdesign.planning.supply import Desk, Work, generalist_work
from salesdesign.records import dataclass

Seat = tuple[str, int]
"""A role, and the place of its market or desk."""

KEPT = ("account_manager", "sales_specialist")
"""Roles that every structure keeps as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seating:
    """How many of today's people take each seat, by the role that they come from."""

    seats: Mapping[Seat, Mapping[str, int]]

    def begin(self, seat: Seat) -> Begin:
        """With whom a seat begins."""
        came = self.seats.get(seat, {})
        stayed = came.get(seat[0], 0)
        return Begin(stayed=stayed, moved_in=sum(came.values()) - stayed)


def seat_people(basis: Basis, desks: tuple[Desk, ...], works: tuple[Work, ...]) -> Seating:
    """Everyone stays in a role that still is one; the others go where the first year's work is."""
    wanted = _wanted(basis, desks, works)
    seats: dict[Seat, dict[str, int]] = {seat: {} for seat in wanted}
    for role in _movable(basis):
        _seat_same(role, basis.today.get(role, 0), seats, wanted)
    for role in _movable(basis):
        if not any(seat[0] == role for seat in wanted):
            _seat_others(role, basis.today.get(role, 0), seats, wanted)
    return Seating(seats=seats)


def share_out(people: int, weights: Mapping[Seat, float]) -> dict[Seat, int]:
    """Whole people in proportion to weights, by largest remainder; ties to the first.

    >>> share_out(3, {("a", 0): 1.0, ("b", 0): 3.0})
    {('a', 0): 1, ('b', 0): 2}
    """
    total = sum(weights.values())
    if not weights:
        return {}
    exact = {seat: people * (weight / total if total else 1 / len(weights)) for seat, weight in weights.items()}
    shares = {seat: int(share + 1e-9) for seat, share in exact.items()}
    by_rest = sorted(weights, key=lambda seat: (round(shares[seat] - exact[seat], 9), list(weights).index(seat)))
    for seat in by_rest[: people - sum(shares.values())]:
        shares[seat] += 1
    return shares


def _movable(basis: Basis) -> tuple[str, ...]:
    sellers = ("account_executive", "full_cycle_seller", "inbound_sdr", "outbound_sdr", "customer_success")
    return tuple(role for role in sellers if basis.today.get(role, 0))


def _wanted(basis: Basis, desks: tuple[Desk, ...], works: tuple[Work, ...]) -> dict[Seat, float]:
    """The first year's work at each seat, in people."""
    wanted: dict[Seat, float] = {}
    for place, market in enumerate(basis.markets):
        if market.carrier == "full_cycle_seller":
            wanted[market.carrier, place] = generalist_work(market, works[place], basis.pace.months)[0]
        elif market.carrier == "account_executive":
            wanted[market.carrier, place] = works[place].closing[0]
    for place, desk in enumerate(desks):
        done = [works[market] for market in desk.markets]
        wanted["inbound_sdr", place] = sum(one.inbound[0] for one in done)
        wanted["outbound_sdr", place] = sum(one.outbound[0] for one in done)
        wanted["customer_success", place] = sum(one.care[0] for one in done)
    return wanted


def _seat_same(role: str, people: int, seats: dict[Seat, dict[str, int]], wanted: Mapping[Seat, float]) -> None:
    for seat, count in share_out(people, {seat: wanted[seat] for seat in wanted if seat[0] == role}).items():
        seats[seat][role] = count


RANKS = (("account_executive", "full_cycle_seller", "outbound_sdr", "inbound_sdr"), ("customer_success",))
"""Whose gaps are filled first: a team that changes jobs must go on selling."""


def _by_rank(people: int, gaps: Mapping[Seat, float]) -> dict[Seat, int]:
    """Closers and developers by their work, then care, as far as there are people."""
    shares: dict[Seat, int] = {}
    for roles in RANKS:
        own = {seat: gap for seat, gap in gaps.items() if seat[0] in roles}
        left = min(people - sum(shares.values()), round(sum(own.values()) + 0.5)) if own else 0
        shares.update(share_out(left, own) if left > 0 else {})
    return shares


def _seat_others(role: str, people: int, seats: dict[Seat, dict[str, int]], wanted: Mapping[Seat, float]) -> None:
    """Into the gaps, in proportion to them; who is left over closes."""
    gaps = {seat: max(0.0, work - sum(seats[seat].values())) for seat, work in wanted.items()}
    gaps = {seat: gap for seat, gap in gaps.items() if gap > 1e-9}
    shares = _by_rank(people, gaps)
    closers = {seat: work for seat, work in wanted.items() if seat[0] in ("account_executive", "full_cycle_seller")}
    for seat, count in share_out(people - sum(shares.values()), closers).items():
        shares[seat] = shares.get(seat, 0) + count
    for seat, count in shares.items():
        if count:
            seats[seat][role] = seats[seat].get(role, 0) + count
