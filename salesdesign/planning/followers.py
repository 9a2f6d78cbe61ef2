"""Followers: managers, engineers, a leader, operations and enablement, who follow from the number of sellers."""

import math
from dataclasses import dataclass

from salesdesign.planning.basis import Basis
from salesdesign.planning.frame import Frame

NUDGE = 1e-9
NOBODY = 1e6
"""More carriers than there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """A role with a step for every so many carriers: ceil((carriers + beside - before) / each) + fixed."""

    role: str
    today: int
    each: float
    before: float = 0.0
    """Carriers to whom nobody is given."""
    least: int = 1
    """Below so many carriers and others there is none."""
    beside: tuple[int, ...]
    """Others who count, by month."""
    fixed: tuple[int, ...]
    """People of the role whom the carriers do not change, by month."""

    def needed(self, carriers: int, month: int) -> int:
        """How many of the role are needed for so many carriers in a month."""
        count = carriers + self.beside[month]
        if count < self.least:
            return self.fixed[month]
        return max(0, math.ceil((count - self.before) / self.each - NUDGE)) + self.fixed[month]

    def present(self, carriers: tuple[int, ...], wait: int) -> tuple[int, ...]:
        """How many there are by month, if nobody new can start before `wait` months and nobody is let go."""
        people, found = self.today, []
        for month, count in enumerate(carriers):
            if month >= wait:
                people = max(people, self.needed(count, month))
            found.append(people)
        return tuple(found)


def followers(frame: Frame) -> tuple[Follower, ...]:
    """Those that the company may need."""
    basis, nobody = frame.basis, (0,) * frame.basis.pace.months
    sdrs = frame.people("inbound_sdr", "outbound_sdr")
    kept = frame.people("account_manager", "sales_specialist")
    others = tuple(map(sum, zip(sdrs, kept, strict=True)))
    found = [_managers(frame, sdrs, kept), _leader(basis, others)]
    ratio = basis.spans.closers_per_engineer
    found.append(_follower(basis, "sales_engineer", ratio or 1.0, beside=nobody, before=0.0 if ratio else NOBODY))
    operations = basis.spans.sellers_per_operations
    found.append(_follower(basis, "sales_operations", operations, beside=others, before=operations - 1))
    found.append(
        _follower(
            basis,
            "sales_enablement",
            basis.spans.sellers_per_enablement,
            beside=others,
            before=basis.spans.enablement_from - 1,
        )
    )
    return tuple(found)


def _follower(basis: Basis, role: str, each: float, *, beside: tuple[int, ...], before: float = 0.0) -> Follower:
    nobody = (0,) * basis.pace.months
    return Follower(role=role, today=basis.today.get(role, 0), each=each, before=before, beside=beside, fixed=nobody)


def _managers(frame: Frame, sdrs: tuple[int, ...], kept: tuple[int, ...]) -> Follower:
    """Developers share a manager with closers, and customer success reports to the leader, until each has five."""
    spans = frame.basis.spans
    care = frame.people("customer_success")
    pooled = tuple(own + (few if few < spans.pool_until else 0) for few, own in zip(sdrs, kept, strict=True))
    return Follower(
        role="sales_manager",
        today=frame.basis.today.get("sales_manager", 0),
        each=spans.span,
        least=spans.manager_from,
        beside=pooled,
        fixed=tuple(
            sum(math.ceil(people / spans.span - NUDGE) for people in functions if people >= spans.pool_until)
            for functions in zip(sdrs, care, strict=True)
        ),
    )


def _leader(basis: Basis, others: tuple[int, ...]) -> Follower:
    return Follower(
        role="sales_leader",
        today=basis.today.get("sales_leader", 0),
        each=NOBODY,
        before=basis.spans.leader_from - 1,
        beside=others,
        fixed=(0,) * basis.pace.months,
    )
