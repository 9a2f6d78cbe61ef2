"""Files that are there as a whole or not at all: written beside their place, and moved to it when complete."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

PRIVATE = 0o600
"""Only its owner may read the file."""
COMMON = 0o666
"""Whoever the process's mask admits may."""

_LONGEST = 200
"""Bytes of a name that leave room for more; file systems end at 255."""
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL
for _flag in ("O_NOFOLLOW", "O_CLOEXEC", "O_BINARY"):  # Windows knows the last alone, others the first two
    _NEW |= getattr(os, _flag, 0)


@contextmanager
def replacing(path: Path, *, mode: int = COMMON, token: str = "") -> Iterator[BinaryIO]:
    """A file to write to, which takes the name `path` once it is complete, and is gone if it never is.

    A file that is there keeps its mode. No link is followed. `token` marks the neighbour in which it is written: one of
    its own for each run, unless the caller sees to it that no other run writes there, and wants leftovers replaced.

    Raises:
        OSError: the disk is full, or nothing may be written there.
    """
    neighbour = path.with_name(f".{_short(path.name)}.{token or secrets.token_hex(4)}")
    neighbour.unlink(missing_ok=True)
    descriptor = os.open(neighbour, _NEW, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            yield file
        _keep_mode(path, neighbour)
        neighbour.replace(path)
    finally:
        neighbour.unlink(missing_ok=True)


def _keep_mode(path: Path, neighbour: Path) -> None:
    if path.is_file() and not path.is_symlink():
        neighbour.chmod(path.stat().st_mode & 0o777)


def _short(name: str) -> str:
    return os.fsdecode(os.fsencode(name)[:_LONGEST].decode("utf-8", "ignore").encode())
