"""Facts that a gate waits for: an option stays closed by silence alone."""

from salesdesign.engine.missing import missing_facts
from salesdesign.engine.probing.course import Course
from salesdesign.engine.probing.gains import choice_of
from salesdesign.engine.probing.shares import NOTHING
from salesdesign.engine.probing.subject import Subject
from salesdesign.model.pack import GateKind


def waiting(subject: Subject, course: Course) -> frozenset[str]:
    """What gates ask that keep an option closed by silence: every one while nothing is chosen, else today's option."""
    decision, facts = subject.decision, course.derived(subject.stated)
    catalogue = subject.machine.pack.catalogue
    chosen, today = choice_of(course, subject.stated), facts.get(decision.current)
    gates = [gate for gate in decision.gates if gate.kind is GateKind.REQUIRES]
    wanted = [gate for gate in gates if chosen == NOTHING or today in gate.options]
    return frozenset(name for gate in wanted for name in missing_facts(gate.when, facts, catalogue))
