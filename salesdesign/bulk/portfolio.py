"""All companies taken together: how they spread, and who is out of line with its own facts."""

from collections import Counter
from collections.abc import Iterator
from heapq import heappush, heappushpop
from itertools import count
from typing import TypeAlias

from salesdesign.bulk.summary import Summary
from salesdesign.model.pack import Pack

INDEX = "index.html"

MOST = 200
"""Companies that the portfolio lists; the index has all."""

OUT_OF_LINE = frozenset({"change", "pilot"})
"""Verdicts of those whose own facts speak for another option than today's."""

Stake: TypeAlias = tuple[float, float, float]
"""What a structure that does not fit is spent on: money, then people, then how far it is behind."""


def stake_of(summary: Summary) -> Stake:
    """What is at stake for a company; what is not known counts as nothing."""
    return (summary.budget or 0.0, summary.people or 0.0, summary.lead or 0.0)


def out_of_line(summary: Summary) -> bool:
    """Whether a company's own facts speak for another option than today's."""
    return summary.verdict in OUT_OF_LINE


class Portfolio:
    """What is counted while companies come in; it never holds more than a few hundred of them."""

    def __init__(self, pack: Pack, whole: str = INDEX) -> None:
        self.whole = whole
        """The file beside the page that lists every company."""
        self._main = next(place for place, decision in enumerate(pack.decisions) if decision.id == pack.main)
        self._stages = next((place for place, one in enumerate(pack.decisions) if one.id == pack.stages), None)
        self.companies = 0
        self.rejected = 0
        self.verdicts: Counter[str] = Counter()
        """Empty for those whose today's option is not known, or none of the pack."""
        self.chosen: tuple[Counter[str], ...] = tuple(Counter() for _ in pack.decisions)
        """By decision, how many companies have which option chosen; empty for none."""
        self.spread: Counter[tuple[str, str]] = Counter()
        """By option of the main decision and stage."""
        self.out_of_line = 0
        self._heap: list[tuple[Stake, int, Summary, str | None]] = []
        self._order = count(0, -1)

    @property
    def undecided(self) -> int:
        """Companies for which nothing speaks for any option of the main decision."""
        return self.chosen[self._main][""]

    def add(self, summary: Summary, report: str | None) -> None:
        """Counts a company in."""
        self.count(summary.chosen, summary.verdict, 1)
        if out_of_line(summary):
            self.remember(summary, report)

    def count(self, taken: tuple[tuple[str, ...], ...], verdict: str | None, companies: int) -> None:
        """Counts companies in for which the same was decided; `taken` is what is chosen, by decision."""
        self.companies += companies
        self.verdicts[verdict or ""] += companies
        for counter, chosen in zip(self.chosen, taken, strict=True):
            counter.update(dict.fromkeys(chosen or ("",), companies))
        stage = taken[self._stages] if self._stages is not None else ()
        self.spread[_first(taken[self._main]), _first(stage)] += companies
        self.out_of_line += companies if verdict in OUT_OF_LINE else 0

    def remember(self, summary: Summary, report: str | None) -> None:
        """Lists a company that is out of line, if it is among those with most at stake."""
        entry = (stake_of(summary), next(self._order), summary, report)
        if len(self._heap) < MOST:
            heappush(self._heap, entry)
        else:
            heappushpop(self._heap, entry)

    def most_at_stake(self) -> Iterator[tuple[Summary, str | None]]:
        """The companies that are out of line, with their reports, those with most at stake first."""
        return ((summary, report) for _, _, summary, report in sorted(self._heap, reverse=True))


def _first(chosen: tuple[str, ...]) -> str:
    return chosen[0] if chosen else ""
