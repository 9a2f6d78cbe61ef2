"""Texts in which patterns are looked for, in all places at once."""

import re
from functools import reduce

from salesdesign.cases.pattern import At, Choice, Many, One, Part, Pattern


class Searched:
    """A text; a whole number stands for a set of places in it, a bit for each place."""

    __slots__ = ("_anywhere", "_masks", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._anywhere = (2 << len(text)) - 1
        self._masks: dict[str, int] = {}

    def has(self, pattern: Pattern) -> bool:
        """Whether the pattern is found anywhere."""
        return self._after(pattern.means, self._anywhere) != 0

    def _after(self, part: Part, starts: int) -> int:
        """Where a part may end that starts in one of the places."""
        if isinstance(part, One):
            return self._repeated(part, starts)
        if isinstance(part, Many):
            return self._again(part, starts)
        if isinstance(part, At):
            return starts & self._mask(part.kind)
        if isinstance(part, Choice):
            return reduce(lambda ends, each: ends | self._after(each, starts), part.parts, 0)
        return reduce(lambda places, each: self._after(each, places), part.parts, starts)

    def _repeated(self, part: One, starts: int) -> int:
        mask = self._mask(part.kind)
        for _ in range(part.low):
            starts = (starts & mask) << 1
        if part.high is None:
            return _flooded(starts, mask)
        ends = starts
        for _ in range(part.high - part.low):
            starts = (starts & mask) << 1
            ends |= starts
        return ends

    def _again(self, part: Many, starts: int) -> int:
        """Where a group may end that comes again; it comes no oftener than there are places."""
        for _ in range(part.low):
            starts = self._after(part.part, starts)
        ends = fresh = starts
        left = part.high - part.low if part.high is not None else len(self._text) + 1
        while fresh and left:
            fresh = self._after(part.part, fresh) & ~ends
            ends |= fresh
            left -= 1
        return ends

    def _mask(self, kind: re.Pattern[str]) -> int:
        """The places at which a single character of a kind stands, or between which a place of a kind is."""
        if kind.pattern not in self._masks:
            signs = bytearray(b"0") * (len(self._text) + 1)
            for found in kind.finditer(self._text):
                signs[-1 - found.start()] = ord("1")
            self._masks[kind.pattern] = int(signs, 2)
        return self._masks[kind.pattern]


def _flooded(starts: int, mask: int) -> int:
    """The places, and all that follow them without a gap in the mask: a carry runs to the end of each stretch."""
    return starts | (((starts & mask) + mask) ^ mask)
