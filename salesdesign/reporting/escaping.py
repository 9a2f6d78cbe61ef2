"""Texts of strangers made harmless: what is shown is what was written, and nothing of it takes effect."""

import re

from salesdesign.characters import visible

MARKDOWN = re.compile(r"[\\`*\[\]<>|~^$&]|(?<![^\W_])_|_(?![^\W_])")
LINE_START = re.compile(r"^(?:[-+=#](?=[\s\-+=#]|$)|(?P<digits>\d{1,9})(?P<mark>[.)])(?=\s|$))")
PRICE = re.compile(r"\\\$(?=\d)")
LINKS = re.compile(r":(?=//)|(?<!:)/(?=/)|(?<=\bwww)\.", re.IGNORECASE)
MERMAID = re.compile(r"[^\w ,.'+/-]")


def markdown(text: str) -> str:
    """The text for Markdown, inside a line, a list or a table cell: no mark-up, no link, no HTML, no mathematics."""
    escaped = MARKDOWN.sub(_marked, visible(text).strip())
    escaped = PRICE.sub("$", escaped)
    escaped = LINKS.sub(lambda found: f"\\{found.group()}", escaped)
    escaped = escaped.replace("@", "@<!-- -->")
    return LINE_START.sub(_started, escaped)


def mermaid(text: str) -> str:
    """The text for a quoted Mermaid label; whatever is no letter, digit or plain mark becomes a numbered entity."""
    return MERMAID.sub(lambda found: f"#{ord(found.group())};", visible(text))


def encodable(text: str, encoding: str) -> str:
    """The text with what an encoding lacks replaced: by a plain twin where there is one, else written out."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_fitting(character, encoding) for character in text)
    return text


TWINS = {
    "−": "-", "–": "-", "—": "-", "×": "x", "·": ".", "…": "...", "’": "'", "‘": "'", "“": '"', "”": '"',
    "€": "EUR ", "£": "GBP ", "¥": "JPY ", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
"""What stands in for a sign where it cannot be written."""


def _marked(found: re.Match[str]) -> str:
    sign = found.group()
    return {"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(sign, f"\\{sign}")


def _started(found: re.Match[str]) -> str:
    if found["digits"]:
        return f"{found['digits']}\\{found['mark']}"
    return f"\\{found.group()}"


def _fitting(character: str, encoding: str) -> str:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        twin = TWINS.get(character, "")
        return twin or character.encode("ascii", "backslashreplace").decode("ascii")
    return character
