"""A decision taken quickly and often: what is chosen, and how the options stand, without the trace of why."""

from collections.abc import Mapping
from dataclasses import field
from functools import reduce
from operator import or_
from typing import NamedTuple

from salesdesign.engine.compile import Answers, Judge, Machine
from salesdesign.engine.gates import most_allowed
from salesdesign.engine.probing.leaders import several, tied_for_one
from salesdesign.engine.probing.parts import Part, parts_of
from salesdesign.engine.probing.reading import on_the_way
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.rows.partial import Sums
from salesdesign.model.expression import Value
from salesdesign.model.pack import POINT, Choose, Decision, Facts, GateKind
from salesdesign.records import dataclass


class Taken(NamedTuple):
    """A decision as it comes out; options by their place in it."""

    nets: tuple[int, ...]
    places: tuple[int, ...]
    """Of the open options."""
    supported: int
    """A bit for each open option that some rule speaks for: without one, nothing is chosen."""
    current: int | None
    """Today's option, where it is open."""
    chosen: tuple[int, ...]
    """Where one is chosen: all that come out equal, the one that is chosen first."""
    answers: Answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One decision, ready to be taken."""

    decision: Decision
    judge: Judge
    parts: tuple[Part, ...]
    places: Mapping[Value, int]
    closing: tuple[tuple[bool, int], ...]
    """For each gate, whether it closes by being known to hold or by not being, and a bit for each of its options."""
    _open: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def taken(self, facts: Facts) -> Taken:
        """How the decision comes out for derived facts."""
        answers = self.judge(facts)
        said = [part.says(answers.rules, answers.exceptions) for part in self.parts]
        nets = tuple(map(sum, zip(*[nets for nets, _ in said], strict=True))) if said else (0,) * len(self.places)
        closed = 0
        for (by_holding, bits), answer in zip(self.closing, answers.gates, strict=True):
            if (answer is True) == by_holding:
                closed |= bits
        spoken = reduce(or_, [bits for _, bits in said], 0)
        return Taken(
            nets=nets,
            places=self.open(closed),
            supported=spoken & ~closed,
            current=self.current(closed, facts),
            chosen=self.chosen((nets, closed, spoken, most_allowed(self.decision, answers.limits)), facts),
            answers=answers,
        )

    def chosen(self, sums: Sums, facts: Facts) -> tuple[int, ...]:
        """What is chosen, as it is told of what was taken."""
        nets, closed, spoken, at_most = sums
        if not spoken & ~closed:
            return ()
        places = self.open(closed)
        if self.decision.choose is Choose.ONE:
            inertia = self.decision.inertia * POINT
            return tied_for_one(nets, places, self.current(closed, facts), inertia)
        spoken_for = [place for place in places if spoken >> place & 1]
        return several(nets, spoken_for, self.decision.threshold * POINT, at_most)

    def open(self, closed: int) -> tuple[int, ...]:
        """The places of the options that are not closed."""
        if closed not in self._open:
            self._open[closed] = tuple(place for place in range(len(self.places)) if not closed >> place & 1)
        return self._open[closed]

    def current(self, closed: int, facts: Facts) -> int | None:
        """The place of today's option, where it is open."""
        current = self.places.get(facts.get(self.decision.current))
        return None if current is None or closed >> current & 1 else current

    def decided(self, chosen: tuple[int, ...]) -> Value:
        """What is chosen as the fact that later decisions read."""
        if self.decision.choose is Choose.SEVERAL:
            return tuple([self.decision.options[place].id for place in chosen])
        return self.decision.options[chosen[0]].id if chosen else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The decisions on the way to one, in their order, that one last."""

    machine: Machine
    steps: tuple[Step, ...]
    weights: Mapping[str, float]
    """Those that replace the pack's, by criterion."""

    def taken(self, stated: Facts) -> tuple[Taken, ...]:
        """How each decision comes out for these facts."""
        return tuple(taken for taken, _ in self._taken(stated))

    def last(self, stated: Facts) -> Taken:
        """How the decision itself comes out."""
        return self._taken(stated)[-1][0]

    def facts(self, stated: Facts) -> list[Facts]:
        """What each decision reads: all that follows from these facts, decisions on the way among it."""
        return [facts for _, facts in self._taken(stated)]

    def derived(self, stated: Facts) -> Facts:
        """What the last decision reads."""
        return self.facts(stated)[-1]

    def _taken(self, stated: Facts) -> list[tuple[Taken, Facts]]:
        known = dict(stated)
        found = []
        for step in self.steps:
            facts = self.machine.derive(known)
            taken = step.taken(facts)
            known[f"decided.{step.decision.id}"] = step.decided(taken.chosen)
            found.append((taken, facts))
        return found


def course_of(subject: Subject) -> Course:
    """The way to the subject's decision; it remembers answers, so it is kept for one company."""
    machine = subject.machine
    decisions = on_the_way(subject.decision, machine.pack)
    steps = tuple(_step(decision, machine, subject.weights) for decision in decisions)
    return Course(machine=machine, steps=steps, weights=subject.weights)


def _step(decision: Decision, machine: Machine, weights: Mapping[str, float]) -> Step:
    places: dict[Value, int] = {option.id: place for place, option in enumerate(decision.options)}
    return Step(
        decision=decision,
        judge=machine.judges[decision.id],
        parts=parts_of(decision, weights),
        places=places,
        closing=tuple(
            (gate.kind is GateKind.EXCLUDES, sum(1 << places[option] for option in set(gate.options) & places.keys()))
            for gate in decision.gates
        ),
    )
