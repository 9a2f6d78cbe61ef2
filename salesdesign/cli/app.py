"""The command line as a whole: which commands there are. Each imports what it needs when it is called."""

from typing import Annotated

import typer

from salesdesign import __version__
from salesdesign.cli import check, compare, init, plan, recommend, report, rules, schema, validate, wizard
from salesdesign.cli.streams import say, show
from salesdesign.errors import ExitCode

_SETTINGS = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, context_settings=_SETTINGS)
app.command("recommend", epilog=recommend.EXAMPLES)(recommend.recommend)
app.command("plan", epilog=plan.EXAMPLES)(plan.plan)
app.command("wizard", epilog=wizard.EXAMPLES)(wizard.wizard)
app.command("init", epilog=init.EXAMPLES)(init.init)
app.command("validate", epilog=validate.EXAMPLES)(validate.validate)
app.command("schema", epilog=schema.EXAMPLES)(schema.schema)
app.command("compare", epilog=compare.EXAMPLES)(compare.compare)
app.command("check", epilog=check.EXAMPLES)(check.check)
app.command("report", epilog=report.EXAMPLES)(report.report)
app.add_typer(rules.app, name="rules")


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
