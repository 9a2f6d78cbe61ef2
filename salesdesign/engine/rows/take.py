"""What is recommended of options whose figures are known: the answers of `choose`, on bare numbers."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from salesdesign.model.expression import Value
from salesdesign.model.pack import POINT, Choose, Decision
from salesdesign.model.ranking import Verdict


class Weighed(NamedTuple):
    """How the options of a decision stand, in their order; nets in thousandths, sets of options as bits."""

    nets: tuple[int, ...]
    lows: tuple[int, ...]
    highs: tuple[int, ...]
    closed: int
    spoken: int
    """Those that some rule that counts speaks for."""
    at_most: int
    """How many may be chosen."""
    settled: Value


class Taken(NamedTuple):
    """A decision, taken."""

    weighed: Weighed
    order: tuple[int, ...]
    """The open options, best first."""
    chosen: tuple[str, ...]
    best_fit: str | None
    runner_up: str | None
    margin: int | None
    """Net thousandths from the best fit to the runner-up."""
    current: str | None
    lead: int | None
    """Net thousandths from the best fit down to today's option; None where it is no option of the decision."""
    verdict: Verdict | None


Taker: TypeAlias = Callable[[Weighed, Value], Taken]
"""Takes a decision, given how the options stand and which one there is today."""


def taker_of(decision: Decision) -> Taker:
    """The function that takes a decision."""
    ids = tuple(option.id for option in decision.options)
    if decision.choose is Choose.SEVERAL:
        return lambda weighed, current: _several(decision, ids, weighed, current)
    return lambda weighed, current: _one(decision, ids, weighed, current)


def _one(decision: Decision, ids: Sequence[str], weighed: Weighed, stated: Value) -> Taken:
    current = stated if isinstance(stated, str) else None
    order = _order(weighed)
    if not weighed.spoken & ~weighed.closed:
        return Taken(weighed, order, (), None, None, None, current, None, None)
    best, runner_up, margin = _leaders(ids, order, weighed)
    today = ids.index(current) if current in ids else None
    lead = None if today is None else weighed.nets[order[0]] - weighed.nets[today]
    verdict = None if today is None or lead is None else _verdict(decision, today, lead, weighed)
    chosen = current if current is not None and verdict is Verdict.KEEP else best
    return Taken(weighed, order, (chosen,), best, runner_up, margin, current, lead, verdict)


def _several(decision: Decision, ids: Sequence[str], weighed: Weighed, stated: Value) -> Taken:
    current = stated if isinstance(stated, str) else None
    order = _order(weighed)
    if not weighed.spoken & ~weighed.closed:
        return Taken(weighed, order, (), None, None, None, current, None, None)
    least = decision.threshold * POINT
    reaching = [ids[place] for place in order if weighed.nets[place] >= least and weighed.spoken >> place & 1]
    best, runner_up, margin = _leaders(ids, order, weighed)
    return Taken(weighed, order, tuple(reaching[: weighed.at_most]), best, runner_up, margin, current, None, None)


def _order(weighed: Weighed) -> tuple[int, ...]:
    """The open options by net; of two equal ones the simpler is the better."""
    nets, closed = weighed.nets, weighed.closed
    count = len(nets)
    keys = [place - net * count for place, net in enumerate(nets) if not closed >> place & 1]
    keys.sort()
    return tuple([key % count for key in keys])


def _leaders(ids: Sequence[str], order: Sequence[int], weighed: Weighed) -> tuple[str, str | None, int | None]:
    """The best fit, the runner-up, and the lead of the one over the other."""
    if len(order) < 2:
        return ids[order[0]], None, None
    first, second = order[0], order[1]
    return ids[first], ids[second], weighed.nets[first] - weighed.nets[second]


def _verdict(decision: Decision, today: int, lead: int, weighed: Weighed) -> Verdict:
    if weighed.closed >> today & 1:
        return Verdict.CHANGE
    inertia = decision.inertia * POINT
    if lead <= inertia:
        return Verdict.KEEP
    return Verdict.PILOT if lead <= 2 * inertia or weighed.settled is False else Verdict.CHANGE
