"""What one recommendation costs beside an interpreter that imports the same libraries and parses the same file.

Prints a table of CPU seconds (user and system, of whole processes): medians over alternating runs, with ratios
within this run.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BARE = "import typer, rich.console, yaml, jinja2.sandbox, msgspec; yaml.load(open({facts!r}, 'rb'), yaml.CSafeLoader)"
FORMATS = ("json", "md", "html", "terminal")


def main() -> None:
    """Measure every format against the bare interpreter and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=Path, default=ROOT / "examples" / "stalled-islands.yaml")
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    commands = {"bare interpreter": [sys.executable, "-c", BARE.format(facts=str(given.facts))]}
    for name in FORMATS:
        commands[f"recommend, {name}"] = [
            *(sys.executable, "-m", "salesdesign", "recommend"),
            *(str(given.facts), "--format", name),
        ]
    medians = _medians(commands, given.runs)
    bare = medians["bare interpreter"]
    print(f"{'command':24} {'CPU s':>8} {'ratio':>7}")
    for name, seconds in medians.items():
        print(f"{name:24} {seconds:8.3f} {seconds / bare:7.2f}")


def _medians(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            spent = _cpu_seconds(command)
            if run:  # the first round only warms the disk's cache
                seconds[name].append(spent)
    return {name: statistics.median(values) for name, values in seconds.items()}


def _cpu_seconds(command: Sequence[str]) -> float:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
