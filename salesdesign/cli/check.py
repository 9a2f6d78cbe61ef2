"""`salesdesign check`: whether the organisation still matches its facts."""

from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.files import check_target
from salesdesign.cli.given import changes_of, pack_at, templates_at, weights_of
from salesdesign.cli.streams import show
from salesdesign.cli.target import deliver
from salesdesign.errors import BadUsage, ExitCode

EXAMPLES = """\b
Examples:
  salesdesign check companies/
  salesdesign check companies/*.yaml --format github --summary "$GITHUB_STEP_SUMMARY"
  salesdesign check acme.yaml --against main -o check.sarif -o check.xml
  salesdesign check acme.yaml --config margin=12 --config severity.facts-old=error
  salesdesign check companies/ --baseline accepted.json --write-baseline"""


class Format(StrEnum):
    """What the outcome can be told as."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    MARKDOWN = "md"


def check(
    facts: Annotated[
        list[Path], typer.Argument(metavar="FACTS...", help="Facts files, or folders; - reads standard input.")
    ],
    wanted: Annotated[Format, typer.Option("--format", help="What standard output gets.")] = Format.TEXT,
    outputs: Annotated[
        list[Path] | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write it there too: .txt .json .sarif .xml .md; repeatable."
        ),
    ] = None,
    summary: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a Markdown summary there.")] = None,
    against: Annotated[str | None, typer.Option(metavar="REF", help="Say what changed since a git revision.")] = None,
    policy: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The policy; else the nearest above the facts.")
    ] = None,
    config: Annotated[
        list[str] | None, typer.Option(metavar="KEY=VALUE", help="Replace one key of the policy; repeatable.")
    ] = None,
    baseline: Annotated[Path | None, typer.Option(metavar="FILE", help="Accepted findings.")] = None,
    write_baseline: Annotated[bool, typer.Option("--write-baseline", help="Accept what is found now.")] = False,
    no_plan: Annotated[bool, typer.Option("--no-plan", help="With --against: compare no plans; faster.")] = False,
    today: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day to count the age of facts from.")
    ] = None,
    changes: Annotated[list[str] | None, options.SET] = None,
    weights: Annotated[list[str] | None, options.WEIGHT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
    templates: Annotated[Path | None, options.TEMPLATES] = None,
) -> ExitCode:
    """Check facts against a policy, for CI.

    The policy is salesdesign.toml, or [tool.salesdesign] in pyproject.toml, nearest above the facts. Ends with 1 when
    it is not met or nothing could be checked, with 2 when facts cannot be read.
    """
    from salesdesign.cli.against import past
    from salesdesign.cli.checking import Run, check_files, write_baselines
    from salesdesign.cli.committed import Press
    from salesdesign.cli.facts_files import facts_files
    from salesdesign.cli.policies import policies
    from salesdesign.engine.compile import compile_pack
    from salesdesign.policy.outputs.formats import FORMATS

    copies = _copies(outputs or [], summary)
    pack = pack_at(rules)
    press = Press(pack=pack, machine=compile_pack(pack), templates=templates_at(templates))
    weighed = weights_of(weights or (), pack)
    run = Run(
        press=press,
        holding=policies(policy, config or ()),
        weights=weighed,
        changes=changes_of(changes or ()),
        today=_day(today),
        baseline=baseline,
        past=past(against, press.machine, weighed, plans=not no_plan) if against is not None else None,
    )
    files = facts_files(facts)
    outcome = check_files(run, facts, files)
    if write_baseline:
        write_baselines(run, files, outcome)
        outcome = check_files(run, facts, files)
    show(FORMATS[wanted](outcome))
    for file, kind in copies:
        deliver(FORMATS[kind](outcome), file)
    return outcome.code


def _copies(outputs: list[Path], summary: Path | None) -> list[tuple[Path, str]]:
    """The files to write, each with its format, found fit to be written before the work begins."""
    copies = [(file, _kind(file)) for file in outputs]
    copies += [(summary, Format.MARKDOWN)] if summary else []
    for file, _ in copies:
        check_target(file)
    return copies


def _kind(file: Path) -> str:
    from salesdesign.policy.outputs.formats import SUFFIXES

    kind = SUFFIXES.get(file.suffix.lower())
    if kind is None:
        raise BadUsage(f"{file}: The ending says no format. End it in one of {', '.join(SUFFIXES)}.")
    return kind


def _day(text: str | None) -> date:
    """The day that was given; else today's, the only clock that is read."""
    try:
        return date.fromisoformat(text) if text else datetime.now(UTC).date()
    except ValueError:
        raise BadUsage(f"--today {text}: This is no day. Write it as 2027-01-31.") from None
