"""Where the values of a YAML text begin and end, so that one can be replaced and all else stays as it is."""

import re

from salesdesign.records import dataclass
from salesdesign.yamltree import ListNode, MapNode, Node, Scalar


class Uneditable(Exception):
    """The text is written in a way that cannot be changed in place."""


@dataclass(frozen=True, slots=True)
class Source:
    """A YAML text with the offsets at which its lines begin."""

    text: str
    starts: tuple[int, ...]

    def offset(self, node: Node) -> int:
        """Where a node begins."""
        return self.starts[node.line - 1] + node.column - 1

    def line_end(self, offset: int) -> int:
        """Where the line of an offset ends, before its line break."""
        found = re.compile(r"\r?\n|\Z").search(self.text, offset)
        return found.start() if found else len(self.text)

    def next_line(self, offset: int) -> int:
        """Where the line after that of an offset begins; the end of the text after the last one."""
        return next((start for start in self.starts if start > offset), len(self.text))


def source_of(text: str) -> Source:
    """A text with its lines found."""
    return Source(text, (0, *(found.end() for found in re.finditer("\n", text))))


def end_of(node: Node, source: Source) -> int:
    """The offset right behind a node.

    Raises:
        Uneditable: it is written in a way whose end we do not look for.
    """
    start = source.offset(node)
    if isinstance(node, Scalar):
        return _scalar_end(node, source.text, start)
    if source.text[start : start + 1] in ("[", "{"):
        return _bracket_end(source.text, start)
    parts = node.items if isinstance(node, ListNode) else tuple(entry.value for entry in node.entries)
    return end_of(parts[-1], source) if parts else start


def is_flow(node: MapNode | ListNode, source: Source) -> bool:
    """Whether a mapping or a list is written between brackets."""
    return source.text[source.offset(node)] in "[{"


def _scalar_end(node: Scalar, text: str, start: int) -> int:
    words = r"\s+".join(map(re.escape, node.text.split()))
    pattern = words if node.plain else _QUOTED.get(text[start : start + 1], "")
    found = re.compile(pattern, re.DOTALL).match(text, start) if pattern or not node.text else None
    if found is None or (not node.plain and not pattern):
        raise Uneditable
    return found.end()


_QUOTED = {'"': r'"(?:[^"\\]|\\.)*"', "'": r"'(?:[^']|'')*'"}
_PIECES = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'|(?<=\s)#[^\n]*|[\[{]|[\]}]', re.DOTALL)


def _bracket_end(text: str, start: int) -> int:
    depth = 0
    for piece in _PIECES.finditer(text, start):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(piece[0], 0)
        if depth == 0:
            return piece.end()
    raise Uneditable
