"""A case: the facts of a company, and what the advice must say about it."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from salesdesign.cases.pattern import Pattern
from salesdesign.model.ranking import Outcome
from salesdesign.records import dataclass
from salesdesign.yamltree import Node


class Passage(StrEnum):
    """What a case says of a gate."""

    CLOSED = "closed"
    OPEN = "open"


class Hybrid(StrEnum):
    """What a case says of segments that are organised each in their own way."""

    OK = "ok"
    """An accepted option of the main decision also counts where a segment chose it."""
    REQUIRED = "required"
    """The segments must choose two options at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What an advice must say; what is empty is not asked."""

    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By decision: the chosen option is one of these."""
    avoided: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By decision: none of these is chosen."""
    included: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By decision: one of these at least is chosen."""
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By decision: a gate closes each of these."""
    rules: Mapping[str, Outcome] = field(default_factory=dict)
    gates: Mapping[str, Passage] = field(default_factory=dict)
    ranks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By decision: the open options that come first, in this order."""
    segments: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """By segment and decision: the chosen option is one of these."""
    text: tuple[Pattern, ...] = ()
    """Each is found in practices, risks, warnings or roadmap."""
    hybrid: Hybrid | None = None
    mix: Mapping[str, str] = field(default_factory=dict)
    """By segment: the role that it has more of than others; asks for the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A company with the answer that is expected."""

    id: str
    name: str
    """A sentence that a practitioner understands."""
    facts: Node
    """The facts as a file of facts holds them."""
    expected: Expected
    source: str = ""
    strength: str = ""
    file: str
    line: int
