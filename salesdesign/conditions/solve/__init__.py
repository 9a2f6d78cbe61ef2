"""Facts for which a condition holds, or the proof that there are none: exact over what the catalogue allows."""

from salesdesign.conditions.solve.search import Goal, Undecided, models
from salesdesign.conditions.solve.world import World

__all__ = ["Goal", "Undecided", "World", "models"]
