"""`salesdesign init`: a commented facts file to fill in."""

from pathlib import Path
from typing import Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.given import catalogue_at
from salesdesign.cli.target import deliver
from salesdesign.errors import BadUsage

EXAMPLES = """\b
Examples:
  salesdesign init acme.yaml
  salesdesign init > acme.yaml"""


def init(
    facts: Annotated[
        Path | None, typer.Argument(metavar="FACTS", help="The file to write; without it, standard output.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Write a facts file to fill in.

    It holds every question as a comment. Answer what you know, and leave out the rest.
    """
    from salesdesign.facts.starter import starter_file

    if facts is not None and facts.exists() and not force:
        raise BadUsage(f"{facts}: The file is there already. Name another one, or replace it with --force.")
    deliver(starter_file(catalogue_at(rules), None), facts)
