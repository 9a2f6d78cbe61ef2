"""What starting the command costs beside an interpreter that imports Typer: medians of CPU seconds."""

import argparse
import sys

from processes import medians

BOUND = 1.3


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    given = parser.parse_args()
    command = [sys.executable, "-m", "salesdesign"]
    found = medians(
        {
            "import typer": [sys.executable, "-c", "import typer"],
            "salesdesign --version": [*command, "--version"],
            "salesdesign --help": [*command, "--help"],
        },
        given.runs,
    )
    first = found["import typer"]
    print(f"{'command':26} {'CPU s':>8} {'ratio':>7}   (bound: {BOUND})")
    for name, seconds in found.items():
        print(f"{name:26} {seconds:8.3f} {seconds / first:7.2f}")


if __name__ == "__main__":
    main()
