"""The programs that the checks of this folder need: where they are, and what happens where one is missing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent
PACKAGES = FOLDER / "node_modules"
REQUIRE_ALL = "SALESDESIGN_REQUIRE_ALL"
"""Set to 1 where everything is to be there: a missing program is a failure then."""


def program(name: str) -> str:
    """Where a program is; the test is skipped, or fails, where it is not there."""
    found = shutil.which(name)
    return found if found else _missing(name)


def package(path: str) -> str:
    """Where a file of an installed package is; the test is skipped, or fails, where it is not there."""
    found = PACKAGES / path
    return str(found) if found.is_file() else _missing(path)


def output(*command: str, allow: tuple[int, ...] = (0,)) -> str:
    """What a command says; exit codes that are not allowed fail the test, with what it said."""
    done = subprocess.run(command, cwd=FOLDER, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in allow, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _missing(name: str) -> str:
    reason = f"{name} is missing: run tests/browser/install.sh"
    if os.environ.get(REQUIRE_ALL) == "1":
        pytest.fail(reason)
    pytest.skip(reason)
