"""Files that are there as a whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from salesdesign.errors import MachineFailed


def write_whole(path: Path, text: str) -> None:
    """Writes a file, and the folders around it."""
    with writing(path) as file:
        file.write(text)


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A file to write to, which takes the name `path` once it is complete, and is gone if it never is.

    Raises:
        MachineFailed: the disk is full, or nothing may be written there.
    """
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("w", encoding="utf-8", newline="") as file:
            yield file
        unfinished.replace(path)
    except OSError as error:
        raise MachineFailed(f"{path}: It cannot be written ({error.strerror}).") from error
    finally:
        unfinished.unlink(missing_ok=True)
