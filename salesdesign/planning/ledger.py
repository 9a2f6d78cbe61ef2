"""The ledger of assumptions: every number that a plan uses, with where it came from."""

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from salesdesign.model.company import Values
from salesdesign.model.pack import Benchmark
from salesdesign.model.plan import Assumption, PlanWarning
from salesdesign.planning.inputs import Override
from salesdesign.records import dataclass

JUDGEMENT = "Our judgement"
Entry: TypeAlias = float | tuple[float, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Facts, overrides and benchmarks, and notes of what was read: the one place of a plan that changes as it goes."""

    overrides: Mapping[str, Override]
    benchmarks: Mapping[str, Benchmark]
    usd_per_unit: float | None
    notes: dict[str, Assumption] = field(default_factory=dict)
    warnings: dict[str, PlanWarning] = field(default_factory=dict)

    def given(self, name: str, facts: Values, fact: str, unit: str, *, confidence: str = "given") -> float | None:
        """The override of that name, else the fact; None where there is neither."""
        override = self.overrides.get(name)
        if isinstance(override, (int, float)):
            return self.note(name, float(override), unit, "Stated for this plan", confidence="given")
        value = facts.get(fact)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return None
        return self.note(name, float(value), unit, f"Stated: {fact}", confidence=confidence)

    def benchmark(self, name: str, identifier: str, unit: str, *, factor: float = 1.0) -> float:
        """The typical value of a benchmark without currency."""
        known = self.benchmarks[identifier]
        typical = known.typical
        value = (typical if isinstance(typical, (int, float)) else 0.0) * factor
        self._write(name, value, unit, known)
        return value

    def usual(self, name: str, identifier: str, unit: str) -> float:
        """The override of that name, else the typical value of the benchmark."""
        stated = self.given(name, {}, "", unit)
        return self.benchmark(name, identifier, unit) if stated is None else stated

    def money(self, name: str, identifier: str, unit: str, *, factor: float = 1.0) -> float | None:
        """The typical value of a benchmark in US dollars, in the company's currency; None where the rate is unknown."""
        if self.usd_per_unit is None:
            return None
        return self.benchmark(name, identifier, unit, factor=factor / self.usd_per_unit)

    def judged(self, name: str, value: float, unit: str) -> float:
        """A value that nobody gave and no source knows."""
        return self.note(name, value, unit, JUDGEMENT, confidence="judgement")

    def note(self, name: str, value: float, unit: str, source: str, *, confidence: str) -> float:
        """The value, written down."""
        self.notes[name] = Assumption(
            name=name,
            value=value,
            unit=unit,
            given=confidence in ("given", "observed"),
            source=source,
            year=None,
            confidence=confidence,
        )
        return value

    def curve(self, name: str, values: tuple[float, ...], like: str) -> tuple[float, ...]:
        """A curve, written down with the source of the assumption that it was drawn from."""
        note = self.notes.get(like)
        self.notes[name] = Assumption(
            name=name,
            value=tuple(round(value, 4) for value in values),
            unit="share of full productivity by month",
            given=note.given if note else False,
            source=note.source if note else "Stated for this plan",
            year=note.year if note else None,
            confidence=note.confidence if note else "given",
        )
        return values

    def warn(self, code: str, text: str) -> None:
        """Nothing; the warning is kept, once a code."""
        self.warnings.setdefault(code, PlanWarning(code=code, text=text))

    def has(self, identifier: str) -> bool:
        """Whether the pack knows a benchmark."""
        return identifier in self.benchmarks

    def _write(self, name: str, value: float, unit: str, known: Benchmark) -> None:
        self.notes[name] = Assumption(
            name=name,
            value=value,
            unit=unit,
            given=False,
            source=f"{known.id}: {known.source_title}",
            year=known.year,
            confidence=known.confidence,
        )
