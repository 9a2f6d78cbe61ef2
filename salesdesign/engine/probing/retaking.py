"""A course of decisions taken over and over while a few facts change: only what these touch is asked again."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from salesdesign.engine.probing.course import Course, Step
from salesdesign.engine.rows.partial import Partials, Sums, nothing_of
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose, Facts
from salesdesign.records import dataclass


class _Round(NamedTuple):
    """One decision of the course, as far as it can come out otherwise."""

    step: Step
    name: str
    """The fact that it becomes."""
    forget: tuple[str, ...]
    """Defaults that an earlier round worked out from less."""
    derive: int
    """The bits of derived facts that can come out otherwise since the round before."""
    weigh: Callable[..., Any]  # Any: see Partials.weigh
    asked: int
    """The bits of all that can be answered otherwise."""
    start: Sums
    """What everything else comes to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retaking:
    """A course, ready to be taken while some facts change."""

    base: Facts
    """All facts as they are where none of them does."""
    rounds: tuple[_Round, ...]
    derive: Callable[..., Any]  # Any: see Partials.derive

    def chosen(self, changed: Mapping[str, Value]) -> tuple[int, ...]:
        """What the last decision chooses, as a course tells it, once some of the facts are changed to these."""
        facts = {**self.base, **changed}
        chosen: tuple[int, ...] = ()
        for step, name, forget, derive, weigh, asked, start in self.rounds:
            for default in forget:
                facts[default] = changed.get(default)
            if derive:
                self.derive(facts, derive)
            chosen = step.chosen(weigh(facts, asked, start), facts)
            facts[name] = step.decided(chosen)
        return chosen

    def choice(self, changed: Mapping[str, Value]) -> tuple[int, ...]:
        """The same: the one option, or all that are chosen together, in their order."""
        chosen = self.chosen(changed)
        several = self.rounds[-1].step.decision.choose is Choose.SEVERAL
        return tuple(sorted(chosen)) if several else chosen[:1]


def retaking(course: Course, partials: Partials, stated: Facts, changing: Collection[str]) -> Retaking:
    """The course about a company, to be taken again while these facts, which are not stated, change."""
    return Retaking(
        base=course.facts(stated)[0],
        rounds=tuple(_rounds(course, partials, stated, changing)),
        derive=partials.derive().call,
    )


def _rounds(course: Course, partials: Partials, stated: Facts, changing: Collection[str]) -> Iterator[_Round]:
    news, touching = set(changing), set(changing)
    for step, facts in zip(course.steps, course.facts(stated), strict=True):
        weigh = partials.weigh(step.decision, course.weights)
        asked = weigh.touched_by(touching)
        name = f"decided.{step.decision.id}"
        derive = partials.derive().touched_by(news)
        yield _Round(
            step=step,
            name=name,
            forget=tuple(_defaults(course, stated, derive)),
            derive=derive,
            weigh=weigh.call,
            asked=asked,
            start=weigh.call(facts, weigh.others(asked), nothing_of(step.decision)),
        )
        news = {name}
        touching.add(name)


def _defaults(course: Course, stated: Facts, derive: int) -> Iterable[str]:
    """Of derived facts, those that stand in for a stated one and are not stated."""
    catalogue = course.machine.pack.catalogue
    names = (name for bit, name in enumerate(catalogue.derived) if derive >> bit & 1)
    return (name for name in names if name in catalogue.facts and stated.get(name) is None)
