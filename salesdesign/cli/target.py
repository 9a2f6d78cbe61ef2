"""Where a result goes, and in which format."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesign.cli.files import check_target, write_whole
from salesdesign.cli.streams import say, show
from salesdesign.errors import BadUsage
from salesdesign.records import dataclass

if TYPE_CHECKING:
    from salesdesign.model.advice import Advice
    from salesdesign.model.pack import Pack


class Format(StrEnum):
    """What an advice can be rendered as."""

    TERMINAL = "terminal"
    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"
    PDF = "pdf"
    SLIDES = "pptx"


_SUFFIXES = {
    ".txt": Format.TERMINAL,
    ".md": Format.MARKDOWN,
    ".html": Format.HTML,
    ".json": Format.JSON,
    ".pdf": Format.PDF,
    ".pptx": Format.SLIDES,
}
_STANDARD_OUTPUT = Path("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A file, or standard output where there is none, and the format that is wanted there."""

    file: Path | None
    format: Format


def target_of(file: Path | None, wanted: Format | None) -> Target:
    """The target of `-o` and `--format`; a format that is asked for goes before the one of the file's suffix.

    Raises: BadUsage for a suffix that says nothing, MachineFailed for a file that cannot be written.
    """
    if file is None or file == _STANDARD_OUTPUT:
        return Target(file=None, format=wanted or Format.TERMINAL)
    target = Target(file=file, format=wanted or _format_of(file))
    check_target(file)
    return target


def deliver(text: str, file: Path | None) -> None:
    """Write a text to a file, and say so, or to standard output."""
    if file is None or file == _STANDARD_OUTPUT:
        show(text)
    else:
        write_whole(file, text)
        say(f"Wrote {file}.")


def deliver_pdf(page: str, file: Path | None) -> None:
    """Write a page to a file as PDF, and say so.

    Raises: BadUsage without a file, MachineFailed where nothing can print.
    """
    from salesdesign.cli.pdf import pdf_of

    if file is None:
        raise BadUsage("A PDF needs a file. Name one with -o FILE.")
    write_whole(file, pdf_of(page, file.resolve().parent))
    say(f"Wrote {file}.")


def deliver_slides(advice: "Advice", pack: "Pack", file: Path | None) -> None:
    """Write an advice to a file as slides, and say so.

    Raises: BadUsage without a file, or without the library that draws them.
    """
    if file is None:
        raise BadUsage("Slides need a file. Name one with -o FILE.")
    try:
        from salesdesign.slides.pptx import to_pptx
    except ModuleNotFoundError as error:
        raise BadUsage("Slides need python-pptx: pip install 'salesdesign[slides]'.") from error
    from salesdesign.slides.deck import deck_of

    write_whole(file, to_pptx(deck_of(advice, pack)))
    say(f"Wrote {file}.")


def _format_of(file: Path) -> Format:
    try:
        return _SUFFIXES[file.suffix.lower()]
    except KeyError:
        choices = ", ".join(_SUFFIXES)
        raise BadUsage(f"{file}: The ending says no format. End it in one of {choices}, or add --format.") from None
