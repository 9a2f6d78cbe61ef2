"""One file of a pack while it is read: where its values stand, and what is wrong with them."""

from collections.abc import Mapping
from dataclasses import field
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from salesdesign.errors import Problem
from salesdesign.model.pack import Accepted
from salesdesign.records import dataclass
from salesdesign.yamltree import ListNode, MapNode, Node, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterable


_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_FEW = 12
"""Names that a message may list."""


class Misread(Exception):
    """A value that is not what is due at its place, and the mend."""

    def __init__(self, wrong: str, mend: str = "") -> None:
        self.wrong = wrong
        self.mend = mend
        super().__init__(wrong)


class Origin(NamedTuple):
    """A file that lends values to another."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """A file, what is being read in it, and the problems of the whole pack so far."""

    file: str
    data: bytes
    problems: list[Problem]
    """Shared by all pages of a pack; it grows as they are read."""
    subject: str = ""
    """The rule, option or fact that is being read."""
    accepted: list[Accepted] | None = None
    """Doubts that the pack accepts, so far; shared like the problems, None where none can be accepted."""
    elsewhere: Mapping[int, Origin] = field(default_factory=dict)
    """Values that another file lends, by identity: a pack that extends another is read as one."""

    def about(self, subject: str, node: Node) -> "Page":
        """The page on which a value stands, its problems now told of `subject`."""
        if not self.elsewhere:  # nearly always
            return Page(self.file, self.data, self.problems, subject, self.accepted)
        file, data = self._origin(node)
        return Page(file, data, self.problems, subject, self.accepted, self.elsewhere)

    def reject(self, node: Node, wrong: str, mend: str = "", offset: int = 0) -> None:
        """Notes what is wrong with a value; `offset` counts the characters of its text before the trouble."""
        file, data = self._origin(node)
        column = node.column + (_lead(node, offset, data) if offset else 0)
        self.problems.append(
            Problem(file=file, line=node.line, column=column, subject=self.subject, wrong=wrong, mend=mend)
        )

    def _origin(self, node: Node) -> Origin:
        return self.elsewhere.get(id(node)) or Origin(self.file, self.data)


def _lead(node: Node, offset: int, data: bytes) -> int:
    """How far behind the start of a scalar its `offset`th character stands; 0 where it is folded over lines."""
    if not isinstance(node, Scalar):
        return 0
    lines = data.decode("utf-8", "replace").lstrip("\ufeff").splitlines()
    written = lines[node.line - 1][node.column - 1 :] if node.line <= len(lines) else ""
    quotes = 0 if node.plain else 1
    return quotes + offset if written[quotes:].startswith(node.text) else 0


def did_you_mean(name: str, names: "Iterable[str]", otherwise: str = "") -> str:
    """The mend for a name that does not exist: the one that was probably meant, or else what there is."""
    known = sorted(set(names))
    near = get_close_matches(name, known, n=1)
    if near:
        return f"Did you mean {near[0]}?"
    return otherwise or (f"There are {', '.join(known)}." if 0 < len(known) <= _FEW else "")


def kind_of(node: Node) -> str:
    """What a node is, as a sentence begins with it."""
    match node:
        case MapNode():
            return "A mapping"
        case ListNode():
            return "A list"
        case _:
            return "Nothing" if is_null(node) else f"{node.text!r}"


def is_null(node: Node) -> bool:
    """Whether a value is left empty."""
    return type(node) is Scalar and node.plain and node.text in _NULLS
