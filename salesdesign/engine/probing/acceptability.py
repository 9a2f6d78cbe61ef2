"""How often each option is the choice, and how often it has each rank, over many draws of nets.

This is rank acceptability (SMAA: Lahdelma, Hokkanen and Salminen 1998; by rank: Lahdelma and Salminen 2001). Options
that come out equal share a draw, and share the ranks that they take together.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from salesdesign.engine.probing.leaders import several

Columns = Mapping[int, Sequence[float]]
"""By the place of an option, its net in every draw."""


class Outcome(NamedTuple):
    """How the options stand in a draw, best first; of many draws, few differ in it."""

    order: tuple[int, ...]
    """Places of options; of equal ones, the simpler first."""
    equal: tuple[bool, ...]
    """For each option but the first, whether it comes out equal to the one before it; empty where none does."""
    kept: bool
    """Whether today's option is kept."""


def outcomes(columns: Columns, current: int | None, inertia: float) -> Counter[Outcome]:
    """How often the options stand how; today's is kept while none leads it by more than the inertia."""
    places = tuple(columns)
    today = None if current is None else places.index(current)
    indexes = range(len(places))
    found: Counter[tuple[tuple[int, ...], tuple[bool, ...], bool]] = Counter()
    for row in zip(*columns.values(), strict=True):
        order = tuple(sorted(indexes, key=row.__getitem__, reverse=True))
        distinct = len({*row}) == len(row)
        equal = () if distinct else tuple([row[one] == row[other] for one, other in pairwise(order)])
        found[order, equal, today is not None and row[order[0]] - row[today] <= inertia] += 1
    return Counter(
        {
            Outcome(tuple(places[index] for index in order), equal, kept): times
            for (order, equal, kept), times in found.items()
        }
    )


def choice_shares(found: Counter[Outcome], current: int | None) -> Mapping[int, Fraction]:
    """In which share of draws each option is the one choice."""
    sums: dict[int, Fraction] = {}
    for outcome, times in found.items():
        winners = (current,) if outcome.kept and current is not None else _equals(outcome)[0]
        for place in winners:
            sums[place] = sums.get(place, Fraction(0)) + Fraction(times, len(winners))
    return {place: share / found.total() for place, share in sums.items()}


def sets(columns: Columns, eligible: Sequence[int], threshold: float, at_most: int) -> Counter[tuple[int, ...]]:
    """How often which options are chosen together: of the eligible ones, those that reach the threshold."""
    found: Counter[tuple[int, ...]] = Counter()
    for row in zip(*columns.values(), strict=True):
        nets = dict(zip(columns, row, strict=True))
        found[tuple(sorted(several(nets, eligible, threshold, at_most)))] += 1
    return found


def rank_shares(found: Counter[Outcome]) -> Mapping[int, tuple[Fraction, ...]]:
    """In which share of draws each option has the first rank, the second, and so on."""
    sums: dict[int, list[Fraction]] = {}
    for outcome, times in found.items():
        first = 0
        for equals in _equals(outcome):
            for place in equals:
                ranks = sums.setdefault(place, [Fraction(0)] * len(outcome.order))
                for rank in range(first, first + len(equals)):
                    ranks[rank] += Fraction(times, len(equals))
            first += len(equals)
    return {place: tuple(share / found.total() for share in ranks) for place, ranks in sums.items()}


def _equals(outcome: Outcome) -> list[list[int]]:
    """The options, best first, equal ones together."""
    groups = [[outcome.order[0]]]
    for place, equal in zip(outcome.order[1:], outcome.equal or (False,) * len(outcome.order[1:]), strict=True):
        if equal:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups
