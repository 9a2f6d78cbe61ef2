"""Attrition: expected leavers as whole people, and the people of a role month by month."""

import math
from operator import add

from salesdesign.records import dataclass

NUDGE = 1e-7
"""Half a person is a leaver, whatever the last bit of a sum says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What governs how the people of a role come and go."""

    attrition: float
    """Share that leaves in a year."""
    months_to_replace: int
    small: int
    """In a role of fewer people nobody is scheduled to leave."""
    ramp: tuple[float, ...]
    notice: int = 0
    """Months until somebody whose post is cut has left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """The people of one role by month."""

    begin: int
    """Before the first month."""
    moved_in: int
    """At the start of the first month."""
    moved_out: int
    hires: tuple[int, ...]
    """New posts filled at the start of the month."""
    replacements: tuple[int, ...]
    """Posts of leavers filled at the start of the month."""
    present: tuple[int, ...]
    """During the month."""
    leavers: tuple[int, ...]
    """At the end of the month, of their own will or because their post is cut."""
    exits: tuple[int, ...]
    """Of the leavers, those whose post is cut."""
    ramped: tuple[float, ...]

    @property
    def starts(self) -> tuple[int, ...]:
        """Everyone who starts in the month."""
        return tuple(map(add, self.hires, self.replacements))


@dataclass(frozen=True, slots=True, kw_only=True)
class Begin:
    """The people with whom a role begins."""

    stayed: int = 0
    moved_in: int = 0
    moved_out: int = 0
    exits: int = 0
    """Of whom so many leave after their notice."""

    @property
    def people(self) -> int:
        """Who work in the role in the first month."""
        return self.stayed + self.moved_in


def walk(begin: Begin, hires: tuple[int, ...], post: Post, moved_ramp: tuple[float, ...] = ()) -> Path:
    """The path of a role that hires so many in each month and replaces whoever leaves."""
    months, wait = len(hires), post.months_to_replace + 1
    replacements, present, leavers = [0] * months, [], [0] * months
    people, expected, gone = begin.people, 0.0, 0
    leaving, exits = post.attrition > 0, _exits(begin, post, months)
    for month in range(months):
        people += hires[month] + replacements[month]
        present.append(people)
        people -= exits[month]
        leavers[month] = exits[month]
        if not leaving or people <= 0:
            continue
        expected += people if people >= post.small else 0
        left = min(people, leavers_so_far(expected, post.attrition) - gone)
        if left:
            gone += left
            people -= left
            leavers[month] += left
            if month + wait < months:
                replacements[month + wait] += left
    starts = list(map(add, hires, replacements))
    return Path(
        begin=begin.stayed + begin.moved_out,
        moved_in=begin.moved_in,
        moved_out=begin.moved_out,
        hires=hires,
        replacements=tuple(replacements),
        present=tuple(present),
        leavers=tuple(leavers),
        exits=exits,
        ramped=_ramped(begin, starts, leavers, (post.ramp, moved_ramp)),
    )


def _exits(begin: Begin, post: Post, months: int) -> tuple[int, ...]:
    """By month, those who leave at its end because their post is cut."""
    last = max(0, post.notice - 1)
    return tuple(begin.exits if month == last else 0 for month in range(months))


def leavers_so_far(people_months: float, attrition: float) -> int:
    """Expected leavers since the start, rounded to whole people, half upwards.

    >>> leavers_so_far(45, 0.15)
    1
    """
    return math.floor(people_months * attrition / 12 + 0.5 + NUDGE)


def _ramped(
    begin: Begin, starts: list[int], leavers: list[int], ramps: tuple[tuple[float, ...], tuple[float, ...]]
) -> tuple[float, ...]:
    """Whoever leaves is taken to be fully productive: those who know their job are asked away."""
    ramped, full = [], float(begin.people)
    for came, left in zip(starts, leavers, strict=True):
        ramped.append(full + came)
        full += came - left
    if begin.moved_in:
        _learn(ramped, 0, begin.moved_in, ramps[1])
    if ramps[0]:
        for month, people in enumerate(starts):
            if people:
                _learn(ramped, month, people, ramps[0])
    return tuple([people if people > 0 else 0.0 for people in ramped])


def _learn(ramped: list[float], month: int, people: int, curve: tuple[float, ...]) -> None:
    """Nothing; what people who come in a month do not bring yet is taken off."""
    for later, share in enumerate(curve[: len(ramped) - month]):
        ramped[month + later] -= people * (1 - share)
