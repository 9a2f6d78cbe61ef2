"""Results on standard output, talk on standard error."""

import io
import os
import sys
from collections.abc import Callable
from typing import Protocol

from salesdesign.characters import log_lines
from salesdesign.errors import MachineFailed


class _Stream(Protocol):
    def flush(self) -> object: ...
    def fileno(self) -> int: ...


def show(text: str) -> None:
    """Write a result. A reader who has seen enough and hung up is no failure.

    Raises: MachineFailed where it cannot be written.
    """
    out = _standard_output()
    _prepare(out)
    _deliver(out, lambda: out.write(text))


def show_lines(text: str) -> None:
    """Write a result that is made of lines; whatever stands in them has no effect."""
    show(log_lines(text))


def show_bytes(data: bytes) -> None:
    """Write a result that is no text."""
    out = _standard_output().buffer
    _deliver(out, lambda: out.write(data))


def say(text: str) -> None:
    """Write lines of talk; whatever stands in them has no effect. Where nobody can hear, nothing is said."""
    say_raw(f"{log_lines(text)}\n")


def say_raw(text: str) -> None:
    """Write talk that is fit for a terminal already."""
    if sys.stderr is None:  # it was closed before we began
        return
    _prepare(sys.stderr)
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # the terminal is gone, or its reader
        _silence(sys.stderr)


def _standard_output() -> io.TextIOWrapper:
    if sys.stdout is None:
        raise MachineFailed("Standard output is closed. Name a file with -o.")
    return sys.stdout  # type: ignore[return-value]  # whatever stands in for it in a test writes as well


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
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _prepare(stream: object) -> None:
    """Files and pipes get UTF-8, as the documents in them say; a terminal shows "?" for what it cannot."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
