"""The command line as a whole: which commands there are. Each imports what it needs when it is called."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

import typer

from salesdesign import __version__
from salesdesign.cli.lazy import LazyGroup
from salesdesign.cli.streams import say, show
from salesdesign.errors import ExitCode

_SETTINGS = {"help_option_names": ["-h", "--help"]}


class Commands(LazyGroup):
    """What the program can do."""

    helps: ClassVar[Mapping[str, str]] = {
        "recommend": "Recommend how to organise a sales team.",
        "wizard": "Ask for the facts, and recommend.",
        "batch": "Decide for many companies.",
        "plan": "Plan people, time and money for the recommended structure.",
        "explain": "Say why: every rule and gate, met or not, with the values that were read.",
        "whatif": "Say where the advice turns while a fact moves.",
        "compare": "Say why two advices differ.",
        "check": "Check facts against a policy, for CI.",
        "report": "Write the reports that the policy names.",
        "init": "Write a facts file to fill in.",
        "validate": "List every problem in facts files.",
        "schema": "Print a JSON Schema.",
        "rules": "Look at the rule pack, and check it.",
    }


app = typer.Typer(cls=Commands, rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=_SETTINGS)


@app.callback(invoke_without_command=True, epilog="Example: salesdesign recommend acme.yaml -o acme.html")
def salesdesign(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> ExitCode | None:
    """Read the facts of a company and recommend how to organise its sales team."""
    if version:
        show(f"salesdesign {__version__}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise typer.Exit(ExitCode.INPUT)
    return None
