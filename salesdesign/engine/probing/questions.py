"""The questions that a course of decisions, and the catalogue, ask, found by the facts that they hang on."""

from collections.abc import Collection, Iterable

from salesdesign.engine.probing.course import Course
from salesdesign.engine.probing.reading import questions, rules_of
from salesdesign.model.catalogue import read_by
from salesdesign.model.expression import Expression, FactOf
from salesdesign.model.pack import Rule
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Questions and rules over a fact, each with all that it hangs on, also through derived facts."""

    asked: tuple[tuple[Expression, frozenset[str]], ...]
    over: tuple[tuple[Rule, frozenset[str]], ...]
    read: frozenset[str]
    """All that the decisions hang on."""

    def reading(self, names: Collection[str]) -> Iterable[Expression]:
        """The questions that hang on any of these facts."""
        return [question for question, read in self.asked if not read.isdisjoint(names)]

    def lines(self, names: Collection[str]) -> Iterable[Rule]:
        """The rules over a fact that hang on any of these facts."""
        return [rule for rule, read in self.over if not read.isdisjoint(names)]


def questions_of(course: Course) -> Questions:
    """Everything that is asked on the way to a decision, and whether facts can be together."""
    catalogue = course.machine.pack.catalogue
    decisions = [step.decision for step in course.steps]
    own = [question for decision in decisions for question in questions(decision)]
    never = [rule.never for rule in catalogue.consistency]
    asked = [(question, frozenset(read_by(question, catalogue))) for question in (*own, *never)]
    over = [rule for decision in decisions for rule in rules_of(decision) if rule.over is not None]
    return Questions(
        asked=tuple(asked),
        over=tuple((rule, frozenset(read_by(FactOf(rule.over or ""), catalogue))) for rule in over),
        read=frozenset[str]().union(*(read for _, read in asked[: len(own)])),
    )
