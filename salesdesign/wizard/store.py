"""The facts file on disk: whole or not at all, and nobody else's to read."""

import os
import re
from pathlib import Path

from salesdesign.errors import MachineFailed
from salesdesign.whole import PRIVATE, replacing

_LONGEST = 60
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])")
"""Names that Windows keeps for itself, whatever their ending."""


def save(path: Path, text: str) -> None:
    """Write the file by way of a neighbour that takes its name when it is complete; one that is there keeps its mode.

    Raises:
        MachineFailed: it cannot be written.
    """
    try:
        with replacing(path.resolve(), mode=PRIVATE) as file:
            file.write(text.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise MachineFailed(f"{path}: It cannot be written ({error.strerror}).") from error


def free_path(folder: Path, name: str) -> Path:
    """A file in a folder, called after the company, that is not there yet: acme.yaml, acme-2.yaml."""
    stem = _stem(name)
    names = (f"{stem}{'' if number == 1 else f'-{number}'}.yaml" for number in range(1, 1_000))
    free = next((folder / name for name in names if not (folder / name).exists()), None)
    if free is None:
        raise MachineFailed(f"{folder}: There are too many files called {stem}. Name one with -o.")
    return free


def _stem(name: str) -> str:
    """The letters and digits of a name: a file name on any system."""
    words = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
    short = words.encode()[:_LONGEST].decode(errors="ignore").strip("-") or "company"
    return f"{short}-company" if _DEVICES.fullmatch(short) else short
