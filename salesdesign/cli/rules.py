"""`salesdesign rules`: look at the rule pack, and check it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.cli import options, rules_change, rules_checks, rules_pages, sql
from salesdesign.cli.given import pack_at
from salesdesign.cli.kinds import Listed
from salesdesign.cli.streams import say, show_lines
from salesdesign.errors import BadUsage, ExitCode

if TYPE_CHECKING:
    from salesdesign.model.pack import Pack

app = typer.Typer(rich_markup_mode=None)

LIST_EXAMPLES = """\b
Examples:
  salesdesign rules list | grep pod
  salesdesign rules list practices"""


@app.callback(invoke_without_command=True, epilog="Example: salesdesign rules list")
def rules_group(context: typer.Context) -> None:
    """Look at the rule pack, and check it."""
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise typer.Exit(ExitCode.INPUT)


@app.command("list", epilog=LIST_EXAMPLES)
def list_rules(
    kind: Annotated[Listed, typer.Argument(metavar="KIND", help="What to list.")] = Listed.RULES,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """List the rules and gates, or all of another kind.

    One a line. A rule comes with its decision, criterion and id, what it asks, and what it gives. Other kinds are
    decisions, criteria, options, facts, practices, risks, actions, triggers, roles, claims, benchmarks and words.
    """
    from salesdesign.cli.listing import listing

    show_lines(listing(pack_at(rules), kind))


@app.command("show", epilog="Example: salesdesign rules show relationship-sector")
def show_entry(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Of anything that `rules list` lists.")],
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Show one entry in full.

    A rule, for example, with its reason and what its sources say.
    """
    from salesdesign.cli.entry import entries

    pack = pack_at(rules)
    found = entries(pack).get(id_)
    if found is None:
        raise BadUsage(_nothing_called(id_, pack))
    show_lines(found())


app.command("lint", epilog=rules_checks.LINT_EXAMPLES)(rules_checks.lint_pack)
app.command("test", epilog=rules_checks.TEST_EXAMPLE)(rules_checks.run_cases)
app.command("coverage", epilog=rules_checks.COVERAGE_EXAMPLES)(rules_checks.show_coverage)
app.command("new", epilog=rules_change.NEW_EXAMPLES)(rules_change.new_pack)
app.command("diff", epilog=rules_change.DIFF_EXAMPLES)(rules_change.diff)
app.command("docs", epilog=rules_pages.DOCS_EXAMPLES)(rules_pages.docs)
app.command("sql", epilog=sql.EXAMPLES)(sql.sql)
app.command("evidence", epilog=rules_pages.EVIDENCE_EXAMPLE)(rules_pages.evidence)


def _nothing_called(id_: str, pack: "Pack") -> str:
    from difflib import get_close_matches

    from salesdesign.cli.entry import entries

    near = get_close_matches(id_, entries(pack), n=1)
    mend = f"Did you mean {near[0]}?" if near else "`salesdesign rules list KIND` has all ids of a kind."
    return f"{id_}: The rule pack has nothing of this id. {mend}"
