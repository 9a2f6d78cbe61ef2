"""Facts and a pack in, one advice out: the only place that knows the order of the stages."""

from salesdesign.advise.completed import completed
from salesdesign.advise.order import advise
from salesdesign.advise.planning import Planning, planned, unplannable
from salesdesign.advise.probing import probed

__all__ = ["Planning", "advise", "completed", "planned", "probed", "unplannable"]
