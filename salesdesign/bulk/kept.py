"""What grows with the number of companies, kept in a file of the batch that is gone with it: memory does not grow."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from functools import wraps
from itertools import chain, islice
from pathlib import Path
from tempfile import mkstemp
from typing import ParamSpec, TypeVar

from salesdesign.errors import MachineFailed

IN_MEMORY = 10_000
"""So many entries are sorted in memory; beyond, in a file."""

NAMES = ".salesdesign-names-"
"""Begins the names of such files, for as long as they have one."""

_BEGINNING = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE kept (key BLOB PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;
"""

Given = ParamSpec("Given")
Gives = TypeVar("Gives")


def _told(work: Callable[Given, Gives]) -> Callable[Given, Gives]:
    """The same work, its failures told as those of the machine."""

    @wraps(work)
    def done(*given: Given.args, **named: Given.kwargs) -> Gives:
        try:
            return work(*given, **named)
        except (sqlite3.Error, OSError) as error:
            raise MachineFailed(f"The folder of the batch cannot be used ({error}). Make room there.") from error

    return done


class Kept:
    """Texts by key, in a folder of the user's own: names of companies lie nowhere else."""

    @_told
    def __init__(self, folder: Path) -> None:
        handle, name = mkstemp(prefix=NAMES, dir=folder)
        os.close(handle)
        self._file = Path(name)
        self._base = sqlite3.connect(name, isolation_level=None)
        self._base.executescript(_BEGINNING)
        with suppress(PermissionError):  # Windows keeps the name of an open file
            self._file.unlink()  # whatever ends the process ends the file
        self._base.execute("BEGIN")  # for good: nobody else reads it, and nothing is taken back

    @_told
    def put(self, key: str, text: str = "") -> None:
        """Keeps a text, instead of what was kept under the same key."""
        self._base.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (_bytes(key), text))

    @_told
    def get(self, key: str) -> str:
        """The text of a key; empty where there is none."""
        found = self._base.execute("SELECT text FROM kept WHERE key = ?", (_bytes(key),)).fetchone()
        return str(found[0]) if found else ""

    @_told
    def is_new(self, key: str) -> bool:
        """Whether the key was not kept before; from now on it is."""
        return self._base.execute("INSERT OR IGNORE INTO kept VALUES (?, '')", (_bytes(key),)).rowcount > 0

    def keys(self) -> Iterator[str]:
        """All keys, as texts are sorted."""
        following = self._base.execute("SELECT key FROM kept ORDER BY key")
        while rows := _told(following.fetchmany)(1000):
            yield from (_text(key) for (key,) in rows)

    def close(self) -> None:
        """Ends it, and its file."""
        self._base.close()
        self._file.unlink(missing_ok=True)


def swept(folder: Path) -> None:
    """Removes what batches left behind that were ended by force: names of companies are in it."""
    for left in folder.glob(f"{NAMES}*"):
        with suppress(OSError):  # Windows keeps the file of a batch that is still running
            left.unlink()


def in_order(texts: Iterable[str], folder: Path) -> Iterator[str]:
    """Each text once, sorted; many of them by way of a file in a folder."""
    following = iter(texts)
    few = list(islice(following, IN_MEMORY))
    if len(few) < IN_MEMORY:
        yield from sorted(set(few))
        return
    with closing(Kept(folder)) as kept:
        for text in chain(few, following):
            kept.put(text)
        few.clear()
        yield from kept.keys()


def _bytes(text: str) -> bytes:
    """A text as bytes that are sorted as texts are; a name of a file may be no valid one."""
    return text.encode("utf-8", "surrogatepass")


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")
