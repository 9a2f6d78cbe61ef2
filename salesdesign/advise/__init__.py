"""Facts and a pack in, one advice out: the only place that knows the order of the stages."""

from salesdesign.advise.order import advise

__all__ = ["advise"]
