"""What is probed: a decision about one company."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from salesdesign.engine.compile import Machine
from salesdesign.model.catalogue import Consistency
from salesdesign.model.pack import Decision, Facts
from salesdesign.records import dataclass


class Impossible(Protocol):
    """The consistency rules of a catalogue that stated facts break."""

    def __call__(self, facts: Facts, /) -> Sequence[Consistency]:
        """Those that facts break."""

    def among(self, names: Collection[str], /) -> Callable[[Facts], Sequence[Consistency]]:
        """The same, of those rules alone that hang on any of these facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A decision about one company, to be taken again with other facts and other weights."""

    machine: Machine
    decision: Decision
    stated: Facts
    """What conditions see and nothing follows from yet, money in US dollars."""
    weights: Mapping[str, float]
    """Those that replace the pack's, by criterion."""
    impossible: Impossible
    share: float = 1.0
    """Where the company is a part of a larger one, how large a part."""
