"""What starting the command costs beside an interpreter that imports Typer."""

import argparse
import sys
from collections.abc import Iterator

from measured import Table, compared
from processes import costs

SAID = "Whole processes, medians of alternating runs. The bound is 1.3."


def tables(runs: int = 15) -> Iterator[Table]:
    """The costs of `--version` and `--help`."""
    command = [sys.executable, "-m", "salesdesign"]
    commands = {
        "`python -c 'import typer'`": [sys.executable, "-c", "import typer"],
        "`salesdesign --version`": [*command, "--version"],
        "`salesdesign --help`": [*command, "--help"],
    }
    yield compared("Start", SAID, costs(commands, runs))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    for table in tables(parser.parse_args().runs):
        print(table.text())
