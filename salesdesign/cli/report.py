"""`salesdesign report`: the reports that are committed beside the facts, written or checked."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.given import pack_at, templates_at
from salesdesign.cli.streams import say, show_lines
from salesdesign.errors import BadInput, BadUsage, ExitCode, MachineFailed

if TYPE_CHECKING:
    from collections.abc import Callable

    from salesdesign.cli.committed import Press
    from salesdesign.cli.policies import Held
    from salesdesign.policy.subject import CommittedReport

EXAMPLES = """\b
Examples:
  salesdesign report
  salesdesign report --check
  salesdesign report companies/acme.yaml --policy salesdesign.toml

The policy says which reports there are:
  [[reports]]
  facts = "companies/*.yaml"
  report = "reports/{name}.md\""""


def report(
    facts: Annotated[
        list[Path] | None, typer.Argument(metavar="FACTS", help="Only the reports of these files.")
    ] = None,
    check: Annotated[bool, typer.Option("--check", help="Write nothing; end with 1 when a report is stale.")] = False,
    fail_on_change: Annotated[
        bool, typer.Option("--fail-on-change", help="End with 1 when a report had to be written; for a git hook.")
    ] = False,
    policy: Annotated[Path | None, typer.Option(metavar="FILE", help="The policy; else the nearest above.")] = None,
    rules: Annotated[Path | None, options.RULES] = None,
    templates: Annotated[Path | None, options.TEMPLATES] = None,
) -> ExitCode:
    """Write the reports that the policy names.

    Only those that are not what the facts give. The same facts and rules give the same bytes everywhere.
    """
    from salesdesign.cli.committed import Press
    from salesdesign.cli.facts_files import facts_files
    from salesdesign.cli.policies import policies
    from salesdesign.engine.compile import compile_pack

    holding = policies(policy, ())
    pack = pack_at(rules)
    press = Press(pack=pack, machine=compile_pack(pack), templates=templates_at(templates))
    wanted = [(file, holding(file)) for file in facts_files(facts or ())] or _all(holding(Path("facts")))
    act = _tell if check else _write
    codes = [_each(file, held, press, act) for file, held in wanted]
    if not any(count for _, count, _ in codes):
        say("There is no report to look at: no facts that the policy speaks of.")
    worst = max((code for code, _, _ in codes), default=ExitCode.DONE)
    return max(worst, _gate(codes, fails=check or fail_on_change))


def _gate(ends: "list[tuple[ExitCode, int, int]]", *, fails: bool) -> ExitCode:
    """1 where a stale report matters, and where there was none to look at."""
    looked, stale = sum(count for _, count, _ in ends), sum(count for _, _, count in ends)
    return ExitCode.GATE if not looked or (stale and fails) else ExitCode.DONE


def _all(held: "Held") -> "list[tuple[Path, Held]]":
    if not held.policy.reports:
        raise BadUsage("No policy here names reports. Add [[reports]] to salesdesign.toml; --help shows how.")
    return [(file, held) for file in held.reports]


def _each(
    file: Path, held: "Held", press: "Press", act: "Callable[[CommittedReport, Path], None]"
) -> tuple[ExitCode, int, int]:
    """How one facts file came out: its exit code, how many reports it has, and how many were stale."""
    from salesdesign.cli.committed import committed
    from salesdesign.policy.checks.reports import stale

    try:
        reports = committed(file, held, press)
        old = [found for found in reports if stale(found)]
        for found in old:
            act(found, held.root / found.path)
    except (BadInput, MachineFailed) as error:
        say(str(error))
        return error.exit_code, 1, 0
    return ExitCode.DONE, len(reports), len(old)


def _tell(found: "CommittedReport", _: Path) -> None:
    from salesdesign.policy.checks.reports import stale

    fault = stale(found)
    if fault:
        show_lines(f"{fault.found} {fault.mend}\n")


def _write(found: "CommittedReport", path: Path) -> None:
    from salesdesign.cli.files import write_whole

    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, found.wanted)
    say(f"Wrote {found.path}.")
