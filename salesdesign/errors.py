"""Expected failures, each with the exit code that it ends the program with."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from salesdesign.characters import visible


class ExitCode(IntEnum):
    """How a command ended, as scripts read it."""

    DONE = 0
    GATE = 1
    """Done, and a policy or gate is not met."""
    INPUT = 2
    """Bad usage, or bad facts, rules or templates."""
    MACHINE = 3
    """The disk, a permission or another program failed."""
    DEFECT = 4
    """Our own fault."""
    INTERRUPTED = 130


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """Bad input at one place, with the mend."""

    file: str
    line: int = 0
    """From 1; 0 where no line is to blame."""
    column: int = 0
    """From 1."""
    subject: str = ""
    """The fact or the rule it is about."""
    wrong: str
    mend: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        parts = [place, self.subject, " ".join(filter(None, (self.wrong, self.mend)))]
        return visible(": ".join(filter(None, parts)))


MOST_TOLD = 1_000
"""Problems that are told at once: nobody reads on after so many."""


class SalesdesignError(Exception):
    """A failure that we expect and explain; never shown with a traceback."""

    exit_code = ExitCode.DEFECT


class BadInput(SalesdesignError):
    """Facts, rules or templates with problems: all of them by their places, of which the first thousand are told."""

    exit_code = ExitCode.INPUT

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        left = len(self.problems) - MOST_TOLD
        more = [f"There are {left:,} problems more. Mend these first."] if left > 0 else []
        super().__init__("\n".join([*map(str, self.problems[:MOST_TOLD]), *more]))


class BadUsage(SalesdesignError):
    """An option or argument that cannot be followed."""

    exit_code = ExitCode.INPUT


class MachineFailed(SalesdesignError):
    """A file that could not be read or written for reasons outside its content."""

    exit_code = ExitCode.MACHINE
