"""`salesdesign compare`: two companies, or two versions of one, side by side."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.characters import json_text
from salesdesign.cli import options
from salesdesign.cli.given import changes_of, pack_at, weights_of
from salesdesign.cli.target import deliver

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdesign.comparing.differences import Comparison

EXAMPLES = """\b
Examples:
  salesdesign compare last-year.yaml acme.yaml
  salesdesign compare main:companies/acme.yaml companies/acme.yaml
  salesdesign compare acme.yaml acme.yaml --set headcount.sellers=14"""

_FACTS = "A facts file; REVISION:PATH reads it from git, - reads standard input."


class Format(StrEnum):
    """What a comparison can be rendered as."""

    TERMINAL = "terminal"
    MARKDOWN = "md"
    JSON = "json"


def compare(
    before: Annotated[str, typer.Argument(metavar="A", help=_FACTS)],
    after: Annotated[str, typer.Argument(metavar="B", help=_FACTS)],
    output: Annotated[Path | None, options.OUTPUT] = None,
    wanted: Annotated[Format | None, typer.Option("--format", help="Overrules the suffix of FILE.")] = None,
    changes: Annotated[
        list[str] | None, typer.Option("--set", metavar="FACT=VALUE", help="Replace a fact of B.")
    ] = None,
    weights: Annotated[list[str] | None, options.WEIGHT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
    no_plan: Annotated[bool, options.NO_PLAN] = False,
) -> None:
    """Say why two advices differ.

    Two companies, or two versions of one: which facts differ, which rules speak differently because of it, how the net
    points, the choice, the plan and the road ahead move, what tipped it, and which facts decided.
    """
    from salesdesign.advise import advise
    from salesdesign.cli.revisions import company_at
    from salesdesign.comparing.compare import compare as compared
    from salesdesign.comparing.state import State, both_planned
    from salesdesign.engine.compile import compile_pack

    pack = pack_at(rules)
    machine, weighed, changed = compile_pack(pack), weights_of(weights or (), pack), changes_of(changes or ())

    def state(named: str, changed: "Mapping[str, str]") -> State:
        company = company_at(named, pack.catalogue, changed)
        return State(company=company, advice=advise(company, pack, machine=machine, weights=weighed, changes=changed))

    sides = state(before, {}), state(after, changed)
    if not no_plan:
        sides = both_planned(*sides, machine)
    deliver(_rendered(compared(*sides, machine), (before, after), wanted or _format_of(output)), output)


def _format_of(output: Path | None) -> Format:
    suffix = output.suffix.lower() if output else ""
    return {".md": Format.MARKDOWN, ".json": Format.JSON}.get(suffix, Format.TERMINAL)


def _rendered(comparison: "Comparison", headings: tuple[str, str], wanted: Format) -> str:
    if wanted is Format.JSON:
        import msgspec

        return json_text(msgspec.json.format(msgspec.json.encode(comparison, order="sorted"), indent=2).decode()) + "\n"
    if wanted is Format.MARKDOWN:
        from salesdesign.comparing.markdown import to_markdown

        return to_markdown(comparison, headings)
    from salesdesign.comparing.terminal import to_terminal

    return to_terminal(comparison, headings, sys.stdout.encoding or "utf-8")
