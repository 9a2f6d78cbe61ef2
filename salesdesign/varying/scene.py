"""A company's main decision, to be taken again wherever facts are moved to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from salesdesign.advise.decisions import take_decisions
from salesdesign.engine.compile import Machine
from salesdesign.engine.probing.course import Course, Taken, course_of
from salesdesign.engine.probing.number_flips import Search
from salesdesign.engine.probing.questions import Questions, questions_of
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.score import score_of
from salesdesign.facts.outline import outline_of
from salesdesign.model.company import Company
from salesdesign.model.expression import Value
from salesdesign.model.pack import POINT, Decision, Facts, GateKind
from salesdesign.records import dataclass
from salesdesign.varying.lines import Line
from salesdesign.varying.variation import OptionPoint

NOWHERE = (-1,)
"""Chosen by nothing: everything is a change from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The decision with what it needs to be taken quickly."""

    subject: Subject
    course: Course
    questions: Questions

    @property
    def decision(self) -> Decision:
        """What is decided."""
        return self.subject.decision

    def left_out(self, moved: Mapping[str, Value]) -> tuple[str, ...]:
        """The consistency rules that facts break once some are moved."""
        return tuple(rule.id for rule in self.subject.impossible(self.stated(moved)))

    def stated(self, moved: Mapping[str, Value]) -> Facts:
        """What is stated once some facts are moved."""
        return {**self.subject.stated, **moved}

    def at(self, moved: Mapping[str, Value]) -> tuple[str | None, Mapping[str, OptionPoint]]:
        """What is chosen, and how the options stand, once some facts are moved."""
        taken = self.course.last(self.stated(moved))
        closed = _closed(self.decision, taken)
        options = {
            option.id: OptionPoint(
                net=net / POINT, score=score_of(net, self.decision.scale), closed_by=closed[option.id]
            )
            for option, net in zip(self.decision.options, taken.nets, strict=True)
        }
        return self.option(taken), options

    def turns(self, line: Line) -> Iterator[tuple[Value, str | None]]:
        """Along a number: each value from which on another option is chosen, exact to the step of the grid."""
        if line.track is None:
            return
        search = Search(
            subject=self.subject, course=self.course, questions=self.questions, today=NOWHERE, track=line.track
        )
        places = line.steps
        while places:
            found = search.first(places).flip
            if found is None:
                return
            taken = search.seen(found).taken[-1]
            yield found, self.option(taken)
            search = replace(search, today=taken.chosen[:1])
            place = next(place for place in _near(found, line, places) if line.track.value(place) == found)
            places = range(place + 1, places.stop)

    def option(self, taken: Taken) -> str | None:
        """The option that is chosen; None where nothing is."""
        return self.decision.options[taken.chosen[0]].id if taken.chosen else None


def scene_of(company: Company, machine: Machine, weights: Mapping[str, float]) -> Scene:
    """The scene of a company."""
    pack = machine.pack
    subject = Subject(
        machine=machine,
        decision=pack.decision(pack.main),
        stated=take_decisions(company, pack, machine, weights).stated,
        weights=weights,
        impossible=outline_of(pack.catalogue).broken,
    )
    course = course_of(subject)
    return Scene(subject=subject, course=course, questions=questions_of(course))


def _near(value: float, line: Line, places: range) -> Iterable[int]:
    """The places around a value: floats may lie a hair beside their step."""
    assert line.track is not None  # noqa: S101  only numbers turn
    middle = round(value / float(line.track.step))
    return [place for place in range(middle - 2, middle + 3) if place in places]


def _closed(decision: Decision, taken: Taken) -> dict[str, tuple[str, ...]]:
    """By option, the gates that close it."""
    closing = [
        gate
        for gate, answer in zip(decision.gates, taken.answers.gates, strict=True)
        if (answer is True) == (gate.kind is GateKind.EXCLUDES)
    ]
    return {option.id: tuple(gate.id for gate in closing if option.id in gate.options) for option in decision.options}
