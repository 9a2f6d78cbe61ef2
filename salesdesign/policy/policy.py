"""A policy as it was read."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from salesdesign.policy.severity import Severity
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Findings that are meant to be there."""

    rule: str
    reason: str
    file: str = "*"
    """A pattern."""
    subject: str | None = None
    until: date | None = None
    """The last day on which it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPair:
    """Facts files, by a pattern, and the reports that are committed for them."""

    facts: str
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What is asked of an organisation."""

    file: str = ""
    """Where it is written; empty where nobody wrote one."""
    margin: float | None = None
    """Net points; None: twice the inertia of the main decision."""
    confidence: float = 0.5
    required: tuple[str, ...] | None = None
    """None: the facts that the catalogue calls a must."""
    max_age_days: float = 180
    max_span: float | None = None
    """None: what the rule pack's benchmark says."""
    unchecked: Severity = Severity.WARNING
    baseline: str | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """By rule; a rule that is not there is as severe as it says itself."""
    suppress: tuple[Suppression, ...] = ()
    reports: tuple[ReportPair, ...] = ()
