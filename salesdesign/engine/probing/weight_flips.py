"""How much more, or less, one criterion would have to count for something else to be chosen."""

from dataclasses import field, replace
from fractions import Fraction
from math import ceil, floor

from salesdesign.engine.probing.course import Step, Taken, course_of
from salesdesign.engine.probing.parts import Part
from salesdesign.engine.probing.search import Row, first_change, stretches
from salesdesign.engine.probing.steady import stands
from salesdesign.engine.probing.subject import Subject
from salesdesign.model.pack import HEAVIEST, Choose, Facts
from salesdesign.model.probing import WeightFlip
from salesdesign.records import dataclass

STEP = Fraction(1, 10)
FINER = 4
"""So many times the step is cut in ten where half of the change alters the choice, too.

Where options are equal, less than a thousandth of a net point between them is enough.
"""


def weight_flips(subject: Subject) -> tuple[WeightFlip, ...]:
    """For each criterion the smallest change of its weight that alters what is chosen, the smallest first.

    Weights move in tenths, rounded outward, from 0 to 100. Decisions on the way to this one stand. A decision of which
    several options can be chosen has none.
    """
    if subject.decision.choose is not Choose.ONE:
        return ()
    course = course_of(subject)
    step, facts = course.steps[-1], course.derived(subject.stated)
    today = step.taken(facts).chosen[:1]
    found = [_Scale(step=step, facts=facts, part=part, today=today).flip() for part in step.parts]
    return tuple(sorted(filter(None, found), key=lambda flip: (abs(flip.to - flip.from_), flip.criterion)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Scale:
    """A decision while one of its criteria weighs more or less."""

    step: Step
    facts: Facts
    """Derived."""
    part: Part
    today: tuple[int, ...]
    by: Fraction = STEP
    _seen: dict[int, Taken] = field(default_factory=dict)

    def flip(self) -> WeightFlip | None:
        """The nearest weight with which something else is chosen."""
        start = self._start() / self.by
        above, below = range(floor(start) + 1, floor(HEAVIEST / self.by) + 1), range(ceil(start) - 1, -1, -1)
        found = [self._finer(place) for places in (above, below) if (place := self._first(places)) is not None]
        if not found:
            return None
        to = min(found, key=lambda weight: abs(weight - self._start()))
        chosen = self._weighing(to).chosen
        option = self.step.decision.options[chosen[0]].id if chosen else None
        return WeightFlip(criterion=self.part.criterion, from_=self.part.weight, to=float(to), chosen=option)

    def _first(self, places: range) -> int | None:
        row = Row(at=self._at, changed=self._changed, steady=self._steady)
        found = (first_change(row, stretch) for stretch in stretches([0], places))  # at 0, it speaks for nothing
        return next((place for place in found if place is not None), None)

    def _finer(self, place: int) -> Fraction:
        """The weight, in smaller steps where half of the change alters the choice already."""
        found, scale = place * self.by, self
        for _ in range(FINER):
            if not self._changed(self._weighing((self._start() + found) / 2)):
                return found
            scale = replace(scale, by=scale.by / 10, _seen={})
            found = scale.towards(found)
        return found

    def towards(self, weight: Fraction) -> Fraction:
        """The first weight on the way to one with which something else is chosen."""
        start, end = self._start() / self.by, int(weight / self.by)
        places = range(floor(start) + 1, end + 1) if end > start else range(ceil(start) - 1, end - 1, -1)
        place = self._first(places)
        return weight if place is None else place * self.by

    def _start(self) -> Fraction:
        return Fraction(repr(self.part.weight))

    def _at(self, place: int) -> Taken:
        if place not in self._seen:
            self._seen[place] = self._weighing(place * self.by)
        return self._seen[place]

    def _weighing(self, weight: Fraction) -> Taken:
        other = self.part.weighing(float(weight))
        parts = tuple(other if part is self.part else part for part in self.step.parts)
        return replace(self.step, parts=parts).taken(self.facts)

    def _changed(self, taken: Taken) -> bool:
        return taken.chosen[:1] != self.today

    def _steady(self, one: Taken, other: Taken) -> bool:
        swung = [abs(net - after) for net, after in zip(one.nets, other.nets, strict=True)]
        return stands(self.step, one, other, swung)
