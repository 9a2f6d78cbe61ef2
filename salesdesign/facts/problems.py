"""What is wrong with a facts file, collected while it is read."""

from typing import NamedTuple

from salesdesign.errors import BadInput, Problem
from salesdesign.yamltree import Node, Scalar

SET = "--set"
"""The file of what was set on the command line; such values stand in line 0."""

MOST = 200
"""Nobody reads on after so many problems, and looking for what was meant takes its time."""

_LONGEST = 60


_FACTS = "Check that this is a file of facts: `salesdesign init` writes one."


class Complaint(NamedTuple):
    """What is wrong with a value, before it is known where the value stands."""

    wrong: str
    mend: str


class Problems:
    """The problems of one file, in the order in which they are found."""

    __slots__ = ("_before", "file", "found")

    def __init__(self, file: str, before: str = "", found: list[Problem] | None = None) -> None:
        self.file = file
        self._before = before
        self.found: list[Problem] = [] if found is None else found

    def within(self, place: str) -> "Problems":
        """The same problems, for facts of a part of the file: their names begin with `place`."""
        return Problems(self.file, self._before + place, self.found)

    def add(self, node: Node, name: str, complaint: Complaint) -> None:
        """Notes a problem with the fact `name` at the place of `node`.

        Raises:
            BadInput: there are too many to go on.
        """
        problem = Problem(
            file=self.file if node.line else SET,
            line=node.line,
            column=node.column,
            subject=shown(self._before + name),
            wrong=complaint.wrong,
            mend=complaint.mend,
        )
        self.found.append(problem)
        if len(self.found) >= MOST:
            raise BadInput(
                [*self.found, Problem(file=self.file, wrong=f"There are {MOST} problems and more.", mend=_FACTS)]
            )

    def has(self, name: str) -> bool:
        """Whether something is wrong with the fact already."""
        return any(problem.subject == self._before + name for problem in self.found)

    def refuse(self) -> None:
        """Nothing, where nothing is wrong.

        Raises:
            BadInput: something is.
        """
        if self.found:
            raise BadInput(self.found)


def shown(text: str) -> str:
    """A text as it can stand in a message: on one line, printable, and not endless."""
    printable = text if text.isprintable() else "".join(mark if mark.isprintable() else " " for mark in text)
    line = " ".join(printable.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}..."


def is_unknown(node: Node) -> bool:
    """Whether nothing is said: an empty value, or YAML's null."""
    return type(node) is Scalar and node.text in NULL and (node.plain or not node.text)


NULL = frozenset({"", "~", "null", "Null", "NULL"})
"""What YAML calls nothing, without quotes."""
