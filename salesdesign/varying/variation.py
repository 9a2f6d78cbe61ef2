"""What comes out while facts move, as plain data. Field names are those of its JSON."""

from collections.abc import Mapping

from salesdesign.model.expression import Value
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One value of a fact that is varied."""

    value: Value
    """In the company's own currency, where it is money."""
    text: str
    """The value with its unit, or what it means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A fact that is varied, and its values."""

    fact: str
    title: str
    numeric: bool
    """Whether the values lie on a line, so that a curve can be drawn over them."""
    places: tuple[Place, ...]
    stated: Value
    """What the company says; null where it does not."""
    notes: tuple[str, ...]
    """What a reader has to know of these values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionPoint:
    """An option at one place."""

    net: float
    score: float
    closed_by: tuple[str, ...]
    """The gates that close it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What comes out at one place of every axis."""

    at: tuple[Place, ...]
    chosen: str | None
    """None where nothing is chosen, and where the facts contradict each other."""
    options: Mapping[str, OptionPoint]
    """Empty where the facts contradict each other."""
    left_out: tuple[str, ...]
    """The consistency rules that are broken there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """From where on one option is chosen."""

    start: Place
    chosen: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """What comes out along one fact, or over two."""

    company: str
    decision: str
    changed: str
    """What was changed for this run only; empty where nothing was."""
    names: Mapping[str, str]
    """The options by id."""
    axes: tuple[Axis, ...]
    """One, or two for a map."""
    points: tuple[Point, ...]
    """By the first axis, then by the second."""
    stretches: tuple[Stretch, ...]
    """Along one fact, exact to its step; empty for a map."""
    words: tuple[str, ...]
    """The crossings in sentences, and what was left out."""
