"""The facts file on disk: whole or not at all, and nobody else's to read."""

import os
import re
from contextlib import suppress
from pathlib import Path

from salesdesign.errors import MachineFailed

PRIVATE = 0o600
"""Only its owner may read a new file: it holds what a company earns and pays."""


_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
"""On Windows line breaks would be rewritten otherwise."""


def save(path: Path, text: str) -> None:
    """Write the file by way of a neighbour that takes its name when it is complete; one that is there keeps its mode.

    Raises:
        MachineFailed: it cannot be written.
    """
    target = path.resolve()
    neighbour = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else PRIVATE
        with os.fdopen(os.open(neighbour, _NEW, PRIVATE), "wb") as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
        neighbour.chmod(mode)
        neighbour.replace(target)
    except OSError as error:
        with suppress(OSError):
            neighbour.unlink(missing_ok=True)
        raise MachineFailed(f"{path}: It cannot be written ({error.strerror}).") from error


def free_path(folder: Path, name: str) -> Path:
    """A file in a folder, called after the company, that is not there yet: acme.yaml, acme-2.yaml."""
    stem = re.sub(r"[^\w]+", "-", name.lower()).strip("-_") or "company"
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.yaml" for number in range(1, 1_000))
    free = next((folder / name for name in names if not (folder / name).exists()), None)
    if free is None:
        raise MachineFailed(f"{folder}: There are too many files called {stem}. Name one with -o.")
    return free
