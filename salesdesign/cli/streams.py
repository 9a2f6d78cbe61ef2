"""Results on standard output, talk on standard error."""

import io
import os
import sys


def show(text: str) -> None:
    """Write a result. A reader who has seen enough and hung up is no failure."""
    _prepare(sys.stdout)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # The stream is flushed once more when the interpreter ends; then it must have somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """Write a line of talk."""
    _prepare(sys.stderr)
    sys.stderr.write(f"{text}\n")


def _prepare(stream: object) -> None:
    """Files and pipes get UTF-8, as the documents in them say; a terminal shows "?" for what it cannot."""
    if not isinstance(stream, io.TextIOWrapper):
        return
    if stream.isatty():
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
