"""What is recommended of ranked options: one, weighed against what there is today, or several."""

from collections.abc import Sequence

from salesdesign.engine.rank import speaks_for
from salesdesign.model.expression import Value
from salesdesign.model.pack import POINT, Decision
from salesdesign.model.ranking import Standing, Verdict
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a decision ends with."""

    chosen: tuple[str, ...] = ()
    best_fit: str | None = None
    verdict: Verdict | None = None
    margin: int | None = None
    dropped: tuple[str, ...] = ()


def choose_one(decision: Decision, standings: Sequence[Standing], current: str | None, settled: Value) -> Choice:
    """The best fit, or today's option where leaving it would not pay; nothing where nothing speaks for any option."""
    open_ones = _open(standings)
    if not any(map(speaks_for, open_ones)):
        return Choice()
    best = open_ones[0]
    verdict = _verdict(decision, standings, current, settled)
    chosen = current if current is not None and verdict is Verdict.KEEP else best.option
    return Choice(chosen=(chosen,), best_fit=best.option, verdict=verdict, margin=_margin(open_ones))


def choose_several(decision: Decision, standings: Sequence[Standing], at_most: int) -> Choice:
    """Every open option that reaches the threshold and that something speaks for, best first, within the limits."""
    open_ones = _open(standings)
    if not any(map(speaks_for, open_ones)):
        return Choice()
    reaching = [
        standing.option for standing in open_ones if standing.net >= decision.threshold * POINT and speaks_for(standing)
    ]
    return Choice(
        chosen=tuple(reaching[:at_most]),
        best_fit=open_ones[0].option,
        margin=_margin(open_ones),
        dropped=tuple(reaching[at_most:]),
    )


def _verdict(decision: Decision, standings: Sequence[Standing], current: str | None, settled: Value) -> Verdict | None:
    """Whether to leave today's option for the best fit; None where today's is no option of the decision."""
    today = next((standing for standing in standings if standing.option == current), None)
    if today is None:
        return None
    if today.closed:
        return Verdict.CHANGE
    lead, inertia = standings[0].net - today.net, decision.inertia * POINT
    if lead <= inertia:
        return Verdict.KEEP
    return Verdict.PILOT if lead <= 2 * inertia or settled is False else Verdict.CHANGE


def _open(standings: Sequence[Standing]) -> list[Standing]:
    return [standing for standing in standings if not standing.closed]


def _margin(open_ones: Sequence[Standing]) -> int | None:
    """The lead of the first over the second."""
    return open_ones[0].net - open_ones[1].net if len(open_ones) > 1 else None
