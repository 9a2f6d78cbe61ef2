"""Bytes to trees, by the events of PyYAML's C parser: fast, and with a bound on everything."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from operator import itemgetter

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from salesdesign.errors import BadInput, Problem
from salesdesign.yamltree.complaints import in_plain_words, refuse_bytes
from salesdesign.yamltree.events import Event, Mark, events_of
from salesdesign.yamltree.faults import Faults
from salesdesign.yamltree.nodes import Entry, ListNode, MapNode, Node, Scalar

NESTING = 30
"""No facts file or rule is nested deeper, by far."""

EVENTS = 200_000
"""In one document; the largest file of a rule pack has a tenth of it."""


def parse(data: bytes, file: str, lines_above: int = 0) -> Node:
    """The one document of a file, or of the part of a file that comes after so many lines.

    Raises:
        BadInput: the bytes are no such document; every problem that could be found, each with its place.
        MachineFailed: PyYAML lacks its C parser.
    """
    refuse_bytes(data, file)
    documents = _documents(b"\n" * lines_above + data, file)
    first = next(documents, None)
    if first is None:
        raise BadInput([Problem(file=file, wrong="The file is empty.", mend="Write 'key: value' lines into it.")])
    second = next(documents, None)
    if second is not None:
        wrong, mend = "A second document starts here.", "Keep one document in the file, and remove the line '---'."
        raise BadInput([Problem(file=file, line=second.line, column=second.column, wrong=wrong, mend=mend)])
    return first


def parse_documents(data: bytes, file: str) -> Iterator[Node]:
    """Each document of a file, read as it is asked for.

    Raises:
        BadInput: when the turn comes to a document that has problems.
        MachineFailed: PyYAML lacks its C parser.
    """
    refuse_bytes(data, file)
    yield from _documents(data, file)


def _documents(data: bytes, file: str) -> Iterator[Node]:
    next_event = events_of(data)
    faults = Faults(file)
    try:
        next_event()
        while isinstance(next_event(), DocumentStartEvent):
            document = _document(next_event, faults)
            faults.refuse()
            yield document
    except YAMLError as error:
        faults.problems.append(in_plain_words(error, data, file))
        faults.refuse()


# The hot loop of the program: a thousand companies pass through it event by event. It makes its tuples without a call
# into Python, and needs no recursion, so no nesting can crash it.
_new = tuple.__new__
_entry = partial(tuple.__new__, Entry)
_text = itemgetter(0)


def _document(next_event: Callable[[], Event], faults: Faults) -> Node:
    items: list[Node] = []
    around: list[tuple[list[Node], Mark]] = []
    for event in islice(iter(next_event, None), EVENTS):
        kind: type = type(event)
        if kind is ScalarEvent:
            mark = event.start_mark
            items.append(_new(Scalar, (event.value, event.style == "", mark.line + 1, mark.column + 1)))
            if event.anchor or event.tag:
                faults.decorated(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            around.append((items, event.start_mark))
            items = []
            _check_start(event, len(around), faults)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            close = _mapping if kind is MappingEndEvent else _list
            inner, (items, mark) = items, around.pop()
            items.append(close(inner, mark, faults))
        elif kind is AliasEvent:
            items.append(faults.alias(event))
        elif kind is DocumentEndEvent:
            return items[0]
    raise faults.too_many(EVENTS)


def _check_start(event: Event, depth: int, faults: Faults) -> None:
    if event.anchor or event.tag:
        faults.decorated(event)
    if depth > NESTING:
        raise faults.too_deep(event, NESTING)


def _mapping(items: list[Node], mark: Mark, faults: Faults) -> MapNode:
    keys = items[::2]
    names = set(map(_text, keys))
    if len(names) < len(keys) or "<<" in names or not _SCALARS.issuperset(map(type, keys)):
        faults.keys(keys)
    entries = tuple(map(_entry, zip(keys, items[1::2], strict=True)))
    return _new(MapNode, (entries, mark.line + 1, mark.column + 1))


def _list(items: list[Node], mark: Mark, _: Faults) -> ListNode:
    return _new(ListNode, (tuple(items), mark.line + 1, mark.column + 1))


_SCALARS: frozenset[type] = frozenset({Scalar})
