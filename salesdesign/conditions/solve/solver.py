"""The searches in one world: each for facts that meet goals, all with the same steps to take."""

from collections.abc import Iterator, Sequence

from salesdesign.conditions.solve.effort import Effort
from salesdesign.conditions.solve.search import STEPS, Found, Goal, Search, Undecided
from salesdesign.conditions.solve.state import EMPTY
from salesdesign.conditions.solve.world import World
from salesdesign.conditions.walk import evaluate
from salesdesign.model.expression import Expression, Value

STEPS_NEAR = 100
"""Branches that are tried from where another search ended, before all are tried from the start."""


class Solver:
    """Finds facts in a world."""

    def __init__(self, world: World, effort: Effort | None = None) -> None:
        self.world = world
        self.effort = effort or Effort()

    def models(self, goals: Sequence[Goal], avoided: Sequence[Expression] = ()) -> Iterator[dict[str, Value]]:
        """Facts with which all goals are met, and nothing avoided or impossible is true; none means: impossible.

        Only facts that decide something are in them.

        Raises: Undecided where none was found, and that none exists could not be shown; Spent.
        """
        return (found.stated for found in self._all(goals, avoided))

    def first(
        self, goals: Sequence[Goal], avoided: Sequence[Expression] = (), near: Found | None = None
    ) -> Found | None:
        """The first of them, looked for where some of the goals are met already; None where there are none.

        Raises: Undecided; Spent.
        """
        beside = None if near is None else self._beside(near, goals, avoided)
        return beside or next(self._all(goals, avoided), None)

    def can_be(self, goals: Sequence[Goal], avoided: Sequence[Expression] = ()) -> bool:
        """Whether there are such facts; yes where that could not be found out.

        Raises: Spent.
        """
        try:
            return self.first(goals, avoided) is not None
        except Undecided:
            return True

    def _all(self, goals: Sequence[Goal], avoided: Sequence[Expression]) -> Iterator[Found]:
        search = Search(self.world, self.effort, tuple(goals), (*self.world.never, *avoided), STEPS)
        some = False
        for found in search.run(EMPTY, search.goals):
            some = True
            yield found
        if search.doubtful and not some:
            raise Undecided

    def _beside(self, near: Found, goals: Sequence[Goal], avoided: Sequence[Expression]) -> Found | None:
        """Such facts among those that agree with what was settled; None says nothing about others."""
        search = Search(self.world, self.effort, tuple(goals), (*self.world.never, *avoided), STEPS_NEAR)
        missing = tuple(goal for goal in goals if evaluate(goal.condition, near.facts) is not goal.truth)
        return next(search.run(near.state, missing), None)
