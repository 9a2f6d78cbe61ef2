"""`salesdesign rules docs` and `evidence`: the rule pack as pages to read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.files import write_whole
from salesdesign.cli.given import pack_at
from salesdesign.cli.streams import say, show_lines
from salesdesign.cli.target import deliver
from salesdesign.errors import BadUsage, ExitCode, MachineFailed

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCS_EXAMPLES = """\b
Examples:
  salesdesign rules docs -o site/rules
  salesdesign rules docs -o site/rules --check"""
EVIDENCE_EXAMPLE = "Example: salesdesign rules evidence -o docs/evidence.md"

_PAGES = (".html", ".css")
_MOST_BYTES = 20_000_000


def docs(
    folder: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write.")],
    rules: Annotated[Path | None, options.RULES] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; end with 1 where a page is out of date.")
    ] = False,
) -> ExitCode:
    """Write the rule book.

    A folder of pages for a website: facts, decisions, options, rules, evidence and benchmarks, each linked to all that
    it rests on and all that rests on it. The same pack gives the same bytes.
    """
    from salesdesign.resources import templates_folder
    from salesdesign.rulebook.render import files_of, stale
    from salesdesign.wording.numbers import counted

    due = files_of(pack_at(rules), templates_folder())
    if check:
        complaints = stale(_written(folder), due)
        show_lines("".join(f"{folder}/{complaint}\n" for complaint in complaints))
        say(f"{counted(len(complaints), 'page')} out of date")
        return ExitCode.GATE if complaints else ExitCode.DONE
    _write(folder, due)
    say(f"Wrote {counted(len(due), 'file')} into {folder}.")
    return ExitCode.DONE


def evidence(
    output: Annotated[Path | None, options.OUTPUT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Show where each claim is used.

    A page in Markdown: every claim of the sources, and its places in the rule pack.
    """
    from salesdesign.pack.homes import evidence_page
    from salesdesign.reporting.escaping import markdown

    deliver(evidence_page(pack_at(rules), markdown), output)


def _written(folder: Path) -> "Mapping[str, str]":
    """The pages in a folder; other files in it are none of ours."""
    if not folder.is_dir():
        return {}
    files = (file for file in sorted(folder.iterdir()) if file.suffix in _PAGES and file.is_file())
    return {file.name: file.read_text(encoding="utf-8", errors="replace")[:_MOST_BYTES] for file in files}


def _write(folder: Path, due: "Mapping[str, str]") -> None:
    """Every page whole, and none left from before; a folder with other pages in it is not touched."""
    if folder.exists() and not folder.is_dir():
        raise BadUsage(f"{folder}: This is a file. Name a folder.")
    strangers = [name for name, text in _written(folder).items() if name not in due and "rulebook" not in text[:400]]
    if strangers:
        raise BadUsage(f"{folder}: {strangers[0]} is no page of a rule book. Name an empty folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in _written(folder).keys() - due.keys():
            (folder / name).unlink()
    except OSError as error:
        raise MachineFailed(f"{folder}: It cannot be written ({error.strerror}).") from error
    for name, text in due.items():
        write_whole(folder / name, text)
