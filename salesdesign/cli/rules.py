"""`salesdesign rules`: look at the rule pack, and check it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.given import cases_at, pack_at
from salesdesign.cli.streams import say, show
from salesdesign.cli.target import deliver
from salesdesign.errors import BadUsage, ExitCode

if TYPE_CHECKING:
    from salesdesign.model.pack import Pack

app = typer.Typer(rich_markup_mode=None)


@app.callback(invoke_without_command=True, epilog="Example: salesdesign rules list")
def rules_group(context: typer.Context) -> None:
    """Look at the rule pack, and check it."""
    if context.invoked_subcommand is None:
        say(context.get_help())
        raise typer.Exit(ExitCode.INPUT)


@app.command("list", epilog="Example: salesdesign rules list | grep pod")
def list_rules(rules: Annotated[Path | None, options.RULES] = None) -> None:
    """List every rule and gate.

    One a line: decision, criterion, id, what it asks, what it gives.
    """
    from salesdesign.cli.listing import listing

    show(listing(pack_at(rules)))


@app.command("show", epilog="Example: salesdesign rules show relationship-sector")
def show_entry(
    id_: Annotated[str, typer.Argument(metavar="ID", help="Of a rule, gate, criterion, option, claim or benchmark.")],
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
    show(found())


@app.command("test", epilog="Example: salesdesign rules test cases/")
def run_cases(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Case files, or folders.")] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> ExitCode:
    """Run cases against the rules.

    A case is a company with the answer that is expected. Without PATH the pack's own are run.
    Ends with 1 when an answer is another one.
    """
    from salesdesign.cases.run import run_all, untried
    from salesdesign.wording.numbers import counted

    pack = pack_at(rules)
    cases = cases_at(paths or (), rules)
    failures = run_all(cases, pack)
    for failure in failures:
        show(f"{failure}\n")
    for case in cases:
        for open_ in untried(case):
            say(f"{case.file}:{case.line}: {case.id}: {open_}")
    say(f"{counted(len(cases), 'case')}, {counted(len(failures), 'answer')} other than expected")
    return ExitCode.GATE if failures else ExitCode.DONE


@app.command("lint", epilog="Example: salesdesign rules lint --rules my-rules")
def lint_pack(rules: Annotated[Path | None, options.RULES] = None) -> ExitCode:
    """Look for doubtful rules.

    They are valid and yet probably not what was meant. Ends with 1 when there are any.
    """
    from salesdesign.pack.lint import lint
    from salesdesign.wording.numbers import counted

    findings = lint(pack_at(rules))
    for finding in findings:
        show(f"{finding}\n")
    say(counted(len(findings), "finding"))
    return ExitCode.GATE if findings else ExitCode.DONE


@app.command("evidence", epilog="Example: salesdesign rules evidence -o docs/evidence.md")
def evidence_page(
    output: Annotated[Path | None, options.OUTPUT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Show where each claim is used.

    A page in Markdown: every claim of the sources, and its places in the rule pack.
    """
    from salesdesign.pack.homes import evidence_page as page_of

    deliver(page_of(pack_at(rules)), output)


def _nothing_called(id_: str, pack: "Pack") -> str:
    from difflib import get_close_matches

    from salesdesign.cli.entry import entries

    near = get_close_matches(id_, entries(pack), n=1)
    mend = f"Did you mean {near[0]}?" if near else "See: salesdesign rules list"
    return f"{id_}: The rule pack has nothing of this id. {mend}"
