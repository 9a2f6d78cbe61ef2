"""`salesdesign schema`: JSON Schemas for editors and for programs that read an advice."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from salesdesign.characters import json_text
from salesdesign.cli import options
from salesdesign.cli.given import catalogue_at
from salesdesign.cli.target import deliver

EXAMPLES = """\b
Examples:
  salesdesign schema facts -o facts.schema.json
  salesdesign schema advice
  salesdesign schema policy
  salesdesign schema pack --rules my-rules -o pack.schema.json"""


class Subject(StrEnum):
    """What there is a schema of."""

    FACTS = "facts"
    ADVICE = "advice"
    POLICY = "policy"
    PACK = "pack"


def schema(
    subject: Annotated[Subject, typer.Argument(metavar="facts|advice|policy|pack", help="What to describe.")],
    output: Annotated[Path | None, options.OUTPUT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Print a JSON Schema.

    It follows draft 2020-12. An editor with a YAML language server completes and checks a facts file that begins with
    "# yaml-language-server: $schema=facts.schema.json".
    """
    from json import dumps

    deliver(json_text(dumps(_described(subject, rules), indent=2, ensure_ascii=False)) + "\n", output)


def _described(subject: Subject, rules: Path | None) -> object:
    match subject:
        case Subject.FACTS:
            return _facts_schema(rules)
        case Subject.PACK:
            return _pack_schema(rules)
        case Subject.ADVICE:
            return _advice_schema()
        case Subject.POLICY:
            return _policy_schema()


def _facts_schema(rules: Path | None) -> object:
    from salesdesign.facts.schema import facts_schema

    return facts_schema(catalogue_at(rules))


def _advice_schema() -> object:
    from salesdesign.reporting.schema import advice_schema

    return advice_schema()


def _policy_schema() -> object:
    from salesdesign.policy.keys import policy_schema

    return policy_schema()


def _pack_schema(rules: Path | None) -> object:
    from salesdesign.cli.given import pack_at
    from salesdesign.pack.schema import pack_schema

    return pack_schema(pack_at(rules))
