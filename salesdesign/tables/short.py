"""How constants are added up in numbers as short as will do: Polars is the faster, the fewer bytes it has to move."""

from collections.abc import Iterable, Sequence
from math import gcd

from salesdesign.tables.columns import Case, Column, Constant

BYTE, TWO_BYTES = 2**7 - 1, 2**15 - 1
"""The most that a number of one byte, and of two, can hold."""


def unit_of(parts: Iterable[Column]) -> int:
    """The largest number that all constants of these are multiples of; 1 where all of them are zero."""
    return gcd(*(value for part in parts for value in _values(part))) or 1


def most(part: Column) -> int:
    """The largest magnitude of what is one of a few constant whole numbers."""
    return max(map(abs, _values(part)))


def portions(parts: Sequence[Column], unit: int) -> list[list[Column]]:
    """The parts in portions, of which each adds up to no more units than one byte can hold, unless it is one part."""
    found: list[list[Column]] = []
    filled = 0
    for part in parts:
        units = most(part) // unit
        if not found or filled + units > BYTE:
            found.append([])
            filled = 0
        found[-1].append(part)
        filled += units
    return found


def _values(part: Column) -> list[int]:
    match part:
        case Case(branches, otherwise):
            return [number for value in (otherwise, *(value for _, value in branches)) for number in _values(value)]
        case Constant(value):
            return [int(value)]
    raise TypeError(f"{part} is not one of a few constant numbers")
