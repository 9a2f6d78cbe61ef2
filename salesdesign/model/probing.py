"""How far a decision can be trusted: in how many draws it stands, what would alter it, what is worth knowing next.

A field whose name is a word of Python ends in an underscore, which JSON leaves out.
"""

from collections.abc import Mapping
from dataclasses import field

from salesdesign.model.expression import Value
from salesdesign.records import dataclass

Shares = Mapping[str, float]
"""By option, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probing:
    """How thoroughly an advice is probed."""

    draws: int = 2000
    """For the main decision."""
    aside: int = 500
    """For every other one, and for each segment."""
    together: int = 10_000
    """For all segments, however many they are: of more than twenty, each gets fewer."""
    fewest: int = 100
    """For each segment at least: a share is then told to within about five in a hundred."""

    def each_of(self, segments: int) -> int:
        """The draws for each of so many segments."""
        return min(self.aside, max(self.fewest, self.together // max(1, segments)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draws:
    """How many draws are made, and from which seed; more draws of one seed begin with the fewer."""

    count: int = 2000
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptability:
    """How the options come out over many draws."""

    chosen: Shares
    """In which share of draws each option is chosen.

    Where one is to be chosen, options that tie share a draw; where several can be, the shares do not sum to 1.
    """
    again: float
    """In which share of draws what is chosen now comes out again: the option, or exactly the same set."""
    ranks: Mapping[str, tuple[float, ...]]
    """In which share of draws each open option has rank 1, 2, ...; empty for a closed one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Firmness:
    """How firmly a decision stands when our judgement varies, and when what nobody told turns out either way."""

    judgement: Acceptability
    facts: Shares
    """In which share of draws each option is chosen. Where several can be chosen, they do not sum to 1."""
    by_facts: float
    """In which share of draws what is chosen now comes out again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """The smallest change of one fact that alters what is chosen."""

    fact: str
    from_: Value
    """As it is stated."""
    to: Value
    chosen: str | None
    """None where nothing is chosen any more."""
    also: Mapping[str, float] = field(default_factory=dict)
    """Facts that move with it: the other shares of a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred:
    """A change nearer than any flip, which would alter what is chosen, and can never be."""

    fact: str
    from_: Value
    to: Value
    by: tuple[str, ...]
    """The consistency rules of the catalogue that it breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flips:
    """What would alter the choice, the smallest change first."""

    found: tuple[Flip, ...]
    barred: tuple[Barred, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightFlip:
    """The smallest change of one criterion's weight that alters what is chosen."""

    criterion: str
    from_: float
    to: float
    chosen: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorthKnowing:
    """How much would be gained by knowing a fact."""

    fact: str
    change: float
    """The share of its likely values with which something else is chosen than today."""
    chosen: Shares
    """The share of its likely values with which each option is chosen."""
