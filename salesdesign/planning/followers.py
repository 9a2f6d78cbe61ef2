"""Followers: managers, engineers, a leader, operations and enablement, who follow from the number of sellers."""

import math

from salesdesign.planning.basis import Basis, Spans, SupportSteps
from salesdesign.planning.frame import Frame
from salesdesign.records import dataclass

NUDGE = 1e-9
NOBODY = 1e6
"""More carriers than there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Follower:
    """A role with one person from `least` people on, and beyond `alone` ceil((people - before) / each) of them.

    People are the carriers and those beside them; `fixed` come on top.
    """

    role: str
    today: int
    each: float
    before: float = 0.0
    """People to whom nobody is given."""
    least: int = 1
    """Below so many people there is none."""
    alone: int = 0
    """Up to so many people one is enough."""
    beside: tuple[int, ...]
    """Others who count, by month."""
    fixed: tuple[int, ...]
    """People of the role whom the carriers do not change, by month."""

    def needed(self, carriers: int, month: int) -> int:
        """How many of the role are needed for so many carriers in a month."""
        count = carriers + self.beside[month]
        if count <= self.alone:
            return int(count >= self.least) + self.fixed[month]
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
    found = [_managers(frame, sdrs, kept), _leader(basis, others), _engineers(basis, nobody)]
    found.extend(_support(basis, role, steps, others) for role, steps in basis.spans.support.items())
    return tuple(found)


def _engineers(basis: Basis, nobody: tuple[int, ...]) -> Follower:
    ratio = basis.spans.closers_per_engineer
    return Follower(
        role="sales_engineer",
        today=basis.today.get("sales_engineer", 0),
        each=ratio or 1.0,
        before=0.0 if ratio else NOBODY,
        beside=nobody,
        fixed=nobody,
    )


def _support(basis: Basis, role: str, steps: SupportSteps, others: tuple[int, ...]) -> Follower:
    return Follower(
        role=role,
        today=basis.today.get(role, 0),
        each=steps.each,
        before=steps.second - 1 - steps.each,
        least=steps.first,
        alone=steps.second - 1,
        beside=others,
        fixed=(0,) * basis.pace.months,
    )


def _managers(frame: Frame, sdrs: tuple[int, ...], kept: tuple[int, ...]) -> Follower:
    """Developers share a manager with closers, and customer success reports to the leader, until each has five."""
    spans = frame.basis.spans
    care = frame.people("customer_success")
    pooled = tuple(own + (few if few < spans.pool_until else 0) for few, own in zip(sdrs, kept, strict=True))
    return Follower(
        role="sales_manager",
        today=frame.basis.today.get("sales_manager", 0),
        each=spans.span,
        before=_stretch(spans),
        least=spans.manager_from,
        alone=max(spans.most, spans.manager_from - 1),
        beside=pooled,
        fixed=tuple(
            sum(_managers_of(people, spans) for people in functions) for functions in zip(sdrs, care, strict=True)
        ),
    )


def _managers_of(people: int, spans: Spans) -> int:
    """The managers of a function that has some of its own."""
    if people < spans.pool_until:
        return 0
    return max(1, math.ceil((people - _stretch(spans)) / spans.span - NUDGE))


def _stretch(spans: Spans) -> float:
    """People of a function whom its managers lead together beyond the span, before there is one manager more.

    So that their teams come as near to the span as whole managers can, and none has more people than one can lead.
    """
    return min(spans.most - spans.span, spans.span / 2)


def directors(managers: int, spans: Spans) -> int:
    """Those between managers and leader: none while the leader leads all managers, then so many that they lead all."""
    return math.ceil(managers / spans.second_level) if managers > spans.second_level else 0


def _leader(basis: Basis, others: tuple[int, ...]) -> Follower:
    return Follower(
        role="sales_leader",
        today=basis.today.get("sales_leader", 0),
        each=NOBODY,
        least=basis.spans.leader_from,
        alone=int(NOBODY),
        beside=others,
        fixed=(0,) * basis.pace.months,
    )
