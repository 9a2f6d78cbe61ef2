"""The pieces of a text, and the words of what stands between its braces."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from salesdesign.wording.language.problems import TextError

_OPENING = re.compile(r"\{\{|\{%|\{#")
_WORDS = re.compile(
    r"""\s*(?:(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
    r"""|(?P<number>[0-9]+(?:\.[0-9]+)?)"""
    r"""|(?P<name>[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*)"""
    r"""|(?P<end>[}%]\})"""
    r"""|(?P<sign>==|!=|<=|>=|[-+*/~<>|()\[\]{},:])|(?P<strange>\S))"""
)
MOST_TOKENS = 200
"""Between one pair of braces; what is read from them is then never nested too deep to be walked."""
_ENDS = {"{{": "}}", "{%": "%}"}
FORM = "Write {{ fact }} or {{ 'one' if fact > 1 else 'other' }}."


class Token(NamedTuple):
    """One word or sign between braces."""

    kind: str
    """text, number, name, sign or end."""
    text: str
    """Without the quotes."""
    offset: int


class Braces(NamedTuple):
    """What stands between two braces."""

    opening: str
    """{{ or {%."""
    tokens: tuple[Token, ...]
    """The last is the end."""
    offset: int


def pieces(text: str) -> Iterator[str | Braces]:
    """The plain stretches of a text, and what stands between braces, in order."""
    place = 0
    while opening := _OPENING.search(text, place):
        if opening.start() > place:
            yield text[place : opening.start()]
        braces = _braces(text, opening)
        yield braces
        place = braces.tokens[-1].offset + 2
    if place < len(text):
        yield text[place:]


def _braces(text: str, opening: re.Match[str]) -> Braces:
    sign = opening[0]
    if sign not in _ENDS:
        raise TextError(opening.start(), "A text has no comments.", "Comments belong in the YAML, beside the text.")
    tokens = tuple(islice(_tokens(text, opening, _ENDS[sign]), MOST_TOKENS + 1))
    if len(tokens) > MOST_TOKENS:
        wrong = f"Between braces stand at most {MOST_TOKENS} words and signs."
        raise TextError(opening.start(), wrong, "Say it in several braces, or derive a fact.")
    return Braces(sign, tokens, opening.start())


def _tokens(text: str, opening: re.Match[str], end: str) -> Iterator[Token]:
    depth, place = 0, opening.end()
    never = TextError(opening.start(), f"What {opening[0]} opens is never closed.", f"Close it with {end}.")
    if end not in text[place:]:
        raise never
    while found := _WORDS.match(text, place):
        kind = str(found.lastgroup)
        offset, word = found.start(kind), found[kind]
        if kind == "end" and (word != end or depth):  # the table {'a': 'b'} closes with a brace of its own
            kind, word = "sign", word[0]
        depth += (word == "{") - (word == "}") if kind == "sign" else 0
        place = offset + len(word)
        if kind == "strange" or (kind == "sign" and word == "%"):
            raise TextError(offset, f"{word} has no meaning in a text.", FORM)
        yield Token(kind, _unquoted(word) if kind == "text" else word, offset)
        if kind == "end":
            return
    raise never


def _unquoted(word: str) -> str:
    return re.sub(r"\\(.)", r"\1", word[1:-1])
