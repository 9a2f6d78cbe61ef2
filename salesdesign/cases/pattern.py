"""The patterns that a case looks for in texts: a part of regular expressions that no text can make slow.

Left out is what needs trying and turning back: looks around, references to what was found, and repeats within repeats.
What is left is looked for in all places of a text at once, so whoever wrote the pattern, nobody waits for it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

LENGTH = 300
REPEATS = 300
"""Of a character or a group, where a pattern says how often."""
GROUPS = 3
"""Those that are repeated."""

_TOKEN = re.compile(
    r"(?P<group>\((?:\?:)?)|(?P<end>\))|(?P<bar>\|)"
    r"|(?P<often>[*+?]|\{(?!\})(?P<low>[0-9]{0,4})(?P<comma>,?)(?P<high>[0-9]{0,4})\})(?P<lazy>\?)?"
    r"|(?P<at>\^|\$|\\[bB])"
    r"|(?P<one>\.|\\[wWdDsS]|\\[^\w\s]|\[\^?(?:\\[wWdDsS]|\\[^\w\s]|[^\\\[\]])+\]|[^\\\[\](){}|*+?^$.])"
)
_SETS = ("&&", "||", "~~", "--")
"""What Python keeps for sets within sets."""
_AS_ITSELF = "Write a backslash before a sign that is meant as itself."


class PatternError(ValueError):
    """A pattern that is none; says what is wrong and what to do."""

    def __init__(self, wrong: str, mend: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.mend = mend


class One(NamedTuple):
    """A character of a kind, so often."""

    kind: re.Pattern[str]
    low: int
    high: int | None


class At(NamedTuple):
    """A place between characters."""

    kind: re.Pattern[str]


class Row(NamedTuple):
    """One part after the other."""

    parts: "tuple[Part, ...]"


class Choice(NamedTuple):
    """Any of its parts."""

    parts: "tuple[Part, ...]"


class Many(NamedTuple):
    """A group, so often."""

    part: Choice
    low: int
    high: int | None


Part: TypeAlias = One | At | Row | Choice | Many


class Pattern(NamedTuple):
    """A pattern as it is written, and what it means."""

    text: str
    means: Part


def read_pattern(text: str) -> Pattern:
    """What a pattern means; case does not count.

    Raises:
        PatternError: it is no pattern, or one that could take for ever.
    """
    if len(text) > LENGTH:
        raise PatternError(f"This pattern has {len(text)} characters.", f"Say it in at most {LENGTH}.")
    tokens = _tokens(text)
    means = _choice(tokens, text)
    if next(tokens, None) is not None:
        raise _unbalanced(text)
    if _groups(means) > GROUPS:
        raise PatternError(f"{text!r} repeats more than {GROUPS} groups.", "Say it in several patterns.")
    return Pattern(text, means)


def _groups(part: Part) -> int:
    """How many groups are repeated in it."""
    if isinstance(part, Many):
        return 1 + _groups(part.part)
    return sum(map(_groups, part.parts)) if isinstance(part, Row | Choice) else 0


def _tokens(text: str) -> "Iterator[re.Match[str]]":
    place = 0
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise _unreadable(text, place)
        yield found
        place = found.end()


def _choice(tokens: "Iterator[re.Match[str]]", text: str, *, inner: bool = False) -> Choice:
    """The parts up to the end of a group, or of the pattern."""
    rows: list[list[Part]] = [[]]
    for token in tokens:
        if token["end"]:
            if not inner:
                raise _unbalanced(text)
            return _of(rows)
        if token["bar"]:
            rows.append([])
        elif token["group"]:
            rows[-1].append(_choice(tokens, text, inner=True))
        elif token["often"]:
            rows[-1].append(_repeated(rows[-1].pop() if rows[-1] else None, token, text))
        else:
            rows[-1].append(_single(token, text))
    if inner:
        raise _unbalanced(text)
    return _of(rows)


def _of(rows: list[list[Part]]) -> Choice:
    return Choice(tuple(Row(tuple(parts)) for parts in rows))


def _single(token: re.Match[str], text: str) -> Part:
    if any(sign in token[0] for sign in _SETS):
        raise _unreadable(text, token.start())
    try:
        kind = re.compile(token[0], re.IGNORECASE)
    except re.error as error:
        raise PatternError(f"{text!r} is no pattern: {error}.", "Look at its square brackets.") from error
    return At(kind) if token["at"] else One(kind, 1, 1)


def _repeated(part: Part | None, token: re.Match[str], text: str) -> Part:
    if isinstance(part, Choice) and token["often"] == "?":
        return Choice((*part.parts, Row(())))
    if not isinstance(part, Choice) and not (isinstance(part, One) and (part.low, part.high) == (1, 1)):
        raise PatternError(
            f"{text!r} repeats nothing with {token[0]!r}.", "Write \\ before a sign that is meant as itself."
        )
    low, high = _bounds(token)
    if max(low, high or 0) > REPEATS or (high is not None and low > high):
        raise PatternError(f"{text!r} repeats {token[0]}.", f"Write {{LOW,HIGH}} with numbers up to {REPEATS}.")
    if isinstance(part, One):
        return One(part.kind, low, high)
    if _groups(part):
        raise PatternError(f"{text!r} repeats a group in a group that is repeated.", "Repeat the outer one alone.")
    return Many(part, low, high)


def _bounds(token: re.Match[str]) -> tuple[int, int | None]:
    signs: dict[str, tuple[int, int | None]] = {"*": (0, None), "+": (1, None), "?": (0, 1)}
    if token["often"] in signs:
        return signs[token["often"]]
    low = int(token["low"] or 0)
    if not token["comma"]:
        return low, low
    return low, int(token["high"]) if token["high"] else None


def _unbalanced(text: str) -> PatternError:
    return PatternError(f"{text!r} has a bracket without its other half.", "Look at its brackets.")


def _unreadable(text: str, place: int) -> PatternError:
    wrong = f"{text!r} cannot be read from {text[place : place + 5]!r} on."
    return PatternError(wrong, _AS_ITSELF)
