"""The events of PyYAML's C parser, and what we read of them."""

from collections.abc import Callable
from typing import Protocol, cast

from salesdesign.errors import MachineFailed

try:
    from yaml import cyaml
except ImportError:  # the pure reader is tenfold slower: better to say so than to crawl
    cyaml = None  # type: ignore[assignment]  # a module is no variable to mypy


class Mark(Protocol):
    """A place in a file, from 0."""

    line: int
    column: int


class Event(Protocol):
    """What a file is read as, one after the other; only a scalar has a value and a style."""

    start_mark: Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str


def events_of(data: bytes) -> Callable[[], Event]:
    """A function that returns the next event at each call.

    Raises:
        MachineFailed: PyYAML lacks its C parser.
    """
    if cyaml is None:
        raise MachineFailed("PyYAML lacks its C parser (libyaml). Install PyYAML from a wheel for your platform.")
    parser = cyaml.CParser(data)  # type: ignore[attr-defined]  # the stubs forget to export it
    return cast("Callable[[], Event]", parser.get_event)
