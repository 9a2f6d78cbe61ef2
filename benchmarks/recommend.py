"""What one recommendation costs beside an interpreter that imports the same libraries and parses the same file."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from measured import Table, compared
from processes import ROOT, costs

SAID = (
    "Whole processes, medians of alternating runs, for one example company. The first line imports Typer, Rich, "
    "PyYAML, Jinja and msgspec and parses the facts; the second parses the rule pack, too, with libyaml. The third "
    "reads the same files, decides, and writes the JSON, without probing: it is to become 1.5 times one that "
    "parses the same YAML. The others are the command itself, with probing; the last also makes the plan."
)
FORMATS = ("json", "md", "html", "terminal")
_BARE = """
import typer, rich.console, yaml, jinja2.sandbox, msgspec
for path in {paths!r}:
    with open(path, "rb") as file:
        yaml.load(file, yaml.CSafeLoader)
"""
_DECIDED = """
import gc; gc.set_threshold(100_000, 50, 100)
import typer, rich.console, jinja2.sandbox
from salesdesign.cli.given import facts_at, pack_at
from salesdesign.advise import advise
from salesdesign.reporting.advice_json import advice_json
from pathlib import Path
pack = pack_at(None)
advice_json(advise(facts_at(Path({facts!r}), pack.catalogue, {{}}), pack))
"""


def tables(runs: int = 9, facts: Path = ROOT / "examples" / "stalled-islands.yaml") -> Iterator[Table]:
    """The costs of every format."""
    command = [sys.executable, "-m", "salesdesign", "recommend", str(facts)]
    pack = [path for path in sorted((ROOT / "rules").rglob("*.yaml")) if path.parent.name != "tests"]
    commands = {
        "a bare interpreter": [sys.executable, "-c", _BARE.format(paths=[str(facts)])],
        "one that parses the pack, too": [sys.executable, "-c", _BARE.format(paths=[str(facts), *map(str, pack)])],
        "the decisions as JSON, unprobed": [sys.executable, "-c", _DECIDED.format(facts=str(facts))],
        **{f"`recommend --no-plan --format {name}`": [*command, "--no-plan", "--format", name] for name in FORMATS},
        "`recommend --format json`": [*command, "--format", "json"],
    }
    yield compared("One recommendation", SAID, costs(commands, runs))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=9)
    for table in tables(parser.parse_args().runs):
        print(table.text())
