"""What is wrong with a condition, where, and what to do about it."""

import difflib
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class ConditionProblem(NamedTuple):
    """One mistake in the text of a condition."""

    offset: int
    """Characters before it."""
    wrong: str
    mend: str


class ConditionError(ValueError):
    """A condition that cannot be used: every problem, in the order of the text."""

    def __init__(self, problems: Sequence[ConditionProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(f"{offset}: {wrong} {mend}" for offset, wrong, mend in self.problems))


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """The question whether a near name was meant, or `otherwise` where none is near."""
    names = sorted(known)
    near = [name for name in names if name.endswith(f".{word}")] or difflib.get_close_matches(word, names, n=1)
    return f"Did you mean {near[0]}?" if near else otherwise
