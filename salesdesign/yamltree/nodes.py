"""What a YAML document is made of: texts, mappings and lists, with lines and columns from 1."""

from typing import NamedTuple, TypeAlias


class Scalar(NamedTuple):
    """A text, not yet typed."""

    text: str
    plain: bool
    """Written without quotes."""
    line: int
    column: int


class Entry(NamedTuple):
    """One key of a mapping with what it holds."""

    key: Scalar
    value: "Node"


class MapNode(NamedTuple):
    """A mapping, its keys in the order of the file and each there once."""

    entries: tuple[Entry, ...]
    line: int
    column: int


class ListNode(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    line: int
    column: int


Node: TypeAlias = Scalar | MapNode | ListNode
"""Any value in a file."""
