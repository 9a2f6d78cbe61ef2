"""The search for facts with which conditions hold, or do not: branch by branch, each answer checked by the walk."""

from collections.abc import Iterator
from typing import TypeAlias

from salesdesign.conditions.solve.compare import OPPOSITE, holding
from salesdesign.conditions.solve.effort import Effort
from salesdesign.conditions.solve.facts import facts_of
from salesdesign.conditions.solve.linear import TooHard
from salesdesign.conditions.solve.state import State
from salesdesign.conditions.solve.values import Ways
from salesdesign.conditions.solve.world import World
from salesdesign.conditions.walk import evaluate
from salesdesign.model.expression import (
    AllOf,
    AnyOf,
    Call,
    Compare,
    Comparison,
    Expression,
    FactOf,
    Function,
    Literal,
    Not,
    Value,
)
from salesdesign.records import dataclass

STEPS = 4_000
"""Branches that a search may take."""

DEPTH = 400
"""Comparisons that one branch may settle."""


_Step: TypeAlias = "tuple[tuple[Goal, ...], State]"


class Undecided(Exception):
    """Whether there are such facts could not be found out."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A condition that must be true, or false."""

    condition: Expression
    truth: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """Facts of a company, and where the search for them ended."""

    stated: dict[str, Value]
    """Those that decide something."""
    facts: dict[str, Value]
    """With all that follows from them."""
    state: State


class Search:
    """One search for facts with which goals are met and nothing that is avoided is true."""

    def __init__(
        self, world: World, effort: Effort, goals: tuple[Goal, ...], avoided: tuple[Expression, ...], steps: int
    ) -> None:
        self.goals = goals
        self._world = world
        self._effort = effort
        self._ways = Ways(world)
        self._avoided = avoided
        self._steps = steps
        self._left = False

    @property
    def doubtful(self) -> bool:
        """Whether a branch was left without being followed to its end."""
        return self._left or self._ways.too_hard

    def run(self, start: State, missing: tuple[Goal, ...]) -> Iterator[Found]:
        """What is found from a state on, in which all goals but the missing ones are met.

        Raises: Spent.
        """
        yield from self._leaves(self._settled(missing, start, 0), self._avoided)

    def _leaves(self, states: Iterator[State], avoided: tuple[Expression, ...]) -> Iterator[Found]:
        for state in states:
            model = self._model(state)
            if model is None:
                continue
            self._effort.take(len(self._avoided) + len(self._world.derived))
            facts = self._world.derive(model)
            broken = next((never for never in avoided if evaluate(never, facts) is True), None)
            if broken is not None:
                yield from self._leaves(self._settled((Goal(broken, truth=False),), state, 0), avoided)
            elif all(evaluate(goal.condition, facts) is goal.truth for goal in self.goals):
                yield Found(model, facts, state)
            else:
                self._left = True

    def _model(self, state: State) -> dict[str, Value] | None:
        try:
            return facts_of(state, self._world, self._effort)
        except TooHard:
            self._left = True
            return None

    def _settled(self, goals: tuple[Goal, ...], state: State, depth: int) -> Iterator[State]:
        """Each state in which all goals are met, as far as single comparisons say."""
        if not goals:
            yield state
            return
        self._steps -= 1
        if self._steps < 0 or depth > DEPTH:
            self._left = True
            return
        goal, rest = goals[0], goals[1:]
        try:
            for more, settled in self._met(goal.condition, state, truth=goal.truth):
                self._effort.take(2 + len(settled.bounds))
                if not settled.contradicts:
                    yield from self._settled((*more, *rest), settled, depth + 1)
        except TooHard:
            self._left = True

    def _met(self, condition: Expression, state: State, *, truth: bool) -> Iterator[_Step]:
        """Each way to meet one goal: what is left to do, and the state."""
        match condition:
            case Not(part):
                yield (Goal(part, not truth),), state
            case AllOf(parts) | AnyOf(parts):
                goals = tuple(Goal(part, truth) for part in parts)
                if isinstance(condition, AllOf) is truth:
                    yield goals, state
                else:
                    yield from (((goal,), state) for goal in goals)
            case Literal(value):
                yield from (((), state),) if value is truth else ()
            case FactOf():
                yield from self._met(Compare(Comparison.EQUAL, condition, Literal(truth)), state, truth=True)
            case Compare(how, left, right):
                yield from self._compared(how if truth else OPPOSITE[how], left, right, state)
            case Call(Function.KNOWN, arguments):
                yield from self._known(arguments[0], state, known=truth)
            case _:
                raise TooHard

    def _compared(self, how: Comparison, left: Expression, right: Expression, state: State) -> Iterator[_Step]:
        for one, settled in self._ways.of(left, state):
            for other, both in self._ways.of(right, settled):
                for held in self._ways.followed(holding(how, one, other, both)):
                    yield (), held

    def _known(self, fact: Expression, state: State, *, known: bool) -> Iterator[_Step]:
        states = (settled for _, settled in self._ways.of(fact, state)) if known else self._ways.unknown(fact, state)
        for settled in states:
            yield (), settled
