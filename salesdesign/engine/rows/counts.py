"""Constant points, counted in small whole numbers: Python keeps those up to 256 ready, and makes all others anew."""

from collections.abc import Iterable
from dataclasses import replace
from math import gcd
from typing import NamedTuple

from salesdesign.engine.rows.tally import Tally
from salesdesign.model.pack import Points, Steps

_MIDDLE = 125
"""Of the whole numbers that Python keeps ready, -5 to 256."""


class Count(NamedTuple):
    """How the constants that rules give to one option are counted."""

    place: int
    unit: int
    """Thousandths that all of them are multiples of."""
    start: int
    """Where the count begins, so that it may fall and rise as far as it can."""

    def started(self) -> list[str]:
        """The statements that begin the count, and the net that it is added to in the end."""
        return [f"k{self.place} = {self.start}", f"n{self.place} = {-self.start * self.unit}"]

    def net(self) -> str:
        """The net, once everything is counted."""
        return f"n{self.place} + k{self.place} * {self.unit}"

    def tally(self, tally: Tally) -> Tally:
        """A tally of this option that counts so, and does not ask which options anything speaks for."""
        if not tally.is_direct:
            return replace(tally, bit=0)
        return replace(tally, bit=0, constants=f"k{self.place}", unit=self.unit)


def count_of(place: int, amounts: Iterable[int]) -> Count:
    """The count of an option that these constants may be given to."""
    given = list(amounts)
    unit = gcd(*given) or 1
    return Count(place, unit, _MIDDLE - sum(given) // (2 * unit))


def constants_of(points: Points) -> tuple[int, ...]:
    """The constants among the points that a rule gives to an option."""
    match points:
        case int():
            return (points,)
        case Steps(steps=steps):
            return tuple(steps.values())
        case _:
            return ()
