"""Thrift's compact protocol, in which a Parquet file tells what it holds: structs by the numbers of their fields."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

Value: TypeAlias = Any  # what stands in a field is for the file to say
Struct: TypeAlias = dict[int, Value]

_DEEPEST = 30
_DOUBLE, _UUID = 7, 13


class Reader:
    """Bytes, read from a place on.

    Raises:
        ValueError: by every method, where they are none of Thrift's.
    """

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def struct(self, depth: int = 0) -> Struct:
        """A struct, and behind it."""
        if depth > _DEEPEST:
            raise ValueError("nested too deep")
        return {field: self.value(kind, depth) for field, kind in self.fields()}

    def fields(self) -> Iterator[tuple[int, int]]:
        """The number of each field of a struct and the kind of its value, which is to be read before the next."""
        field = 0
        while head := self.byte():
            field = field + (head >> 4) if head >> 4 else self.whole()
            yield field, head & 15

    def value(self, kind: int, depth: int = 0) -> Value:
        """A value of a field; that of a truth is its kind."""
        if kind in (_TRUE, _FALSE):
            return kind == _TRUE
        if kind in _PLAIN:
            return _PLAIN[kind](self)
        if kind == STRUCT:
            return self.struct(depth + 1)
        if kind in (LIST, _SET):
            return self._list(depth + 1)
        raise ValueError("an unknown kind of value")

    def _list(self, depth: int) -> list[Value]:
        size, kind = self.size()
        return [self.byte() == _TRUE if kind <= _FALSE else self.value(kind, depth) for _ in range(size)]

    def size(self) -> tuple[int, int]:
        """How many values a list has, and their kind."""
        head = self.byte()
        size = head >> 4 if head >> 4 < LONG else self.unsigned()
        if size > len(self.data) - self.at:
            raise ValueError("a list is longer than the file")
        return size, head & 15

    def byte(self) -> int:
        """A byte."""
        if self.at >= len(self.data):
            raise ValueError("the end is missing")
        self.at += 1
        return self.data[self.at - 1]

    def unsigned(self) -> int:
        """A number without a sign."""
        number = shift = 0
        while (byte := self.byte()) & 128:
            number |= (byte & 127) << shift
            shift += 7
            if shift > 63:
                raise ValueError("a number is too long")
        return number | byte << shift

    def whole(self) -> int:
        """A whole number."""
        number = self.unsigned()
        return (number >> 1) ^ -(number & 1)

    def text(self, size: int | None = None) -> bytes:
        """So many bytes, or as many as stand before them."""
        length = self.unsigned() if size is None else size
        if length > len(self.data) - self.at:
            raise ValueError("a text is longer than the file")
        self.at += length
        return self.data[self.at - length : self.at]


_TRUE, _FALSE, LIST, _SET, STRUCT, LONG = 1, 2, 9, 10, 12, 15
_PLAIN: dict[int, Callable[[Reader], Value]] = {
    3: Reader.byte,
    4: Reader.whole,
    5: Reader.whole,
    6: Reader.whole,
    _DOUBLE: lambda reader: reader.text(8),
    8: Reader.text,
    _UUID: lambda reader: reader.text(16),
}


def zigzag(number: int) -> int:
    """A whole number as one without a sign."""
    return number << 1 if number >= 0 else (-number << 1) - 1
