"""What a YAML parser complains of, in the words of somebody who never met one."""

from typing import NamedTuple

from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.reader import ReaderError

from salesdesign.errors import BadInput, Problem

BYTES = 10_000_000
"""A thousand companies in one file take a fifth of it."""

_UTF_16 = ("The file is saved as UTF-16.", "Save it as UTF-8.")


def refuse_bytes(data: bytes, file: str) -> None:
    """Nothing, for bytes that a parser may be given.

    Raises:
        BadInput: they are too many, or UTF-16, which the parser would read without a word.
    """
    if len(data) > BYTES:
        wrong = f"The file has {len(data) / 1e6:.1f} MB, and no more than {BYTES / 1e6:.0f} MB are read."
        raise BadInput([Problem(file=file, wrong=wrong, mend="Split it, or check that it is the file you meant.")])
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadInput([Problem(file=file, wrong=_UTF_16[0], mend=_UTF_16[1])])


def in_plain_words(error: YAMLError, data: bytes, file: str) -> Problem:
    """The problem that the parser's error is about."""
    if isinstance(error, ReaderError):
        return _about_bytes(data, file)
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem(file=file, wrong=f"This is not YAML: {error}.", mend="Check the file.")
    mark, lines = error.problem_mark, data.decode("utf-8-sig", "replace").splitlines() or [""]
    words = _words(error, _tab_in(lines, mark))
    if words.at_start and error.context_mark is not None:
        mark = error.context_mark
    line, column = _inside(mark, lines)
    return Problem(file=file, line=line, column=column, wrong=words.wrong, mend=words.mend)


class _Words(NamedTuple):
    wrong: str
    mend: str
    at_start: bool = False
    """The place to show is where the unfinished thing began."""


_TAB = _Words("A tab is used to indent.", "Indent with spaces.")

_SAID = {
    "mapping values are not allowed in this context": _Words(
        "A colon stands where no key can be.",
        "Put a text with a colon in quotes, and indent the keys of one level alike.",
    ),
    "could not find expected ':'": _Words("The line has no colon.", "Write 'key: value'."),
    "did not find expected key": _Words(
        "The line does not fit the lines above it.",
        "Indent keys of one level alike, write 'key: value', and leave nothing behind a closing quote.",
    ),
    "did not find expected '-' indicator": _Words(
        "The line does not belong to the list above it.", "Start each item with '- ', or indent the line as its key."
    ),
    "block sequence entries are not allowed in this context": _Words(
        "A list item starts behind a key.", "Start the list on a line of its own."
    ),
    "found unexpected end of stream": _Words("The quote that opens here is never closed.", "Close it.", at_start=True),
    "found unexpected document indicator": _Words(
        "The quote that opens here is never closed.", "Close it.", at_start=True
    ),
    "did not find expected ',' or ']'": _Words(
        "The list that opens here is not closed.", "Put commas between items and ']' behind the last.", at_start=True
    ),
    "did not find expected ',' or '}'": _Words(
        "The mapping that opens here is not closed.",
        "Put commas between entries and '}' behind the last.",
        at_start=True,
    ),
    "found character that cannot start any token": _Words(
        "A value cannot start with this character.", "Put the text in quotes."
    ),
    "did not find expected node content": _Words(
        "A value is missing here.", "Write it, or remove the bracket or comma."
    ),
    "found unknown escape character": _Words(
        "A backslash in double quotes starts no known escape.", "Use single quotes, or write the backslash twice."
    ),
    "did not find expected <document start>": _Words(
        "The document has ended above this line.", "Remove the line '...', or put all keys on one level."
    ),
    "did not find expected comment or line break": _Words(
        "Text follows '|' or '>' on the same line.", "Start the text on the next line, or put it in quotes."
    ),
    "did not find expected alphabetic or numeric character": _Words(
        "A value starts with '*' or '&'.", "Put the text in quotes."
    ),
    "found undefined tag handle": _Words("A value starts with '!'.", "Put the text in quotes."),
    "did not find expected tag URI": _Words("A value starts with '!'.", "Put the text in quotes."),
    "found incompatible YAML document": _Words("The file asks for another version of YAML.", "Remove the %YAML line."),
    "found unknown directive name": _Words("A line starts with '%'.", "Remove it, or put the text in quotes."),
}


def _words(error: MarkedYAMLError, tab: _Words | None) -> _Words:
    said = error.problem or ""
    other = _Words(f"This is not YAML: {said}.", "Check this line and the one above it.")
    return tab or _SAID.get(said, other)


def _tab_in(lines: list[str], mark: Mark) -> _Words | None:
    line = lines[min(mark.line, len(lines) - 1)]
    indentation = line[: len(line) - len(line.lstrip())]
    return _TAB if "\t" in indentation and mark.line < len(lines) else None


def _inside(mark: Mark, lines: list[str]) -> tuple[int, int]:
    """The place of a mark, from 1; one behind the last line is put at its end."""
    if mark.line < len(lines):
        return mark.line + 1, mark.column + 1
    return len(lines), len(lines[-1]) + 1


def _about_bytes(data: bytes, file: str) -> Problem:
    """The first byte or character that no text has."""
    if b"\0" in data[:4]:
        return Problem(file=file, wrong=_UTF_16[0], mend=_UTF_16[1])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        line, column = _end_of(before)
        wrong = f"The byte 0x{data[error.start]:02x} is not UTF-8 (is the file saved as Latin-1?)."
        return Problem(file=file, line=line, column=column, wrong=wrong, mend="Save it as UTF-8.")
    place = next((index for index, character in enumerate(text) if _is_control(character)), 0)
    line, column = _end_of(text[:place])
    wrong = f"The control character U+{ord(text[place]):04X} is no text."
    return Problem(file=file, line=line, column=column, wrong=wrong, mend="Remove it.")


def _is_control(character: str) -> bool:
    """Whether YAML forbids the character: everything but tab, line ends and what can be printed."""
    code = ord(character)
    if code < 0x20:
        return character not in "\t\n\r"
    return (0x7F <= code < 0xA0 and code != 0x85) or code in (0xFFFE, 0xFFFF)


def _end_of(text: str) -> tuple[int, int]:
    """Line and column, from 1, of what follows the text."""
    last = text.rfind("\n")
    return text.count("\n") + 1, len(text) - last
