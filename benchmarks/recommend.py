"""What one recommendation costs beside an interpreter that imports the same libraries and parses the same file."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from measured import Table, compared
from processes import ROOT, costs

SAID = (
    "Whole processes, medians of alternating runs, for one example company. The first line imports Typer, Rich, "
    "PyYAML, Jinja and msgspec and parses the same YAML. The second reads the rule pack and the facts, decides, "
    "and writes the JSON, without probing: it is to become 1.5. The others are the command itself, with probing; the "
    "last also makes the plan."
)
FORMATS = ("json", "md", "html", "terminal")
_BARE = "import typer, rich.console, yaml, jinja2.sandbox, msgspec; yaml.load(open({facts!r}, 'rb'), yaml.CSafeLoader)"
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
    commands = {
        "a bare interpreter": [sys.executable, "-c", _BARE.format(facts=str(facts))],
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
