"""Texts as HTML: numbers marked with what they stand for, words of the glossary explained where they first stand."""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from salesdesign.characters import visible
from salesdesign.reporting.marking import marked

DATA = Markup('<data value="{}">{}</data>')
WORD = Markup('<a class="word" href="#word-{}">{}</a>')
"""A word leads to its meaning; with script the meaning also shows beside it, by mouse and by keyboard."""


def told(text: str) -> Markup:
    """A text for readers, its numbers marked."""
    parts = (DATA.format(part.value, part.text) if part.value else escape(part.text) for part in marked(visible(text)))
    return Markup("").join(parts)


def word_id(term: str) -> str:
    """Where the meaning of a word stands.

    >>> word_id("Net points")
    'net-points'
    """
    return re.sub("[^a-z]+", "-", term.lower()).strip("-")


class Explainer:
    """Tells the texts of one page, and explains each word once."""

    def __init__(self, words: Iterable[str]) -> None:
        self._left = {term.lower() for term in words}
        self._pattern = _any_of(self._left)

    def told(self, text: str) -> Markup:
        """A text for readers, its numbers marked, and each word that has not been met before explained."""
        found = self._pattern.search(text) if self._left else None
        if found is None:
            return told(text)
        term = found[1].lower()
        self._left.discard(term)
        self._pattern = _any_of(self._left)
        word = WORD.format(word_id(term), found[0])
        return self.told(text[: found.start()]) + word + self.told(text[found.end() :])


def _any_of(terms: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(terms, key=lambda term: (-len(term), term))
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)
