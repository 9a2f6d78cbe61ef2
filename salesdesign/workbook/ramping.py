"""How fully productive people follow from hires and from the months that somebody takes to learn the job."""

from collections.abc import Sequence

from salesdesign.model.plan import MonthRow, SalesLine
from salesdesign.records import dataclass
from salesdesign.workbook.clock import Key, Lines
from salesdesign.workbook.inputs import Inputs

CLOSE = 1e-6
HIRED = (1.0, 0.5)
MOVERS = ((2.0, 1.5), (2.0, 1.0))
"""How the share of somebody grows: (times the months since the start + this much) over the months to learn.

Who moves inside the company learns faster; each way is tried on the plan's own numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramp:
    """What is still to be learned, by months since the start."""

    months: str
    """The cell with the months to learn."""
    moved: tuple[float, float]


def ramp_of(line: SalesLine, months: Sequence[MonthRow], inputs: Inputs) -> Ramp | None:
    """The ramp that gives the plan's own fully productive people; None where none of these does."""
    name = f"ramp_months.{line.role}"
    if not line.role or not inputs.knows(name):
        return None
    needed = inputs.values[name]
    for moved in MOVERS:
        found = [_ramped(months, number, (needed, moved)) for number in range(len(line.ramped))]
        if all(abs(a - b) < CLOSE for a, b in zip(found, line.ramped, strict=True)):
            return Ramp(months=inputs.cells[name], moved=moved)
    return None


def gap(months_since: int, grows: tuple[float, float], needed: float) -> float:
    """The share that is still missing."""
    return 0.0 if needed <= 0 else max(0.0, 1 - (months_since * grows[0] + grows[1]) / needed)


def gap_formula(months_since: int, grows: tuple[float, float], cell: str) -> str:
    """The same as a formula."""
    return f"IF({cell}<=0,0,MAX(0,1-{months_since * grows[0] + grows[1]:g}/{cell}))"


def ramped_formula(people: Lines, sales: Lines, key: Key, month: int, last: int) -> str:
    """Fully productive people in a month; the gaps of the hired run backwards, so that they meet the months of hire."""
    hired = people.over(key, "hires", range(month + 1))
    gaps = sales.over(key, "hired: to learn", range(last - month, last + 1))
    moved = f"{people.at(key, 'moved in', 0)}*{sales.at(key, 'moved: to learn', month)}"
    return f"MAX(0,{people.at(key, 'present', month)}-SUMPRODUCT({hired},{gaps})-{moved})"


def _ramped(months: Sequence[MonthRow], number: int, how: tuple[float, tuple[float, float]]) -> float:
    needed, moved = how
    now = months[number]
    present = now.start + now.hires + now.moved_in - now.moved_out
    learning = sum(month.hires * gap(number - place, HIRED, needed) for place, month in enumerate(months[: number + 1]))
    return max(0.0, present - learning - months[0].moved_in * gap(number, moved, needed))
