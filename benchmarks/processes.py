"""What a whole process costs, its children among it."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def cost(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds of a command with all its processes, and the megabytes of the largest of them."""
    measuring = [sys.executable, "-c", _MEASURE, *command]
    done = subprocess.run(measuring, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=_ENVIRONMENT, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}")
    seconds, kilobytes = map(float, done.stdout.split())
    return seconds, kilobytes / 1024


# By a small process of its own: what the system says of a process may be the memory of the one that started it.
_MEASURE = """
import resource, subprocess, sys
quiet = subprocess.DEVNULL
code = subprocess.run(sys.argv[1:], stdin=quiet, stdout=quiet, stderr=quiet).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
sys.exit(code)
"""

_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as on any machine of a user."""


def costs(commands: Mapping[str, Sequence[str]], runs: int) -> dict[str, list[float]]:
    """CPU seconds by command, of alternating runs; the first round only warms the disk's cache."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            spent, _ = cost(command)
            if run:
                seconds[name].append(spent)
    return seconds
