"""Files that commands write: whole or not at all."""

import os
from pathlib import Path

from salesdesign.errors import BadUsage, MachineFailed
from salesdesign.whole import replacing


def check_target(path: Path) -> None:
    """Complain early about a file that cannot be written.

    Raises: BadUsage for a folder, MachineFailed where the folder is missing or nothing may be written.
    """
    if path.is_dir():
        raise BadUsage(f"{path}: This is a folder. Name a file in it.")
    if not path.parent.is_dir():
        raise MachineFailed(f"{path}: There is no folder {path.parent}. Make it first.")
    if path.exists() and not os.access(path, os.W_OK):
        raise MachineFailed(f"{path}: The file may not be written. Change its permissions or name another one.")


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file by way of a neighbour that takes its name when it is complete."""
    check_target(path)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(_bytes(content))  # a pipe or a device has no neighbour
            return
        with replacing(path.resolve()) as file:
            file.write(_bytes(content))
    except OSError as error:
        raise MachineFailed(f"{path}: It cannot be written ({error.strerror}).") from error


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
