"""Files of a batch: whole or not at all, and never outside of its folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from salesdesign.errors import BadUsage, MachineFailed
from salesdesign.whole import replacing

UNFINISHED = "unfinished"
"""Ends the names of files that are being written: one batch writes to a folder at a time."""


def write_whole(path: Path, text: str, folder: Path) -> None:
    """Writes a file below a folder, and the folders between them.

    Raises:
        MachineFailed: a link leads out of the folder, or nothing may be written there.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failed(path, error) from error
    if not path.parent.resolve().is_relative_to(folder.resolve()):
        raise MachineFailed(f"{path}: A link leads out of {folder}, and nothing is written there. Remove it.")
    with writing(path) as file:
        file.write(text)


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A file to write to, which takes the name `path` once it is complete, and is gone if it never is.

    Raises:
        MachineFailed: the disk is full, or nothing may be written there.
    """
    try:
        with replacing(path, token=UNFINISHED) as file:
            text = TextIOWrapper(file, encoding="utf-8", newline="")
            yield text
            text.flush()
    except OSError as error:
        raise _failed(path, error) from error


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """The folder, made where it is missing, with nobody else's batch in it; Windows does not say who is there.

    Raises:
        BadUsage: another batch is writing there.
        MachineFailed: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failed(folder, error) from error
    if os.name == "nt":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise BadUsage(f"{folder}: Another batch is writing there. Wait, or name another folder.") from None
        yield
    finally:
        os.close(descriptor)


def _failed(path: Path, error: OSError) -> MachineFailed:
    return MachineFailed(f"{path}: It cannot be written ({error.strerror}).")
