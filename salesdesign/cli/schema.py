"""`salesdesign schema`: JSON Schemas for editors and for programs that read an advice."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.given import catalogue_at
from salesdesign.cli.target import deliver

EXAMPLES = """\b
Examples:
  salesdesign schema facts -o facts.schema.json
  salesdesign schema advice"""


class Subject(StrEnum):
    """What there is a schema of."""

    FACTS = "facts"
    ADVICE = "advice"


def schema(
    subject: Annotated[Subject, typer.Argument(metavar="facts|advice", help="What to describe.")],
    output: Annotated[Path | None, options.OUTPUT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Print a JSON Schema.

    It follows draft 2020-12. An editor with a YAML language server completes and checks a facts file that begins with
    "# yaml-language-server: $schema=facts.schema.json".
    """
    from json import dumps

    described = _facts_schema(rules) if subject is Subject.FACTS else _advice_schema()
    deliver(dumps(described, indent=2, ensure_ascii=False) + "\n", output)


def _facts_schema(rules: Path | None) -> object:
    from salesdesign.facts.schema import facts_schema

    return facts_schema(catalogue_at(rules))


def _advice_schema() -> object:
    from salesdesign.reporting.schema import advice_schema

    return advice_schema()
