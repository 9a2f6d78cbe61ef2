"""A company as its facts file states it, checked once at the door."""

from collections.abc import Mapping
from dataclasses import field
from typing import TypeAlias

from salesdesign.model.expression import Value
from salesdesign.records import dataclass

Values: TypeAlias = Mapping[str, Value | tuple[float, ...]]
"""Facts by dotted name. A fact that is not there is unknown."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact is written."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A market that sells differently."""

    name: str
    share: float
    """Of the company's target, 0 to 1; filled in where the file leaves it out."""
    facts: Values
    """Those that replace the company's, dotted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A patch of the market; None where a figure is not given."""

    name: str
    sellers: float | None = None
    accounts: float | None = None
    potential: float | None = None
    """In the company's currency, per year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """One company's stated facts, typed, money in its own currency."""

    name: str
    facts: Values
    segments: tuple[Segment, ...] = ()
    territories: tuple[Territory, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    """Where each stated fact is written."""
