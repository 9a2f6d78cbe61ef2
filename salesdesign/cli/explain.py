"""`salesdesign explain`: every rule that spoke, with the values that were read."""

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
from salesdesign.errors import BadUsage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from salesdesign.explaining.explanation import Explanation
    from salesdesign.model.pack import Decision, Pack

EXAMPLES = """\b
Examples:
  salesdesign explain acme.yaml
  salesdesign explain acme.yaml --option pod
  salesdesign explain acme.yaml --decision segmentation -o why.md"""


class Format(StrEnum):
    """What an explanation can be rendered as."""

    TERMINAL = "terminal"
    MARKDOWN = "md"
    JSON = "json"


def explain(
    facts: Annotated[Path, options.FACTS],
    output: Annotated[Path | None, options.OUTPUT] = None,
    decision: Annotated[
        str | None, typer.Option("--decision", metavar="ID", help="Explain this decision, not the main one.")
    ] = None,
    option: Annotated[
        str | None, typer.Option("--option", metavar="ID", help="Answer why this option was chosen, or was not.")
    ] = None,
    wanted: Annotated[Format | None, typer.Option("--format", help="Overrules the suffix of FILE.")] = None,
    changes: Annotated[list[str] | None, options.SET] = None,
    weights: Annotated[list[str] | None, options.WEIGHT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Say why: every rule and gate, met or not, with the values that were read.

    The format follows the suffix of FILE: .md or .json, else what the terminal shows.
    """
    from salesdesign.advise import advise, probed
    from salesdesign.engine.compile import compile_pack
    from salesdesign.explaining.explain import explain as explained
    from salesdesign.reporting.view import view_of

    pack = pack_at(rules)
    asked = _decision(decision, pack)
    if option is not None:
        _known("--option", option, [known.id for known in asked.options])
    changed, weighed = changes_of(changes or ()), weights_of(weights or (), pack)
    company, machine = facts_at(facts, pack.catalogue, changed), compile_pack(pack)
    advice = advise(company, pack, machine=machine, weights=weighed, changes=changed)
    advice = probed(advice, company, machine)
    text = _rendered(explained(view_of(advice, pack), asked, option), wanted or _format_of(output), output)
    deliver(text, output)


def _decision(identifier: str | None, pack: "Pack") -> "Decision":
    wanted = pack.main if identifier is None else identifier
    _known("--decision", wanted, [decision.id for decision in pack.decisions])
    return pack.decision(wanted)


def _known(flag: str, name: str, known: "Sequence[str]") -> None:
    if name in known:
        return
    from difflib import get_close_matches

    near = get_close_matches(name, known, n=1)
    mend = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
    raise BadUsage(f"{flag} {name}: There is no such {flag.removeprefix('--')}. {mend}")


def _format_of(output: Path | None) -> Format:
    suffix = output.suffix.lower() if output else ""
    return {".md": Format.MARKDOWN, ".json": Format.JSON}.get(suffix, Format.TERMINAL)


def _rendered(explanation: "Explanation", wanted: Format, output: Path | None) -> str:
    if wanted is Format.JSON:
        import msgspec

        packed = msgspec.json.encode(explanation, order="sorted")
        return json_text(msgspec.json.format(packed, indent=2).decode()) + "\n"
    if wanted is Format.MARKDOWN:
        from salesdesign.explaining.markdown import to_markdown

        return to_markdown(explanation)
    from salesdesign.explaining.terminal import to_terminal
    from salesdesign.reporting.look import PLAIN, look_of

    return to_terminal(explanation, PLAIN if output else look_of(sys.stdout, os.environ))
