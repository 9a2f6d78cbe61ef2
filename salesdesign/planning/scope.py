"""Scope: one market with the ledger in which its assumptions are written under its name."""

from collections.abc import Mapping

from salesdesign.model.company import Values
from salesdesign.planning.assumptions import band, number
from salesdesign.planning.basis import Pace
from salesdesign.planning.history import History
from salesdesign.planning.inputs import Market
from salesdesign.planning.ledger import Ledger
from salesdesign.records import dataclass

GENERALISTS = ("island", "founder_led", "none")
CYCLES = {"small": "CYC-SMB", "medium": "CYC-MM", "large": "CYC-ENT"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the company wants of a market in the first year, and how it goes on."""

    first_year: float | None
    """None where there is no target: today's people are then to be kept busy."""
    growth: float
    pace: Pace
    cycle_days: float | None
    deal_value: float | None
    """Of the company as a whole, as stated."""
    current: str | None
    history: History
    care_cost: float
    """Of one person in customer success, a year; zero where pay is unknown."""
    closers: float | None
    """Of today, founders by the time that they spend; None where nobody counted the team."""
    developers: int
    """Outbound developers of today."""
    answering: int
    """Inbound developers of today."""
    customers: Mapping[str, float]
    """By market, where they are known better than from its facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """A market's view of the ledger: its assumptions bear its name."""

    market: Market
    ledger: Ledger

    def name(self, name: str) -> str:
        """The name of an assumption, with that of its market where there are several."""
        return f"{name}.{self.market.name}" if self.market.name else name

    def given(self, name: str, fact: str, unit: str, confidence: str = "given") -> float | None:
        """What was stated for this plan, else the fact; None where there is neither."""
        override = self.ledger.overrides.get(name)
        if isinstance(override, (int, float)):
            return self.ledger.note(self.name(name), float(override), unit, "Stated for this plan", confidence="given")
        return self.ledger.given(self.name(name), self.market.facts, fact, unit, confidence=confidence)

    def benchmark(self, name: str, identifier: str, unit: str, factor: float = 1.0) -> float:
        """What was stated for this plan, else the benchmark."""
        stated = self.given(name, "", unit)
        return self.ledger.benchmark(self.name(name), identifier, unit, factor=factor) if stated is None else stated


def deal_size(facts: Values, ledger: Ledger) -> str:
    """small, medium or large, by the value of a deal in US dollars."""
    value = number(facts, "deal.value") or number(facts, "deal.mean_value")
    return band(value * ledger.usd_per_unit if value is not None and ledger.usd_per_unit else None)
