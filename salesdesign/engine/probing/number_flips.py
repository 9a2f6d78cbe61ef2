"""The smallest change of one number that alters what is chosen: searched between the places where answers change."""

from collections.abc import Iterable
from dataclasses import field, replace
from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from salesdesign.engine.probing.breaks import bends, breaks
from salesdesign.engine.probing.course import Course, Taken
from salesdesign.engine.probing.curve import Moving
from salesdesign.engine.probing.polynomial import Polynomial
from salesdesign.engine.probing.questions import Questions
from salesdesign.engine.probing.search import Row, first_change, stretches
from salesdesign.engine.probing.steady import steady
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.track import Track
from salesdesign.records import dataclass

FINER = 4
"""So many times a step is cut in ten where half of the change alters the choice, too."""

_TOUCHING = Fraction(1, 10**6)
"""In steps: so close to a step, a break may as well lie on it."""


class Seen(NamedTuple):
    """What comes out at one place."""

    taken: tuple[Taken, ...]
    barred: tuple[str, ...]
    """The consistency rules that are broken there."""


class Nearest(NamedTuple):
    """Where something else is chosen."""

    flip: float | None
    barred: float | None
    """Where it would be, nearer than the flip, if the catalogue did not rule the value out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """The search along the track of one number."""

    subject: Subject
    course: Course
    questions: Questions
    today: tuple[int, ...]
    """What is chosen now."""
    track: Track
    _seen: dict[float, Seen] = field(default_factory=dict)
    _bending: dict[Fraction, tuple[Polynomial, ...]] = field(default_factory=dict)

    def nearest(self) -> Nearest:
        """The nearest place, above or below, where something else is chosen."""
        ways = [self._along(self.track.upward()), self._along(self.track.downward())]
        flips = [way.flip for way in ways if way.flip is not None]
        flip = min(flips, key=self._distance, default=None)
        bars = [way.barred for way in ways if way.barred is not None]
        barred = min(bars, key=self._distance, default=None)
        nearer = barred is not None and (flip is None or self._distance(barred) < self._distance(flip))
        return Nearest(flip, barred if nearer else None)

    def seen(self, value: float) -> Seen:
        """What comes out at a value."""
        if value not in self._seen:
            stated = {**self.subject.stated, **self.track.seen(value)}
            broken = self.subject.impossible(stated)
            self._seen[value] = Seen(self.course.taken(stated), tuple(rule.id for rule in broken))
        return self._seen[value]

    def _along(self, places: range) -> Nearest:
        """The nearest place in one direction, rounded outward to a step."""
        nearest = self.first(places)
        return nearest if nearest.flip is None else nearest._replace(flip=self._finer(nearest.flip))

    def first(self, places: range) -> Nearest:
        """The first of these places at which something else is chosen."""
        row = Row(at=lambda place: self.seen(self.track.value(place)), changed=self._changed, steady=self._steady)
        barred = None
        for stretch in stretches(self._breaks(places), places):
            place = first_change(row, stretch)
            if place is None:
                continue
            value = self.track.value(place)
            if not self.seen(value).barred:
                return Nearest(value, barred)
            barred = value if barred is None else barred
        return Nearest(None, barred)

    def _finer(self, found: float) -> float:
        """The flip in smaller steps, where half of the change is one already; itself where none of them helps."""
        search, flip = self, found
        for _ in range(FINER):
            half = self.seen(self.track.halfway(flip))
            if half.barred or not self._changed(half):
                return flip
            track = search.track.finer()
            if track is None:
                return found
            search = replace(self, track=track)
            nearer = search.first(track.towards(flip)).flip
            flip = flip if nearer is None else nearer
        return found

    def _breaks(self, places: range) -> Iterable[int]:
        """The places at which, or next to which, an answer may change."""
        if not places:
            return ()
        ends = Fraction(min(places[0], places[-1])), Fraction(max(places[0], places[-1]))
        found = breaks(self._bends(), ends)
        return {near for place in found for near in range(floor(place - _TOUCHING), ceil(place + _TOUCHING) + 1)}

    def _bends(self) -> tuple[Polynomial, ...]:
        """What is zero at such places; worked out once for both directions."""
        if self.track.step not in self._bending:
            curves = self.track.curves()
            moving = Moving(
                curves=curves,
                facts=self.course.derived(self.subject.stated),
                stated=self.subject.stated,
                catalogue=self.subject.machine.pack.catalogue,
            )
            asked, lines = self.questions.reading(curves), self.questions.lines(curves)
            self._bending[self.track.step] = bends(asked, lines, moving)
        return self._bending[self.track.step]

    def _changed(self, seen: Seen) -> bool:
        return seen.taken[-1].chosen[:1] != self.today

    def _steady(self, one: Seen, other: Seen) -> bool:
        return all(map(steady, self.course.steps, one.taken, other.taken))

    def _distance(self, value: float) -> Fraction:
        return abs(Fraction(repr(value)) - self.track.start)
