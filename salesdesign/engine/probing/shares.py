"""Shares of draws, exact while they are added up."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

NOTHING = -1
"""The place of no option: that nothing is chosen."""


def shares_of(found: Counter[tuple[int, ...]]) -> Mapping[int, Fraction]:
    """The share of each option among choices, each of one option, of equal ones, or of none."""
    shares: dict[int, Fraction] = {}
    for chosen, times in found.items():
        for place in chosen or (NOTHING,):
            part = Fraction(times, found.total() * max(1, len(chosen)))
            shares[place] = shares.get(place, Fraction(0)) + part
    return shares


def member_shares(found: Counter[tuple[int, ...]]) -> Mapping[int, Fraction]:
    """The share of draws in which each option is among those that are chosen together."""
    members: Counter[int] = Counter()
    for chosen, times in found.items():
        for place in chosen:
            members[place] += times
    return {place: Fraction(times, found.total()) for place, times in members.items()}
