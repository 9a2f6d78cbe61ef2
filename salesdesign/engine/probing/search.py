"""The first of many steps at which something else comes out, found without a look at every step."""

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from salesdesign.records import dataclass

Seen = TypeVar("Seen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[Seen]):
    """Steps by number, and what is seen at each."""

    at: Callable[[int], Seen]
    changed: Callable[[Seen], bool]
    """Whether something else comes out there."""
    steady: Callable[[Seen, Seen], bool]
    """Whether nothing else can come out between two steps of one stretch at which nothing else does."""


def stretches(breaks: Iterable[int], steps: range) -> Iterator[range]:
    """Steps cut into stretches, in their order: each break by itself, and what lies between two of them."""
    start, by = steps.start, steps.step
    for place in sorted({place for place in breaks if place in steps}, reverse=by < 0):
        if place != start:
            yield range(start, place, by)
        yield range(place, place + by, by)
        start = place + by
    if range(start, steps.stop, by):
        yield range(start, steps.stop, by)


def first_change(row: Row[Seen], stretch: range) -> int | None:
    """The first step of a stretch at which something else comes out; None where none does."""
    if not stretch:
        return None
    if row.changed(row.at(stretch[0])):
        return stretch[0]
    return _after(row, stretch)


def _after(row: Row[Seen], stretch: range) -> int | None:
    """The same for a stretch at whose first step nothing has changed."""
    if len(stretch) == 1:
        return None
    first, last = row.at(stretch[0]), row.at(stretch[-1])
    last_changed = row.changed(last)
    if len(stretch) == 2:
        return stretch[1] if last_changed else None
    if not last_changed and row.steady(first, last):
        return None
    middle = len(stretch) // 2
    found = _after(row, stretch[: middle + 1])
    return found if found is not None else _after(row, stretch[middle:])
