"""A text as it is read: plain words, values to print, and choices between wordings."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias


class Written(NamedTuple):
    """A number or a text in quotes."""

    value: float | str


class Named(NamedTuple):
    """A fact."""

    name: str
    offset: int


class Combined(NamedTuple):
    """Two values with a sign between them: + - * / ~."""

    sign: str
    left: "Phrase"
    right: "Phrase"


class Compared(NamedTuple):
    """Two values, one held against the other: == != < <= > >= in, not in."""

    sign: str
    left: "Phrase"
    right: "Phrase"


class Joined(NamedTuple):
    """Questions of which all (`and`), or one at least (`or`), must hold."""

    word: str
    parts: tuple["Phrase", ...]


class Denied(NamedTuple):
    """The opposite of a question."""

    part: "Phrase"


class Chosen(NamedTuple):
    """One value if a question holds, else another, or nothing."""

    value: "Phrase"
    test: "Phrase"
    otherwise: "Phrase | None"


class Looked(NamedTuple):
    """The value that stands under a key in a written table."""

    table: Mapping[str, "Phrase"]
    key: "Phrase"


class Filtered(NamedTuple):
    """A value after a filter."""

    name: str
    value: "Phrase"
    arguments: tuple[float | str, ...]


Phrase: TypeAlias = Written | Named | Combined | Compared | Joined | Denied | Chosen | Looked | Filtered
"""What stands between {{ and }}, or behind an `if`."""


class Print(NamedTuple):
    """A value that is printed where it stands."""

    phrase: Phrase


class Branches(NamedTuple):
    """Wordings with the question of each; the last may have none. The first that holds is taken."""

    branches: tuple[tuple[Phrase | None, tuple["Part", ...]], ...]


Part: TypeAlias = str | Print | Branches
"""A piece of a text."""


class Text(NamedTuple):
    """A whole text."""

    parts: tuple[Part, ...]
    facts: tuple[Named, ...]
    """Every fact that it names, in the order in which they stand."""
    tested: frozenset[str]
    """Those that an `if` asks about: there the text knows what to say where they are unknown."""
