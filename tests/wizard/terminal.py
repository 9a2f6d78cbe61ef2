"""A person at a real pseudo-terminal: keys go in, and what is on the screen comes out."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from time import monotonic

import pexpect  # type: ignore[import-untyped]  # it has no types of its own
import pyte

PATIENCE = 20.0
"""Seconds until a screen that does not come is given up."""

UP, DOWN, LEFT = "\x1b[A", "\x1b[B", "\x1b[D"


class Terminal:
    """The wizard in a terminal of some size."""

    def __init__(
        self, folder: Path, *arguments: str, size: tuple[int, int] = (24, 80), also: Mapping[str, str] | None = None
    ) -> None:
        rows, columns = size
        environment = {**os.environ, "TERM": "xterm-256color", **(also or {})}
        environment.pop("NO_COLOR", None) if "NO_COLOR" not in (also or {}) else None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self.raw = ""
        self._child = pexpect.spawn(
            sys.executable,
            ["-m", "salesdesign", "wizard", *arguments],
            cwd=str(folder),
            dimensions=size,
            encoding="utf-8",
            env=environment,
        )

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display).strip("\n")

    def see(self, *texts: str) -> "Terminal":
        """Wait until all the texts are on the screen."""
        return self._wait(lambda: all(text in self.shown for text in texts), " and ".join(texts))

    def see_beside(self, *texts: str) -> "Terminal":
        """Wait until all the texts are on one line of the screen."""

        def holds() -> bool:
            return any(all(text in line for text in texts) for line in self.shown.splitlines())

        return self._wait(holds, " beside ".join(texts))

    def type(self, text: str) -> "Terminal":
        """Press keys, without Enter."""
        self._child.send(text)
        return self

    def enter(self, text: str = "") -> "Terminal":
        """Press keys, then Enter."""
        return self.type(f"{text}\r")

    def resize(self, rows: int, columns: int) -> "Terminal":
        """Another size of the terminal."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)
        return self

    def end(self) -> int:
        """Wait until the program ends; its exit code."""
        self._wait(lambda: not self._child.isalive(), "the end")
        self._child.close()
        code = self._child.exitstatus
        return -1 if code is None else code

    def hang_up(self) -> None:
        """Close the terminal's window."""
        self._child.close(force=True)

    def _wait(self, holds: Callable[[], bool], what: str) -> "Terminal":
        until = monotonic() + PATIENCE
        while not holds():
            self._read()
            assert monotonic() < until, f"no sign of {what!r} on:\n{self.shown}"
        return self

    def _read(self) -> None:
        try:
            text = self._child.read_nonblocking(65536, timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.raw += text
        self._stream.feed(text)
