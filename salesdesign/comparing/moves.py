"""What differs between two plans, and between two roads ahead, as plain values."""

from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSide:
    """A plan in the figures that are compared; money in its own currency."""

    structure: str
    currency: str
    start: str | None
    """YYYY-MM; None where the quarters have no dates."""
    end: str
    """The last quarter."""
    feasible: bool
    binding: str | None
    """What keeps it from its target."""
    people_year: int
    """At the end of the first year."""
    people_end: int
    """At the end of the plan."""
    hires: int
    cost: float | None
    """Of the first year; None where pay is unknown."""
    budget: float | None
    """Of the same year."""
    wanted: float | None
    """Bookings of the first year; None where no target is known."""
    expected: float | None
    chance: float | None
    """That the first year's target is met, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMove:
    """People of one role at the end of the plan."""

    role: str
    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanMove:
    """Two plans side by side."""

    before: PlanSide
    after: PlanSide
    roles: tuple[RoleMove, ...]
    """Those whose number differs, the largest difference first."""

    @property
    def moved(self) -> bool:
        """Whether any figure differs."""
        return self.before != self.after or bool(self.roles)


@dataclass(frozen=True, slots=True, kw_only=True)
class StageMove:
    """A stage of growth that the plans reach at different times."""

    phase: str
    name: str
    before: str | None
    """The quarter; None where it lies beyond the plan's end, or on no road."""
    after: str | None
