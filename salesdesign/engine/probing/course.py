"""A decision taken quickly and often: what is chosen, and how the options stand, without the trace of why."""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from salesdesign.engine.compile import Answers, Judge, Machine
from salesdesign.engine.gates import most_allowed
from salesdesign.engine.probing.leaders import several, tied_for_one
from salesdesign.engine.probing.parts import Part, parts_of
from salesdesign.engine.probing.reading import on_the_way
from salesdesign.engine.probing.subject import Subject
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

    def taken(self, facts: Facts) -> Taken:
        """How the decision comes out for derived facts."""
        answers = self.judge(facts)
        said = [part.says(answers.rules, answers.exceptions) for part in self.parts]
        nets = tuple(map(sum, zip(*[nets for nets, _ in said], strict=True))) if said else (0,) * len(self.places)
        closed = 0
        for (by_holding, bits), answer in zip(self.closing, answers.gates, strict=True):
            if (answer is True) == by_holding:
                closed |= bits
        places = tuple([place for place in range(len(nets)) if not closed >> place & 1])
        supported = reduce(or_, [bits for _, bits in said], 0) & ~closed
        current = self.places.get(facts.get(self.decision.current))
        taken = Taken(nets, places, supported, current if current in places else None, (), answers)
        return taken._replace(chosen=self._chosen(taken)) if supported else taken

    def decided(self, taken: Taken) -> Value:
        """The outcome as the fact that later decisions read."""
        ids = [self.decision.options[place].id for place in taken.chosen]
        if self.decision.choose is Choose.SEVERAL:
            return tuple(ids)
        return ids[0] if ids else None

    def _chosen(self, taken: Taken) -> tuple[int, ...]:
        if self.decision.choose is Choose.ONE:
            return tied_for_one(taken.nets, taken.places, taken.current, self.decision.inertia * POINT)
        spoken_for = [place for place in taken.places if taken.supported >> place & 1]
        at_most = most_allowed(self.decision, taken.answers.limits)
        return several(taken.nets, spoken_for, self.decision.threshold * POINT, at_most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The decisions on the way to one, in their order, that one last."""

    machine: Machine
    steps: tuple[Step, ...]

    def taken(self, stated: Facts) -> tuple[Taken, ...]:
        """How each decision comes out for these facts."""
        return tuple(taken for taken, _ in self._taken(stated))

    def last(self, stated: Facts) -> Taken:
        """How the decision itself comes out."""
        return self._taken(stated)[-1][0]

    def choice(self, stated: Facts) -> tuple[int, ...]:
        """What the decision itself chooses: the one option, or all that are chosen together, in their order."""
        chosen = self.last(stated).chosen
        return tuple(sorted(chosen)) if self.steps[-1].decision.choose is Choose.SEVERAL else chosen[:1]

    def derived(self, stated: Facts) -> Facts:
        """What the last decision reads: all that follows from these facts, decisions on the way among it."""
        return self._taken(stated)[-1][1]

    def _taken(self, stated: Facts) -> list[tuple[Taken, Facts]]:
        known = dict(stated)
        found = []
        for step in self.steps:
            facts = self.machine.derive(known)
            taken = step.taken(facts)
            known[f"decided.{step.decision.id}"] = step.decided(taken)
            found.append((taken, facts))
        return found


def course_of(subject: Subject) -> Course:
    """The way to the subject's decision; it remembers answers, so it is kept for one company."""
    machine = subject.machine
    decisions = on_the_way(subject.decision, machine.pack)
    return Course(machine=machine, steps=tuple(_step(decision, machine, subject.weights) for decision in decisions))


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
