"""The smallest change of each stated fact that alters what is chosen."""

from collections.abc import Iterator, Mapping, Sequence

from salesdesign.engine.probing.course import Course, course_of
from salesdesign.engine.probing.number_flips import Search
from salesdesign.engine.probing.questions import Questions, questions_of
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.track import Track, track_of
from salesdesign.model.catalogue import NUMERIC, Fact, FactType
from salesdesign.model.company import Values
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose
from salesdesign.model.probing import Barred, Flip, Flips
from salesdesign.records import dataclass

_ANSWER = 0.5
"""How large another answer counts beside numbers, which count as parts of their typical range: our judgement."""


def flips(subject: Subject, own: Values, units: Mapping[str, float]) -> Flips:
    """For each stated fact that the decision reads, the smallest change that alters what is chosen; the smallest first.

    `own` are the facts as the company states them, `units` what one unit of a fact is worth in conditions where that is
    not 1. Numbers move in the steps of the catalogue, rounded outward; another choice, another answer and a choice more
    or less in a list are one step. A decision of which several options can be chosen has none.
    """
    if subject.decision.choose is not Choose.ONE:
        return Flips(found=(), barred=())
    course = course_of(subject)
    asker = _Asker(
        subject=subject,
        course=course,
        questions=questions_of(course),
        today=course.last(subject.stated).chosen[:1],
        own=own,
        units=units,
    )
    found = [asker.asked(fact) for fact in asker.facts()]
    found.sort(key=lambda one: one.size)
    return Flips(
        found=tuple(one.flip for one in found if one.flip), barred=tuple(one.barred for one in found if one.barred)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What was found of one fact."""

    size: float = 0.0
    flip: Flip | None = None
    barred: Barred | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    """Asks fact after fact."""

    subject: Subject
    course: Course
    questions: Questions
    today: tuple[int, ...]
    own: Values
    units: Mapping[str, float]

    def facts(self) -> Iterator[Fact]:
        """The stated facts that the decision reads."""
        for fact in self.subject.machine.pack.catalogue.facts.values():
            read = fact.name in self.questions.read
            if read and fact.name in self.own and self.subject.stated.get(fact.name) is not None:
                yield fact

    def asked(self, fact: Fact) -> _Found:
        """The flip of one fact."""
        return self._number(fact) if fact.type in NUMERIC else self._answer(fact)

    def _number(self, fact: Fact) -> _Found:
        catalogue = self.subject.machine.pack.catalogue
        track = track_of(fact, self.own, catalogue, self.units.get(fact.name, 1.0))
        search = Search(
            subject=self.subject, course=self.course, questions=self.questions, today=self.today, track=track
        )
        nearest = search.nearest()
        start = _value(self.own, fact)
        barred, flip = None, None
        if nearest.barred is not None:
            by = search.seen(nearest.barred).barred
            barred = Barred(fact=fact.name, from_=start, to=nearest.barred, by=by)
        if nearest.flip is not None:
            chosen = self._option(search.seen(nearest.flip).taken[-1].chosen)
            also = track.beside(nearest.flip)
            flip = Flip(fact=fact.name, from_=start, to=nearest.flip, chosen=chosen, also=also)
        return _Found(size=0.0 if nearest.flip is None else _size(track, nearest.flip), flip=flip, barred=barred)

    def _answer(self, fact: Fact) -> _Found:
        start = _value(self.own, fact)
        barred = None
        for to in _others(fact, start):
            stated = {**self.subject.stated, fact.name: to}
            chosen = self.course.last(stated).chosen[:1]
            if chosen == self.today:
                continue
            broken = self.subject.impossible(stated)
            if not broken:
                flip = Flip(fact=fact.name, from_=start, to=to, chosen=self._option(chosen))
                return _Found(size=_ANSWER, flip=flip, barred=barred)
            by = tuple(rule.id for rule in broken)
            barred = barred or Barred(fact=fact.name, from_=start, to=to, by=by)
        return _Found(barred=barred)

    def _option(self, chosen: Sequence[int]) -> str | None:
        return self.subject.decision.options[chosen[0]].id if chosen else None


def _others(fact: Fact, start: Value) -> Iterator[Value]:
    """The other answers, the nearest in the catalogue first."""
    ids = [choice.id for choice in fact.choices]
    match start:
        case bool():
            yield not start
        case str() if start in ids:
            place = ids.index(start)
            yield from sorted((one for one in ids if one != start), key=lambda one: abs(ids.index(one) - place))
        case tuple() if fact.type is FactType.CHOICES:
            for one in ids:
                yield tuple(other for other in ids if (other in start) != (other == one))


def _value(own: Values, fact: Fact) -> Value:
    value = own[fact.name]
    return value if not isinstance(value, tuple) else tuple(str(one) for one in value)


def _size(track: Track, to: float) -> float:
    """How large a change is, as a part of the typical range; of itself where there is none."""
    change = abs(to - float(track.start))
    low, high = track.fact.typical or (0.0, max(abs(to), abs(float(track.start))))
    return change / (high - low) if high > low else change
