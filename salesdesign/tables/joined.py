"""One Parquet file out of many small ones: a writer of Polars holds some kilobytes for every column that it wrote."""

from io import BytesIO
from shutil import copyfileobj
from struct import pack, unpack
from typing import BinaryIO, TypeAlias

import polars as pl

from salesdesign.tables.thrift import LIST, LONG, STRUCT, Reader, zigzag

_MARK = b"PAR1"

_Spec: TypeAlias = "dict[int, _Spec | None]"
"""What is a place in the file, by number of field: None where the field is one, else what is within it."""

_COLUMN: _Spec = {2: None, 3: {9: None, 10: None, 11: None, 14: None}, 4: None, 6: None}
_GROUP: _Spec = {1: _COLUMN, 5: None}


class Joined:
    """A Parquet file that grows group by group; what its footer says of them waits in another file meanwhile."""

    def __init__(self, file: BinaryIO, groups: BinaryIO) -> None:
        self._file, self._groups = file, groups
        self._many = self._rows = 0
        self._head = self._tail = b""
        file.write(_MARK)

    def add(self, frame: pl.DataFrame) -> None:
        """Writes a frame as one group of rows; all frames have the same columns."""
        buffer = BytesIO()
        # Statistics of a group would rule out no group: rows stand in the order of the table.
        frame.write_parquet(buffer, row_group_size=max(1, frame.height), compression_level=1, statistics=False)
        data = buffer.getvalue()
        end = len(data) - 8 - unpack("<I", data[-8:-4])[0]
        moved = self._file.tell() - len(_MARK)
        self._file.write(data[len(_MARK) : end])
        self._rows += frame.height
        self._note(Reader(data[end:-8]), moved)

    def close(self) -> None:
        """Writes what the file holds behind it; there was a frame at least, were it an empty one."""
        many = self._many
        size = bytes([many << 4 | STRUCT]) if many < LONG else bytes([LONG << 4 | STRUCT]) + _unsigned(many)
        start = self._file.tell()
        self._file.write(self._head + _unsigned(zigzag(self._rows)) + bytes([1 << 4 | LIST]) + size)
        self._groups.seek(0)
        copyfileobj(self._groups, self._file)
        self._file.write(self._tail)
        self._file.write(pack("<I", self._file.tell() - start) + _MARK)

    def _note(self, reader: Reader, moved: int) -> None:
        """Keeps the groups of a footer, and what stands before and behind them."""
        for field, kind in reader.fields():
            if field == 3:
                self._head = reader.data[: reader.at]
            if field == 4:
                many, _ = reader.size()
                self._groups.writelines(_moved(reader, _GROUP, moved) for _ in range(many))
                self._many += many
                self._tail = reader.data[reader.at :]
                return
            reader.value(kind)


def _moved(reader: Reader, spec: _Spec, moved: int) -> bytes:
    """A struct with all places in the file moved on."""
    out = bytearray()
    start = reader.at
    for field, kind in reader.fields():
        out += reader.data[start : reader.at]
        start = reader.at
        within = spec.get(field, {})
        if within is None:
            place = reader.whole()
            out += _unsigned(zigzag(place + moved if place > 0 else place))
        elif within and kind == STRUCT:
            out += _moved(reader, within, moved)
        elif within and kind == LIST:
            many, _ = reader.size()
            out += reader.data[start : reader.at] + b"".join(_moved(reader, within, moved) for _ in range(many))
        else:
            reader.value(kind)
            out += reader.data[start : reader.at]
        start = reader.at
    return bytes(out) + b"\0"


def _unsigned(number: int) -> bytes:
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    return bytes([*out, number])
