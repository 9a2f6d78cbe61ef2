"""What a benchmark found: a table that a terminal and a page show alike."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures under one heading; the first column says what was measured."""

    title: str
    said: str
    """What was measured, how, and which bound there is."""
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def text(self) -> str:
        """For a terminal."""
        widths = [max(map(len, column)) for column in zip(self.columns, *self.rows, strict=True)]
        lines = [
            "  ".join(
                cell.ljust(width) if not place else cell.rjust(width)
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            for row in (self.columns, *self.rows)
        ]
        return "\n".join([self.title, *lines, ""])

    def markdown(self) -> str:
        """For a page."""
        rule = ["---", *["---:"] * (len(self.columns) - 1)]
        lines = [f"| {' | '.join(cells)} |" for cells in (self.columns, rule, *self.rows)]
        return "\n".join([f"## {self.title}", "", self.said, "", *lines, ""])


def spent(work: Callable[[], object]) -> float:
    """Seconds of the processor, of all threads of this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_turns(works: Mapping[str, Callable[[], object]], runs: int) -> dict[str, list[float]]:
    """Seconds of the processor by name: each round runs all, so what else the machine does hits them alike."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(runs + 1):
        for name, work in works.items():
            seconds = spent(work)
            if turn:  # the first round only warms up
                found[name].append(seconds)
    return found


def compared(title: str, said: str, seconds: Mapping[str, Sequence[float]], each: int = 1) -> Table:
    """Medians in milliseconds for each of so many, and their ratios to the first."""
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    first = next(iter(medians.values()))
    rows = [(name, f"{1000 * median / each:,.3f}", f"{median / first:.2f}") for name, median in medians.items()]
    return Table(title=title, said=said, columns=("what", "CPU ms each", "ratio"), rows=rows)
