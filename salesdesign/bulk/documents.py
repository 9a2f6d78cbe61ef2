"""Facts files as documents: most files are one, some hold many, and standard input may hold any number."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from salesdesign.bulk.inputs import STANDARD_INPUT
from salesdesign.bulk.names import legible, name_of
from salesdesign.errors import ExitCode, Problem
from salesdesign.records import dataclass
from salesdesign.yamltree.complaints import BYTES

_BORDER = re.compile(rb"(?:---|\.\.\.)(?=[ \t\r\n]|$)")
"""How a line begins that ends a document; YAML allows it nowhere else."""

_SAYS_NOTHING = re.compile(rb"(?:---|\.\.\.)?[ \t\r\n]*(?:[#%].*)?", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One company's facts as they were written."""

    file: str
    number: int = 0
    """In its file, from 1; 0 where the file is one document."""
    name: str
    """Of its report, without an ending: a path with forward slashes that stays inside the folder of reports."""
    data: bytes = b""
    lines_above: int = 0
    """Those of the file that come before the data."""
    made_from: str = ""
    """The digest of what its reports were made from when they were made last; empty where nobody knows."""
    read: int = 0
    """Bytes of the file that are done with when this document is."""
    refused: tuple[Problem, ...] = ()
    """Why there is nothing to read."""
    code: ExitCode = ExitCode.DONE
    """How a run ends in which something was refused."""

    @property
    def place(self) -> str:
        """The file, and the document in it."""
        return f"{self.file}, document {self.number}" if self.number else self.file

    def bare(self) -> "Document":
        """The document without its data."""
        return replace(self, data=b"")


def documents(files: Iterable[Path], root: Path) -> Iterator[Document]:
    """The documents of files, one after the other; `root` is left out of their names."""
    for file in files:
        try:
            if file == STANDARD_INPUT:
                yield from _documents(file, sys.stdin.buffer, root)
            else:
                with file.open("rb") as stream:
                    yield from _documents(file, stream, root)
        except OSError as error:
            yield _unreadable(file, error, root)


def _documents(file: Path, stream: BinaryIO, root: Path) -> Iterator[Document]:
    waiting: Document | None = None
    for number, (above, data) in enumerate(_pieces(stream), start=1):
        if waiting is not None:
            yield waiting
        waiting = Document(
            file=legible(file),
            number=number,
            name=name_of(file, root, number),
            data=data,
            lines_above=above,
            read=len(data),
        )
    if waiting is None or waiting.number == 1:
        data = b"" if waiting is None else waiting.data
        above = 0 if waiting is None else waiting.lines_above
        yield Document(file=legible(file), name=name_of(file, root), data=data, lines_above=above, read=len(data))
    else:
        yield waiting


def _pieces(stream: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """The documents of a stream that say something, each after the number of lines above it."""
    piece = _Piece(0)
    for place, line in enumerate(stream):
        border = _BORDER.match(line)
        if border and (piece.says or piece.begun):
            if piece.says:
                yield piece.above, b"".join(piece.lines)
            piece = _Piece(place)
        piece.add(line, begun=bool(border))
    if piece.says:
        yield piece.above, b"".join(piece.lines)


class _Piece:
    """A document while its lines come in."""

    __slots__ = ("above", "begun", "lines", "says", "size")

    def __init__(self, above: int) -> None:
        self.above = above
        self.lines: list[bytes] = []
        self.size = 0
        self.says = False
        self.begun = False
        """A border stands in it."""

    def add(self, line: bytes, *, begun: bool) -> None:
        """Takes a line in; of an endless document no more than what is enough to refuse it."""
        if self.size <= BYTES:
            self.lines.append(b"\n" if line.startswith(b"...") and begun else line)
            self.size += len(line)
        self.begun = self.begun or begun
        self.says = self.says or _SAYS_NOTHING.fullmatch(line) is None


def _unreadable(file: Path, error: OSError, root: Path) -> Document:
    missing = isinstance(error, FileNotFoundError | NotADirectoryError)
    wrong = "There is no such file." if missing else f"It cannot be read ({error.strerror})."
    mend = "Check the path." if missing else "Check its permissions."
    return Document(
        file=legible(file),
        name=name_of(file, root),
        refused=(Problem(file=legible(file), wrong=wrong, mend=mend),),
        code=ExitCode.INPUT if missing else ExitCode.MACHINE,
    )
