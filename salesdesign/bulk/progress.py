"""How far a batch is: one line that keeps itself up to date on a terminal, a line now and then elsewhere."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from salesdesign.wording.numbers import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a batch is."""

    companies: int
    read: int
    """Bytes of the facts files that are done with."""
    of: int | None
    """Bytes in all; None where nobody can know."""
    seconds: float
    """Since the start."""


def told(standing: Standing) -> str:
    """A standing in one line: companies done, their rate, and the time left where it can be known.

    >>> told(Standing(companies=500, read=250, of=1000, seconds=2.0))
    '500 companies, 250 a second, 25 %, 6 s left'
    """
    rate = standing.companies / standing.seconds if standing.seconds else 0.0
    parts = [_companies(standing.companies), f"{rate:,.0f} a second" if rate >= 10 else f"{rate:.1f} a second"]
    if standing.of and standing.read:
        left = standing.seconds * (standing.of - standing.read) / standing.read
        parts += [f"{100 * standing.read / standing.of:.0f} %", f"{_time(left)} left"]
    return ", ".join(parts)


@dataclass(slots=True, kw_only=True)
class Progress:
    """Tells how far a batch is, not too often."""

    stream: TextIO
    clock: Callable[[], float]
    """Seconds."""
    of: int | None
    live: bool
    """Whether the stream is a terminal, where a line can be written over."""
    companies: int = 0
    read: int = 0
    _started: float = field(init=False)
    _told: float = field(init=False)

    def __post_init__(self) -> None:
        self._started = self._told = self.clock()

    def step(self, read: int) -> None:
        """One more company is done."""
        self.companies += 1
        self.read += read
        now = self.clock()
        if now - self._told >= (0.1 if self.live else 10):
            self._told = now
            self._tell(now)

    def say(self, line: str) -> None:
        """A line that stays."""
        self._clear()
        self.stream.write(f"{line}\n")

    def end(self) -> None:
        """Takes the line away that keeps itself up to date."""
        self._clear()

    def _tell(self, now: float) -> None:
        line = told(Standing(companies=self.companies, read=self.read, of=self.of, seconds=now - self._started))
        self._clear()
        self.stream.write(line if self.live else f"{line}\n")
        self.stream.flush()

    def _clear(self) -> None:
        if self.live:
            self.stream.write("\r\x1b[2K")


def _companies(number: int) -> str:
    return counted(number, "company", "companies")


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60:02d} s"
    return f"{whole // 3600} h {whole % 3600 // 60:02d} min"
