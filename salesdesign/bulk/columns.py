"""The columns of the results: the same names, order and figures that a table of companies gets."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from salesdesign.bulk.decide import Decided
from salesdesign.engine.rows.amounts import options_with_amounts
from salesdesign.engine.rows.take import Taken
from salesdesign.engine.score import score_of
from salesdesign.model.pack import POINT, Choose, Decision, Pack

Cell: TypeAlias = str | int | float | bool | None
"""A value of a result; None where there is none."""

_Cells: TypeAlias = Callable[[Taken], list[Cell]]


def result_columns(pack: Pack) -> tuple[str, ...]:
    """The names of the columns of a company's results."""
    amounts = (f"{decision}.{option.id}.people" for decision, option in options_with_amounts(pack))
    return (*(name for decision in pack.decisions for name in _names(decision)), *amounts)


def result_cells(pack: Pack) -> Callable[[Decided], list[Cell]]:
    """The function that puts what was decided into these columns."""
    parts = [_cells_of(decision) for decision in pack.decisions]

    def cells(decided: Decided) -> list[Cell]:
        found: list[Cell] = []
        for part, taken in zip(parts, decided.taken, strict=True):
            found += part(taken)
        return [*found, *decided.amounts]

    return cells


class Scores(dict[int, float]):
    """Scores by net in thousandths; each worked out once."""

    def __init__(self, scale: float) -> None:
        super().__init__()
        self._scale = scale

    def __missing__(self, net: int) -> float:
        score = self[net] = score_of(net, self._scale)
        return score


def _names(decision: Decision) -> Iterator[str]:
    today = ("current", "lead", "verdict") if _has_today(decision) else ()
    for name in ("chosen", "best_fit", "runner_up", "margin", *today):
        yield f"{decision.id}.{name}"
    chosen = ("chosen",) if decision.choose is Choose.SEVERAL else ()
    for option in decision.options:
        for name in ("net", "score", "low", "high", "rank", "closed", *chosen):
            yield f"{decision.id}.{option.id}.{name}"


def _cells_of(decision: Decision) -> _Cells:
    ids = [option.id for option in decision.options]
    scores, today, several = Scores(decision.scale), _has_today(decision), decision.choose is Choose.SEVERAL

    def cells(taken: Taken) -> list[Cell]:
        weighed = taken.weighed
        found: list[Cell] = [",".join(taken.chosen), taken.best_fit, taken.runner_up, _points(taken.margin)]
        if not (several or taken.chosen):
            found[0] = None
        if today:
            found += (taken.current, _points(taken.lead), taken.verdict)
        ranks: list[int | None] = [None] * len(ids)
        for at, place in enumerate(taken.order, 1):
            ranks[place] = at
        for name, net, low, high, rank in zip(ids, weighed.nets, weighed.lows, weighed.highs, ranks, strict=True):
            found += (net / POINT, scores[net], scores[low], scores[high], rank, rank is None)
            if several:
                found.append(name in taken.chosen)
        return found

    return cells


def _has_today(decision: Decision) -> bool:
    return decision.choose is Choose.ONE and bool(decision.current)


def _points(net: int | None) -> float | None:
    return None if net is None else net / POINT
