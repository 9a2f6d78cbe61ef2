"""`salesdesign wizard`: asks for the facts, saves them, and ends with the advice."""

from pathlib import Path
from typing import Annotated

import typer

from salesdesign.cli import options
from salesdesign.errors import ExitCode

EXAMPLES = """\b
Examples:
  salesdesign wizard
  salesdesign wizard -o acme.yaml
  salesdesign wizard --resume acme.yaml
  salesdesign wizard -o acme.yaml --answers answers.txt"""


def wizard(
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FACTS", help="Where to save; else a file named after the company."),
    ] = None,
    resume: Annotated[
        Path | None, typer.Option("--resume", metavar="FACTS", help="Go on with a facts file, and complete it.")
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option("--answers", metavar="FILE", help="Take the answers from FILE, one a line; - reads a pipe."),
    ] = None,
    plain: Annotated[bool, typer.Option("--plain", help="Ask in plain lines, for screen readers.")] = False,
    rules: Annotated[Path | None, options.RULES] = None,
) -> ExitCode:
    """Ask for the facts, and recommend.

    It asks only what matters, saves after every answer, and ends with the advice. At any question type back, change,
    review, help, done or quit.
    """
    from salesdesign.cli.sitting import Wishes, sit

    return sit(Wishes(output=output, resume=resume, answers=answers, plain=plain, rules=rules))
