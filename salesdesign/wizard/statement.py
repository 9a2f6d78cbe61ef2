"""One fact as it is to stand in a facts file: its line, the question above it, the unit beside it."""

from collections.abc import Sequence

from salesdesign.records import dataclass
from salesdesign.wizard.spans import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One fact as it is to stand in the file."""

    name: str
    value: str
    """As YAML on one line."""
    above: str = ""
    """The comment over a new line: the question."""
    beside: str = ""
    """The comment behind the value: the unit, or what a choice means."""
    beside_before: str = ""
    """What we would have written behind the value that stands there now."""


def lines_of(statement: Statement, rest: Sequence[str], indent: str) -> list[str]:
    """The sections that are missing, the comment and the fact."""
    *sections, last = rest
    lines = []
    for section in sections:
        lines.append(f"{indent}{section}:")
        indent += "  "
    return [
        *lines,
        *comment_lines(statement.above, indent),
        f"{indent}{last}: {statement.value}{behind(statement.beside)}",
    ]


def comment_lines(text: str, indent: str) -> list[str]:
    """A text as a comment; no line for no text."""
    return [f"{indent}# {text}"] if text else []


def behind(text: str) -> str:
    """A text as the comment at the end of a line."""
    return f"  # {text}" if text else ""


def inserted(source: Source, place: int, lines: Sequence[str]) -> str:
    """The text with whole lines put in, their ends like those that are there."""
    text = source.text
    end = "\r\n" if "\r\n" in text else "\n"
    lead = end if place and not text[:place].endswith("\n") else ""
    return f"{text[:place]}{lead}{''.join(line + end for line in lines)}{text[place:]}"
