"""The fields of a mapping, read one by one into typed values; what is wrong is noted and reading goes on."""

from collections.abc import Callable, Mapping, Sized
from typing import Generic, TypeAlias, TypeVar

from salesdesign.model.pack import Accepted
from salesdesign.pack.page import Page, did_you_mean, is_null, kind_of
from salesdesign.records import dataclass
from salesdesign.yamltree import Entry, ListNode, MapNode, Node, Scalar

T = TypeVar("T")
K = TypeVar("K")

Read: TypeAlias = Callable[[Node, Page], T | None]
"""Reads a value; None when it cannot be read, which is then noted on the page."""


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How a value is written, and what stands in for it where it is absent or cannot be read."""

    read: Read[T]
    blank: T


class Form:
    """One mapping, read key by key. Keys that nobody asked for are problems once it is closed."""

    __slots__ = ("_asked", "_entries", "node", "page")

    def __init__(self, node: MapNode, page: Page) -> None:
        self.node = node
        self.page = page
        self._entries = {entry.key.text: entry for entry in node.entries}
        self._asked: list[str] = []

    def required(self, key: str, shape: Shape[T]) -> T:
        """The value of a key that must be there."""
        entry = self._entry(key)
        if entry is None:
            self.page.reject(self.node, f"{key} is missing.", f"Add `{key}:`.")
            return shape.blank
        return self._value(entry, shape.read, shape.blank)

    def optional(self, key: str, shape: Shape[T], default: T | None = None) -> T:
        """The value of a key that may be left out, or else the default, or else the blank of its shape."""
        entry = self._entry(key)
        absent = shape.blank if default is None else default
        return absent if entry is None else self._value(entry, shape.read, absent)

    def maybe(self, key: str, shape: Shape[T]) -> T | None:
        """The value of a key that may be left out, or else None."""
        entry = self._entry(key)
        return None if entry is None else shape.read(entry.value, self.page)

    def text(self, key: str) -> str:
        """The text of a key as it is written, for keys whose value is read and judged apart."""
        entry = self._entry(key)
        return entry.value.text if entry is not None and isinstance(entry.value, Scalar) else ""

    def has(self, key: str) -> bool:
        """Whether the key is there and not empty."""
        return self._entry(key) is not None

    def reject(self, key: str, wrong: str, mend: str = "") -> None:
        """Notes what is wrong with the value of a key, or with the whole where the key is not there."""
        entry = self._entries.get(key)
        self.page.reject(entry.value if entry else self.node, wrong, mend)

    def at_most(self, most: int, key: str, found: Sized) -> None:
        """Notes that under a key stand more than may be there."""
        if len(found) > most:
            self.reject(key, f"These are {len(found):,} {key}.", f"At most {most:,} may stand here.")

    def accept(self) -> None:
        """Keeps the doubts that stand under `accept`, each with its reason."""
        page, accepted = self.page, self.page.accepted
        if "accept" not in self._entries or accepted is None:
            return
        for code, why in self.optional("accept", _REASONS).items():
            accepted.append(Accepted(code=code, about=page.subject, why=why, file=page.file, line=self.node.line))

    def close(self) -> None:
        """Notes every key that was never asked for."""
        for key, entry in self._entries.items():
            if key not in self._asked:
                self.page.reject(entry.key, f"{key} is no key here.", did_you_mean(key, self._asked))

    def _entry(self, key: str) -> Entry | None:
        self._asked.append(key)
        entry = self._entries.get(key)
        return None if entry is None or is_null(entry[1]) else entry

    def _value(self, entry: Entry, read: Read[T], blank: T) -> T:
        value = read(entry.value, self.page)
        return blank if value is None else value


def record(build: Callable[[Form], T], named_by: str = "id") -> Read[T]:
    """Reads a mapping by asking for its keys; its problems are told of the value under `named_by`."""

    def read(node: Node, page: Page) -> T | None:
        if not isinstance(node, MapNode):
            page.reject(node, f"{kind_of(node)} stands where a mapping is due.", "Write `key: value` lines.")
            return None
        form = Form(node, page.about(_name(node, named_by) or page.subject, node))
        value = build(form)
        form.accept()
        form.close()
        return value

    return read


def many(read: Read[T]) -> Shape[tuple[T, ...]]:
    """A list; items that cannot be read are left out."""

    def read_all(node: Node, page: Page) -> tuple[T, ...] | None:
        if not isinstance(node, ListNode):
            page.reject(node, f"{kind_of(node)} stands where a list is due.", "Write [a, b], or lines with a dash.")
            return None
        values = [read(item, page) for item in node.items]
        return tuple(value for value in values if value is not None)

    return Shape(read_all, ())


def table(keys: Read[K], values: Read[T]) -> Shape[Mapping[K, T]]:
    """A mapping of like to like; entries that cannot be read are left out."""

    def read_all(node: Node, page: Page) -> Mapping[K, T] | None:
        if not isinstance(node, MapNode):
            page.reject(node, f"{kind_of(node)} stands where a mapping is due.", "Write `key: value` lines.")
            return None
        pairs = [(keys(entry.key, page), values(entry.value, page)) for entry in node.entries]
        return {key: value for key, value in pairs if key is not None and value is not None}

    return Shape(read_all, {})


def _as_it_is(node: Node, _: Page) -> Node | None:
    return node


def _text(node: Node, page: Page) -> str | None:
    if isinstance(node, Scalar) and node.text:
        return node.text
    page.reject(node, "A reason is due here.", "Say in a sentence why this is as it should be.")
    return None


_REASONS = table(_text, _text)
"""Codes of doubts, each with the reason why it is accepted."""

UNREAD: Shape[tuple[Node, ...]] = many(_as_it_is)
"""A list whose items are read later, once what they refer to is known."""


def _name(node: MapNode, key: str) -> str:
    found = (entry.value for entry in node.entries if entry.key.text == key)
    value = next(found, None)
    return value.text if isinstance(value, Scalar) else ""
