"""`salesdesign rules lint`, `test` and `coverage`: whether a rule pack is right, and how far that is tried."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.characters import log_lines
from salesdesign.cli import options
from salesdesign.cli.given import cases_at, cases_so_far, pack_at
from salesdesign.cli.streams import say, show, show_lines
from salesdesign.errors import BadUsage, ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from salesdesign.pack.finding import Finding


LINT_EXAMPLES = """\b
Examples:
  salesdesign rules lint --rules my-rules
  salesdesign rules lint --explain counted-twice
  salesdesign rules lint --format json"""
TEST_EXAMPLE = "Example: salesdesign rules test cases/"
COVERAGE_EXAMPLES = """\b
Examples:
  salesdesign rules coverage
  salesdesign rules coverage --rules my-rules > my-rules/tests/more.yaml"""


class Shape(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"


def lint_pack(
    rules: Annotated[Path | None, options.RULES] = None,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Say what a code means, and stop.")
    ] = None,
    shape: Annotated[Shape, typer.Option("--format", help="How to write findings.")] = Shape.TEXT,
) -> ExitCode:
    """Look for doubtful rules.

    They are valid and yet probably not what was meant. Each finding has a code, a place, a reason and a mend. Under
    `accept` a rule, criterion or claim keeps a doubt with the reason. Ends with 1 when there are findings.
    """
    from salesdesign.cases.lint import EXPLANATIONS, lint_all
    from salesdesign.wording.numbers import counted

    if explain is not None:
        show(_explained(explain, EXPLANATIONS))
        return ExitCode.DONE
    findings = lint_all(pack_at(rules))
    show(_written(findings, shape))
    say(counted(len(findings), "finding"))
    return ExitCode.GATE if findings else ExitCode.DONE


def run_cases(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Case files, or folders.")] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> ExitCode:
    """Run cases against the rules.

    A case is a company with the answer that is expected. Without PATH the pack's own are run.
    Ends with 1 when an answer is another one.
    """
    from salesdesign.cases.run import run_all
    from salesdesign.wording.numbers import counted

    pack = pack_at(rules)
    cases = cases_at(paths or (), rules)
    failures = run_all(cases, pack)
    for failure in failures:
        show_lines(f"{failure}\n")
    say(f"{counted(len(cases), 'case')}, {counted(len(failures), 'answer')} other than expected")
    return ExitCode.GATE if failures else ExitCode.DONE


def show_coverage(
    paths: Annotated[list[Path] | None, typer.Argument(metavar="PATH", help="Case files, or folders.")] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> ExitCode:
    """Show what no case tries.

    Every rule has to be met, not met and unknown in a case that expects it, every gate closed and open, and every
    limit tried on both sides. What is missing is said on standard error; on standard output stand cases that fill the
    holes, ready to be given a better name. Of a pack that extends another only its own files are looked at.
    Ends with 1 when something is missing.
    """
    from salesdesign.cases.coverage import untried
    from salesdesign.cases.ready import ready_cases
    from salesdesign.engine.compile import compile_pack
    from salesdesign.pack.lint.run import MOST_STEPS
    from salesdesign.pack.lint.subject import subject_of
    from salesdesign.wording.numbers import counted

    pack = pack_at(rules)
    own = f"{rules}/" if pack.extends else ""
    holes = [hole for hole in untried(cases_so_far(paths or (), rules), pack) if hole.at.file.startswith(own)]
    subject, machine = subject_of(pack, MOST_STEPS), compile_pack(pack)
    for hole in holes:
        say(str(hole.finding))
    show(ready_cases(holes, subject, machine))
    if subject.solver.effort.spent:
        say("The pack is too large to look at in one run: more cases may be due, and some of these may be impossible.")
        say("Fill these first, and run it again.")
    say(f"{counted(len(holes), 'thing')} untried")
    return ExitCode.GATE if holes else ExitCode.DONE


def _explained(code: str, explanations: "Mapping[str, str]") -> str:
    if code not in explanations:
        from difflib import get_close_matches

        near = get_close_matches(code, explanations, n=1)
        mend = f"Did you mean {near[0]}?" if near else f"There are {', '.join(explanations)}."
        raise BadUsage(f"--explain {code}: There is no such code. {mend}")
    return f"{code}\n\n{explanations[code]}\n"


def _written(findings: "Iterable[Finding]", shape: Shape) -> str:
    if shape is Shape.TEXT:
        return log_lines("".join(f"{finding}\n" for finding in findings))
    from dataclasses import asdict
    from json import dumps

    return dumps([asdict(finding) for finding in findings], indent=2) + "\n"
