"""What a whole process costs, its children among it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent


class Cost(NamedTuple):
    """What a command cost, with all its processes, and what it printed."""

    seconds: float
    """Of the processor."""
    megabytes: float
    """The most memory of the largest process."""
    printed: str


def cost(command: Sequence[str], folder: Path = ROOT, code: int = 0) -> Cost:
    """What a command costs in a folder; ends the run where it ends with another code."""
    with NamedTemporaryFile("r") as told:
        measuring = [sys.executable, "-c", _MEASURE, told.name, *command]
        done = subprocess.run(measuring, capture_output=True, text=True, cwd=folder, env=_ENVIRONMENT, check=False)
        if done.returncode != code:
            raise SystemExit(f"{' '.join(command)} ended with {done.returncode}\n{done.stderr[-2000:]}")
        seconds, kilobytes = map(float, told.read().split())
    return Cost(seconds, kilobytes / 1024, done.stdout)


# By a small process of its own: what the system says of a process may be the memory of the one that started it.
_MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as told:
    print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=told)
sys.exit(code)
"""

_KEPT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
_ENVIRONMENT = {**_KEPT, "PYTHONPATH": str(ROOT)}
"""Modules are compiled once, as on any machine of a user."""


def costs(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, list[float]]:
    """CPU seconds by command, of alternating runs; the first round only warms the disk's cache."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            spent = cost(command).seconds
            if run:
                seconds[name].append(spent)
    return seconds
