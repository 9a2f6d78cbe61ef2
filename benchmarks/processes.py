"""What a whole process costs, its children among it."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def cost(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds of a command with all its processes, and the megabytes of the largest of them."""
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
        env=_ENVIRONMENT,
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


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
