"""Thrift's compact protocol, in which a Parquet file tells what it holds: structs by the numbers of their fields."""

from collections.abc import Callable
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
        found: Struct = {}
        field = 0
        while head := self.byte():
            step, kind = head >> 4, head & 15
            field = field + step if step else self.whole()
            found[field] = self._value(kind, depth) if kind > _FALSE else kind == _TRUE
        return found

    def _value(self, kind: int, depth: int) -> Value:
        if kind in _PLAIN:
            return _PLAIN[kind](self)
        if kind == _STRUCT:
            return self.struct(depth + 1)
        if kind in (_LIST, _SET):
            return self._list(depth + 1)
        raise ValueError("an unknown kind of value")

    def _list(self, depth: int) -> list[Value]:
        head = self.byte()
        size = head >> 4 if head >> 4 < _LONG else self.unsigned()
        if size > len(self.data) - self.at:
            raise ValueError("a list is longer than the file")
        kind = head & 15
        return [self.byte() == _TRUE if kind <= _FALSE else self._value(kind, depth) for _ in range(size)]

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


_TRUE, _FALSE, _LIST, _SET, _STRUCT, _LONG = 1, 2, 9, 10, 12, 15
_PLAIN: dict[int, Callable[[Reader], Value]] = {
    3: Reader.byte,
    4: Reader.whole,
    5: Reader.whole,
    6: Reader.whole,
    _DOUBLE: lambda reader: reader.text(8),
    8: Reader.text,
    _UUID: lambda reader: reader.text(16),
}
