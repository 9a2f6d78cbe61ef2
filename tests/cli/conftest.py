"""Runs the command line as the console script does, inside the test's own process and folder."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from salesdesign.cli.run import run

FACTS = "company:\n  name: Acme\nheadcount:\n  sellers: 10\ncurrent:\n  structure: island\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended."""

    code: int
    printed: str
    said: str


Command = Callable[..., Ended]


@pytest.fixture
def salesdesign(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command line and returns how it ended."""

    def call(*arguments: str | Path) -> Ended:
        code = run([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return Ended(code=int(code), printed=written.out, said=written.err)

    return call


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def acme(folder: Path) -> Path:
    """A facts file with nothing wrong in it."""
    path = folder / "acme.yaml"
    path.write_text(FACTS)
    return path
