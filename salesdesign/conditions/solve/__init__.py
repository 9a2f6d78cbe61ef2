"""Facts for which a condition holds, or the proof that there are none: exact over what the catalogue allows."""

from salesdesign.conditions.solve.effort import UNBOUNDED, Effort, Spent
from salesdesign.conditions.solve.search import Found, Goal, Undecided
from salesdesign.conditions.solve.solver import Solver
from salesdesign.conditions.solve.world import World

__all__ = ["UNBOUNDED", "Effort", "Found", "Goal", "Solver", "Spent", "Undecided", "World"]
