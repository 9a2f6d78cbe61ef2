"""Which reports are made, and from what: so that a batch that is run again makes only those that have to change."""

import json
import os
from hashlib import sha256
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TextIO

from salesdesign import __version__
from salesdesign.bulk.kept import Kept
from salesdesign.errors import MachineFailed
from salesdesign.model.advice import NO_CHANGES, Changes
from salesdesign.model.pack import Pack

NAME = ".reports.jsonl"


def stamp_of(pack: Pack, templates: Traversable | None, changes: Changes = NO_CHANGES) -> str:
    """A digest of everything that a report hangs on beside its facts; formats have files of their own."""
    digest = sha256(f"{__version__}\n{pack.digest}\n{_words(changes)}".encode())
    for path, data in sorted(_files(templates)) if templates is not None else ():
        digest.update(path.encode() + b"\n" + sha256(data).digest())
    return digest.hexdigest()


def _words(changes: Changes) -> str:
    return "".join(f"{name}={value}\n" for name, value in sorted({**changes.facts, **changes.weights}.items()))


def made_reports(folder: Path) -> Kept:
    """By report, the digest of what it was made from; a line that was cut off is as if it were not there."""
    made, file = Kept(folder), folder / NAME
    if file.is_file():
        with file.open(encoding="utf-8", errors="replace") as lines:
            for report, digest in filter(None, map(_entry, lines)):
                made.put(report, digest)
    return made


def _entry(line: str) -> tuple[str, str] | None:
    try:
        entry = json.loads(line)
        return str(entry["report"]), str(entry["from"])
    except (ValueError, TypeError, KeyError):
        return None


class Manifest:
    """The list of made reports, grown line by line while a batch runs."""

    def __init__(self, folder: Path, *, keep: bool) -> None:
        try:
            self._file: TextIO = os.fdopen(_descriptor(folder / NAME, keep=keep), "a", encoding="utf-8", buffering=1)
            self._end_line()
        except OSError as error:
            raise MachineFailed(f"{folder / NAME}: It cannot be written ({error.strerror}).") from error

    def _end_line(self) -> None:
        """A line that was cut off must not be joined by the next one."""
        if self._file.tell():
            self._file.write("\n")

    def add(self, report: str, made_from: str) -> None:
        """Notes that a report is there."""
        self._file.write(json.dumps({"report": report, "from": made_from}) + "\n")

    def close(self) -> None:
        """Ends the list for now."""
        self._file.close()


def _descriptor(file: Path, *, keep: bool) -> int:
    """The list, opened; a link that leads elsewhere is not followed."""
    return os.open(file, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | (0 if keep else os.O_TRUNC), 0o666)


def _files(folder: Traversable, before: str = "") -> list[tuple[str, bytes]]:
    found = []
    for entry in folder.iterdir():
        path = f"{before}{entry.name}"
        found += _files(entry, f"{path}/") if entry.is_dir() else [(path, entry.read_bytes())]
    return found
