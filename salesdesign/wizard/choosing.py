"""Choices, and yes or no, as people type them: a number, the word, its beginning, or nearly the word."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

from salesdesign.model.catalogue import Choice

_YES = frozenset(["y", "yes", "yeah", "yep", "yup", "ja", "oui", "si", "sure", "ok", "okay", "true", "on"])
_NO = frozenset(["n", "no", "nope", "nah", "nein", "non", "false", "off", "never"])
_NONE = frozenset({"none", "nothing", "no", "none of these", "none of them", "0"})


def yes_or_no(text: str) -> bool | None:
    """True for yes, False for no; None for neither."""
    word = re.sub(r"[^\w ]", "", text.lower()).strip()
    return True if word in _YES else False if word in _NO else None


def choice_in(choices: Sequence[Choice], text: str) -> str | None:
    """The id of the one choice that a text means; None where it means none, or could mean two."""
    if re.fullmatch(r"#?\d+[.)]?", text):
        number = int(re.sub(r"\D", "", text))
        return choices[number - 1].id if 1 <= number <= len(choices) else None
    words = _words(choices)
    wanted = _plain(text)
    for test in (str.__eq__, str.startswith, _holds_word):
        found = {identifier for word, identifier in words.items() if wanted and test(word, wanted)}
        if found:
            return found.pop() if len(found) == 1 else None
    near = get_close_matches(wanted, words, n=1, cutoff=0.75)
    return words[near[0]] if near else None


def choices_in(choices: Sequence[Choice], text: str) -> tuple[str, ...] | None:
    """The ids that a list means, in the order of the catalogue; empty for "none", None where one is not understood."""
    if _plain(text) in _NONE:
        return ()
    separator = r"[\s,;]+" if re.fullmatch(r"[\d\s,;and]+", text) else r"\s*[,;]\s*"
    parts = [part for part in re.split(separator, text) if part and part != "and"]
    found = [choice_in(choices, part) for part in parts]
    if not found or None in found:
        return None
    return tuple(choice.id for choice in choices if choice.id in found)


def _words(choices: Sequence[Choice]) -> Mapping[str, str]:
    """Everything that a choice can be called, its id before its text."""
    texts = {_plain(choice.text): choice.id for choice in choices}
    return {**texts, **{_plain(choice.id): choice.id for choice in choices}}


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w]+|_", " ", text.lower()).split())


def _holds_word(word: str, wanted: str) -> bool:
    return f" {wanted} " in f" {word} "
