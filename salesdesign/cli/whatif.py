"""`salesdesign whatif`: where the advice turns while a fact moves."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.characters import json_text
from salesdesign.cli import options
from salesdesign.cli.given import changes_of, facts_at, pack_at, weights_of
from salesdesign.cli.target import deliver

if TYPE_CHECKING:
    from salesdesign.varying.variation import Variation

EXAMPLES = """\b
Examples:
  salesdesign whatif acme.yaml --vary headcount.sellers=2..60
  salesdesign whatif acme.yaml --vary deal.value=5000..80000 -o deals.html
  salesdesign whatif acme.yaml --vary headcount.sellers=2..60 --vary culture.style=1..5
  salesdesign whatif acme.yaml --vary current.structure"""


class Format(StrEnum):
    """What a variation can be rendered as."""

    TERMINAL = "terminal"
    HTML = "html"
    CSV = "csv"
    JSON = "json"


def whatif(
    facts: Annotated[Path, options.FACTS],
    vary: Annotated[
        list[str],
        typer.Option("--vary", metavar="FACT=LOW..HIGH", help="The fact to move; twice for a map of who wins where."),
    ],
    output: Annotated[Path | None, options.OUTPUT] = None,
    wanted: Annotated[Format | None, typer.Option("--format", help="Overrules the suffix of FILE.")] = None,
    changes: Annotated[list[str] | None, options.SET] = None,
    weights: Annotated[list[str] | None, options.WEIGHT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Say where the advice turns while a fact moves.

    The format follows the suffix of FILE: .html, .csv or .json, else what the terminal shows. A choice, a yes and no
    and a scale are varied over their values: --vary FACT alone takes all of them.
    """
    from salesdesign.advise import advise
    from salesdesign.engine.compile import compile_pack
    from salesdesign.reporting.phrasing import changed_text
    from salesdesign.reporting.view import view_of
    from salesdesign.varying.asked import asked_of
    from salesdesign.varying.vary import Varied
    from salesdesign.varying.vary import vary as varied

    pack = pack_at(rules)
    asked = asked_of(vary, pack.catalogue)
    changed, weighed = changes_of(changes or ()), weights_of(weights or (), pack)
    company, machine = facts_at(facts, pack.catalogue, changed), compile_pack(pack)
    advice = advise(company, pack, machine=machine, weights=weighed, changes=changed)
    found = varied(
        Varied(
            view=view_of(advice, pack),
            company=company,
            machine=machine,
            asked=asked,
            changed=changed_text(advice.changes),
        )
    )
    deliver(_rendered(found, wanted or _format_of(output), output), output)


def _format_of(output: Path | None) -> Format:
    suffix = output.suffix.lower() if output else ""
    return {".html": Format.HTML, ".csv": Format.CSV, ".json": Format.JSON}.get(suffix, Format.TERMINAL)


def _rendered(variation: "Variation", wanted: Format, output: Path | None) -> str:
    if wanted is Format.JSON:
        import msgspec

        return json_text(msgspec.json.format(msgspec.json.encode(variation, order="sorted"), indent=2).decode()) + "\n"
    if wanted is Format.CSV:
        from salesdesign.varying.csv import to_csv

        return to_csv(variation)
    if wanted is Format.HTML:
        from salesdesign.varying.html import to_html

        return to_html(variation)
    from salesdesign.reporting.look import PLAIN, look_of
    from salesdesign.varying.terminal import to_terminal

    return to_terminal(variation, PLAIN if output else look_of(sys.stdout, os.environ))
