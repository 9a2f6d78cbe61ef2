"""`salesdesign recommend`: one company's facts in, one advice out."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.given import changes_of, facts_at, pack_at, templates_at, weights_of
from salesdesign.cli.target import Format, Target, deliver, deliver_pdf, deliver_slides, target_of

if TYPE_CHECKING:
    from salesdesign.model.advice import Advice
    from salesdesign.model.pack import Pack

EXAMPLES = """\b
Examples:
  salesdesign recommend acme.yaml
  salesdesign recommend acme.yaml -o acme.html
  salesdesign recommend acme.yaml --no-plan
  salesdesign recommend acme.yaml -o acme.pptx
  salesdesign recommend acme.yaml --set headcount.sellers=14 --weight relationship=1
  salesdesign recommend - --format json < acme.yaml"""


def recommend(
    facts: Annotated[Path, options.FACTS],
    output: Annotated[Path | None, options.OUTPUT] = None,
    wanted: Annotated[Format | None, typer.Option("--format", help="Overrules the suffix of FILE.")] = None,
    changes: Annotated[list[str] | None, options.SET] = None,
    weights: Annotated[list[str] | None, options.WEIGHT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
    templates: Annotated[Path | None, options.TEMPLATES] = None,
    no_plan: Annotated[
        bool, typer.Option("--no-plan", help="Leave out people, time and money: a quicker answer.")
    ] = False,
) -> None:
    """Recommend how to organise a sales team.

    One company's facts in, one advice out, with its reasons. The format follows the suffix of FILE: .md, .html,
    .json, .pptx for slides, .txt for what the terminal shows, or .pdf, which the Chromium, Chrome or Edge that is there
    prints.
    """
    from salesdesign.advise import advise, completed, probed
    from salesdesign.engine.compile import compile_pack

    target = target_of(output, wanted)
    changed = changes_of(changes or ())
    pack = pack_at(rules)
    company = facts_at(facts, pack.catalogue, changed)
    machine = compile_pack(pack)
    advice = advise(company, pack, machine=machine, weights=weights_of(weights or (), pack), changes=changed)
    advice = probed(advice, company, machine)
    if not no_plan:
        advice = completed(advice, company, machine)
    _deliver(advice, pack, target, templates_at(templates))


def _deliver(advice: "Advice", pack: "Pack", target: Target, templates: Path | None) -> None:
    """Write the advice in its format; what others need is neither imported nor made."""
    match target.format:
        case Format.SLIDES:
            deliver_slides(advice, pack, target.file)
        case Format.JSON:
            from salesdesign.reporting.advice_json import advice_json

            deliver(advice_json(advice), target.file)
        case Format.TERMINAL:
            from salesdesign.reporting.look import PLAIN, look_of
            from salesdesign.reporting.short import build_short
            from salesdesign.reporting.terminal import to_terminal

            look = PLAIN if target.file else look_of(sys.stdout, os.environ)
            deliver(to_terminal(build_short(advice, pack), look), target.file)
        case Format.PDF:
            deliver_pdf(_rendered(advice, pack, "html", templates), target.file)
        case whole:
            deliver(_rendered(advice, pack, whole, templates), target.file)


def _rendered(advice: "Advice", pack: "Pack", wanted: str, templates: Path | None) -> str:
    from salesdesign.reporting.build import build
    from salesdesign.reporting.render import render

    return render(build(advice, pack), wanted, templates)
