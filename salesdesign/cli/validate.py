"""`salesdesign validate`: what is wrong with facts files, and where."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from salesdesign.cli import options
from salesdesign.cli.given import catalogue_at, changes_of, facts_at
from salesdesign.cli.streams import say, show_lines
from salesdesign.errors import BadInput, ExitCode, MachineFailed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdesign.model.catalogue import Catalogue

EXAMPLES = """\b
Examples:
  salesdesign validate acme.yaml
  salesdesign validate companies/*.yaml"""


def validate(
    facts: Annotated[list[Path], options.FACTS],
    changes: Annotated[list[str] | None, options.SET] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> ExitCode:
    """List every problem in facts files.

    One a line, as FILE:LINE:COLUMN: FACT: what is wrong. What to do.
    """
    catalogue, changed = catalogue_at(rules), changes_of(changes or ())
    return max(_validate(path, catalogue, changed) for path in facts)


def _validate(path: Path, catalogue: "Catalogue", changed: "Mapping[str, str]") -> ExitCode:
    """How one file came out. A file that cannot be read does not keep the others from being checked."""
    try:
        facts_at(path, catalogue, changed)
    except BadInput as error:
        show_lines(f"{error}\n")
        return error.exit_code
    except MachineFailed as error:
        say(str(error))
        return error.exit_code
    say(f"{path}: no problems")
    return ExitCode.DONE
