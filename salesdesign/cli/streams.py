"""Results on standard output, talk on standard error."""

import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from salesdesign.characters import log_lines
from salesdesign.errors import MachineFailed


class Closed(io.TextIOBase):
    """Stands in for a stream that was closed before we began: nothing can be written to it."""

    encoding = "utf-8"

    @property
    def buffer(self) -> "Closed":
        """Its bytes go nowhere either."""
        return self

    def write(self, _: object) -> int:
        """Raises: OSError, always."""
        raise OSError(errno.EBADF, "It is closed")


def open_all() -> None:
    """Lets no standard stream be missing, as those are that a caller has closed."""
    sys.stdin = sys.stdin or Path(os.devnull).open()  # noqa: SIM115  as long as the program
    sys.stdout = sys.stdout or Closed()
    sys.stderr = sys.stderr or Closed()


class _Stream(Protocol):
    def flush(self) -> object: ...
    def fileno(self) -> int: ...


def show(text: str) -> None:
    """Write a result. A reader who has seen enough and hung up is no failure.

    Raises: MachineFailed where it cannot be written.
    """
    _prepare(sys.stdout)
    _deliver(sys.stdout, lambda: sys.stdout.write(text))


def show_lines(text: str) -> None:
    """Write a result that is made of lines; whatever stands in them has no effect."""
    show(log_lines(text))


def show_bytes(data: bytes) -> None:
    """Write a result that is no text."""
    _deliver(sys.stdout.buffer, lambda: sys.stdout.buffer.write(data))


def say(text: str) -> None:
    """Write lines of talk; whatever stands in them has no effect. Where nobody can hear, nothing is said."""
    say_raw(f"{log_lines(text)}\n")


def say_raw(text: str) -> None:
    """Write talk that is fit for a terminal already."""
    _prepare(sys.stderr)
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # the terminal is gone, or its reader
        _silence(sys.stderr)


def _deliver(stream: _Stream, write: Callable[[], object]) -> None:
    try:
        write()
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise MachineFailed(f"Standard output: It cannot be written ({error.strerror}).") from error


def _silence(stream: _Stream) -> None:
    """A stream is flushed once more when the interpreter ends; then it must have somewhere to go."""
    with suppress(io.UnsupportedOperation):
        place = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, place)
        os.close(nowhere)


def _prepare(stream: object) -> None:
    """Files and pipes get UTF-8, as the documents in them say; a terminal shows "?" for what it cannot."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
