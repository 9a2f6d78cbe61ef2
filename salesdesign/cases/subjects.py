"""What can be tried in a pack, one thing after the other: each with whether a company showed it, and could."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import TypeAlias

from salesdesign.cases.case import Expected, Passage
from salesdesign.cases.trial import Trial
from salesdesign.conditions.solve import Goal
from salesdesign.conditions.walk import evaluate
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Compare,
    Comparison,
    Expression,
    FactOf,
    Literal,
    Not,
)
from salesdesign.model.pack import Choose, Gate, GateKind, Line, Pack, Rule, Steps
from salesdesign.model.ranking import Outcome
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint.subject import Subject
from salesdesign.pack.reach import line_at, spoken
from salesdesign.pack.scope import DECIDED
from salesdesign.records import dataclass

Wish: TypeAlias = tuple[tuple[Goal, ...], tuple[Expression, ...]]
"""What a company must be like to show something, and what must not be true of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """One thing that a case can show."""

    at: Rule | Gate
    what: str
    """As a sentence goes on: "is met"."""

    @abstractmethod
    def seen(self, trial: Trial) -> bool:
        """Whether a company shows it."""

    @abstractmethod
    def wishes(self) -> Iterator[Wish]:
        """What a company would have to be like to show it, one way after the other."""

    def possible(self, subject: Subject) -> bool:
        """Whether any company could show it."""
        return any(subject.can_be(*goals, avoided=avoided) for goals, avoided in self.wishes())

    def expectation(self, trial: Trial) -> Expected:
        """What a case that shows it can say of its rule or gate: how it came out."""
        if isinstance(self.at, Gate):
            return Expected(gates={self.at.id: Passage.CLOSED if self.at.id in trial.closed else Passage.OPEN})
        return Expected(rules={self.at.id: trial.outcomes[self.at.id]})

    @property
    def finding(self) -> Finding:
        """As something to mend."""
        wrong = f"No case in which {self.at.id} {self.what}."
        mend = "`rules coverage` writes one that has it, where it finds any."
        return Finding(code="untried", file=self.at.file, line=self.at.line, about=self.at.id, wrong=wrong, mend=mend)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Try):
    """A rule with one of its outcomes."""

    at: Rule
    outcome: Outcome

    def seen(self, trial: Trial) -> bool:
        """Whether the rule came out so, as the case says that it must."""
        return trial.outcomes.get(self.at.id) is self.outcome is trial.expected.rules.get(self.at.id)

    def possible(self, subject: Subject) -> bool:
        """Whether any company could show it; a decision for several options is never unknown."""
        if self.outcome is not Outcome.UNKNOWN:
            return Try.possible(self, subject)
        several = (decision.id for decision in subject.pack.decisions if decision.choose is Choose.SEVERAL)
        return evaluate(_question(self.at), {f"{DECIDED}.{name}": () for name in several}) is None

    def wishes(self) -> Iterator[Wish]:
        """Ways to meet it, not to meet it, or to say nothing that it asks for."""
        rule = self.at
        silent = () if rule.unless is None else (rule.unless,)
        if self.outcome is Outcome.UNKNOWN:
            yield (), ()
        elif self.outcome is Outcome.MET:
            yield from ((goals, silent) for goals in _speaking(rule))
        else:
            yield from ((goals, ()) for goals in _silent(rule))
            if rule.unless is not None:
                yield (Goal(rule.unless),), ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut(Try):
    """A gate that is closed, or open."""

    at: Gate
    closed: bool

    def seen(self, trial: Trial) -> bool:
        """Whether the gate is so, as the case says that it must be."""
        passage = Passage.CLOSED if self.closed else Passage.OPEN
        return (self.at.id in trial.closed) is self.closed and trial.expected.gates.get(self.at.id) is passage

    def wishes(self) -> Iterator[Wish]:
        """The condition, or its opposite."""
        yield (Goal(self.at.when, truth=self.closed is (self.at.kind is GateKind.EXCLUDES)),), ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Try):
    """A comparison of a rule or a gate that comes out true, or false."""

    comparison: Expression
    truth: bool

    def seen(self, trial: Trial) -> bool:
        """Whether the comparison came out so."""
        return evaluate(self.comparison, trial.facts) is self.truth

    def wishes(self) -> Iterator[Wish]:
        """The comparison, or its opposite."""
        yield (Goal(self.comparison, truth=self.truth),), ()


def tries_of(pack: Pack) -> Iterator[Try]:
    """Everything that can be tried in a pack, in its order."""
    for decision in pack.decisions:
        for gate in decision.gates:
            yield Shut(at=gate, what="is closed", closed=True)
            yield Shut(at=gate, what="is open", closed=False)
            yield from _sides(gate, gate.when)
        for rule in (rule for criterion in decision.criteria for rule in criterion.rules):
            yield from _of_rule(rule)


def _of_rule(rule: Rule) -> Iterator[Try]:
    for outcome, what in ((Outcome.MET, "is met"), (Outcome.NOT_MET, "is not met"), (Outcome.UNKNOWN, "is unknown")):
        yield Answer(at=rule, what=what, outcome=outcome)
    for condition in (rule.when, rule.unless):
        yield from _sides(rule, condition) if condition is not None else ()
    yield from _bends(rule)


def _sides(at: Rule | Gate, condition: Expression) -> Iterator[Side]:
    """Both sides of every limit in a condition."""
    for comparison in _limits(condition):
        for truth in (True, False):
            what = f"sees {shown(comparison)} come out {'true' if truth else 'false'}"
            yield Side(at=at, what=what, comparison=comparison, truth=truth)


def _bends(rule: Rule) -> Iterator[Side]:
    """Both sides of every place where a line bends, and every step."""
    fact = FactOf(rule.over or "")
    places = {place for line in rule.points.values() if isinstance(line, Line) for place, _ in line.places}
    for place in sorted(places):
        for how, words in ((Comparison.BELOW, "less than"), (Comparison.AT_LEAST, "no less than")):
            side = Compare(how, fact, Literal(place))
            yield Side(at=rule, what=f"sees {words} {place:,.10g} for {fact.name}", comparison=side, truth=True)
    for choice in sorted({step for steps in rule.points.values() if isinstance(steps, Steps) for step in steps.steps}):
        is_it = Compare(Comparison.EQUAL, fact, Literal(choice))
        yield Side(at=rule, what=f"sees {choice} for {fact.name}", comparison=is_it, truth=True)


def _limits(condition: Expression) -> Iterator[Compare]:
    """The comparisons of a condition with a number in them."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _limits(part)
        case Not(part):
            yield from _limits(part)
        case Compare(how, left, right) if how not in (Comparison.IN, Comparison.NOT_IN):
            if not any(isinstance(side, Literal) and isinstance(side.value, (str, bool)) for side in (left, right)):
                yield condition


def shown(expression: Expression) -> str:
    """A comparison as a person writes it."""
    match expression:
        case Compare(how, left, right):
            return f"{shown(left)} {how} {shown(right)}"
        case FactOf(name):
            return name
        case Literal(value):
            return f"{value:,.10g}" if isinstance(value, (int, float)) else str(value)
        case _:
            return "..."


def _question(rule: Rule) -> Expression:
    return rule.when if rule.when is not None else FactOf(rule.over or "")


def _speaking(rule: Rule) -> Iterator[tuple[Goal, ...]]:
    if rule.when is not None:
        yield (Goal(rule.when),)
        return
    for points in rule.points.values():
        yield from ((goal,) for goal, value in spoken(rule, points) if value)


def _silent(rule: Rule) -> Iterator[tuple[Goal, ...]]:
    """Ways in which a rule is asked and has nothing to say."""
    if rule.when is not None:
        yield (Goal(rule.when, truth=False),)
        return
    fact = FactOf(rule.over or "")
    lines = [points for points in rule.points.values() if isinstance(points, Line)]
    for place in sorted({place for line in lines for place, _ in line.places}):
        if not any(line_at(line, place) for line in lines):
            yield (Goal(Compare(Comparison.EQUAL, fact, Literal(place))),)
    steps = [points.steps for points in rule.points.values() if isinstance(points, Steps)]
    if steps:
        spoken_of = {choice for each in steps for choice, value in each.items() if value}
        yield (Goal(Compare(Comparison.NOT_IN, fact, Literal(tuple(sorted(spoken_of))))),)
