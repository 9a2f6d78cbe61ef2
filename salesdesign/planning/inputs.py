"""What a plan is made from. Money is in the company's currency throughout; only benchmarks are in US dollars."""

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from salesdesign.model.company import Territory, Values
from salesdesign.model.pack import Benchmark
from salesdesign.planning.basis import SupportSteps
from salesdesign.records import dataclass

Override: TypeAlias = float | tuple[float, ...]
"""A number, or a curve by month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """A segment with the structure that was chosen for it; a company without segments is one market."""

    name: str
    """Empty for the whole company."""
    share: float
    """Of the company's target, 0 to 1."""
    structure: str
    facts: Values
    """The company's facts as this segment sees them: its own first, people and totals scaled to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanInput:
    """A company, its segments and what was decided about them."""

    facts: Values
    """Of the whole company, stated and derived."""
    markets: tuple[Market, ...]
    structure: str
    """Chosen for the company as a whole."""
    current: str | None = None
    alternatives: tuple[str, ...] = ()
    """Structures that no gate closes, to be compared with the chosen one."""
    territories: tuple[Territory, ...] = ()
    benchmarks: Mapping[str, Benchmark]
    usd_per_unit: float | None = 1.0
    """None where nobody said: benchmarks of money are then unknown."""
    support: Mapping[str, SupportSteps] = field(default_factory=dict)
    """From how many sellers on operations and enablement are called for, by role, where that was decided."""
    overrides: Mapping[str, Override] = field(default_factory=dict)
    """Assumptions by name that take the place of everything else, such as {"attrition.inbound_sdr": 0}."""
    schedule: Mapping[str, tuple[int, ...]] | None = None
    """Hires of quota carriers by month and market name: the plan is evaluated with it and nothing is searched."""
