"""Characters that act where they are not seen, and what stands in for them: on a line, in JSON, in a spreadsheet."""

import re
import unicodedata

JOINERS = "\u200c\u200d"
"""Format characters that ordinary words need, in Persian and in emoji."""

HIDDEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Controls, directions, halves of pairs, separators of lines: what acts without being seen."""

_IN_JSON = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""What JSON lets stand as it is, and a terminal or an editor would obey."""

_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
"""How runners of CI mark commands to themselves within a line; GitHub's other mark, ::, counts where a line begins."""

FORMULA = "^\\s*[=+\\-@|%\uff1d\uff0b\uff0d\uff20]"
"""How a text begins that a spreadsheet would take for a formula, in full width too."""


def visible(text: str) -> str:
    r"""The text on one line, with characters that act unseen written out by their number.

    >>> visible("a\x1b[31mb\nc")
    'a\\u001b[31mb c'
    """
    if text.isprintable():
        return text
    return "".join(map(_seen, text.replace("\r\n", " ")))


def log_lines(text: str) -> str:
    r"""The text with its lines as they are and nothing in them that acts, on a terminal or in the log of a CI runner.

    >>> log_lines("::error::x\nMind ##[stop] here")
    './::error::x\nMind # #[stop] here'
    """
    return "\n".join(map(_log_line, text.split("\n")))


def json_text(document: str) -> str:
    r"""The same JSON document, with characters that act unseen as escapes.

    >>> json_text('{"name": "a\u202eb"}')
    '{"name": "a\\u202eb"}'
    """
    return document if document.isprintable() else _IN_JSON.sub(_escape, document)


def yaml_text(quoted: str) -> str:
    """The same text in double quotes for YAML, with characters that act unseen, or break a line there, as escapes."""
    return quoted if quoted.isprintable() else _IN_JSON.sub(lambda found: f"\\U{ord(found[0]):08x}", quoted)


def cell_text(text: str) -> str:
    """The text as a spreadsheet shows it and never computes it: what looks like a formula follows an apostrophe.

    >>> cell_text("=1+1"), cell_text("Large accounts")
    ("'=1+1", 'Large accounts')
    """
    line = visible(text)
    return f"'{line}" if re.match(FORMULA, line) else line


def _log_line(line: str) -> str:
    shown = _COMMAND.sub("# #", visible(line))
    return f"./{shown.lstrip()}" if shown.lstrip().startswith("::") else shown


def _seen(character: str) -> str:
    if character in "\n\r\t":
        return " "
    if character in JOINERS or unicodedata.category(character) not in HIDDEN:
        return character
    return f"\\u{ord(character):04x}"


def _escape(found: re.Match[str]) -> str:
    """A character as JSON escapes it: one beyond the first 65,536 as a pair."""
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2))
