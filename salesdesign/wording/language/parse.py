"""A text read into its parts; what cannot be filled is refused with its place."""

from collections.abc import Iterator
from functools import lru_cache

from salesdesign.wording.language.phrase import DEPTH, PhraseReader
from salesdesign.wording.language.problems import TextError
from salesdesign.wording.language.tokens import Braces, pieces
from salesdesign.wording.language.tree import Branches, Named, Part, Phrase, Print, Text

LENGTH = 4_000
"""Characters of a text, at most."""

_TAGS = "A text knows if, elif, else and endif. A list is joined by {{ fact | list_of }}."
_BRANCHING = frozenset({"elif", "else", "endif"})


@lru_cache(maxsize=4096)
def parse_text(text: str) -> Text:
    """The parts of a text.

    Raises:
        TextError: it is too long, or no text that can be filled.
    """
    if len(text) > LENGTH:
        raise TextError(LENGTH, f"A text has at most {LENGTH:,} characters; this has {len(text):,}.")
    return _Reader(text).text()


class _Reader:
    """Reads a text piece by piece."""

    def __init__(self, text: str) -> None:
        self._pieces = pieces(text)
        self._facts: list[Named] = []
        self._tested: set[str] = set()
        self._tag = ""
        """The tag that ended the parts which were read last."""
        self._open: PhraseReader | None = None

    def text(self) -> Text:
        """The whole text."""
        parts = tuple(self._parts(1, None))
        return Text(parts, tuple(self._facts), frozenset(self._tested))

    def _parts(self, depth: int, around: Braces | None) -> Iterator[Part]:
        """The parts up to the tag that ends the branch in which they stand, or to the end of the text."""
        for piece in self._pieces:
            if isinstance(piece, str):
                yield piece
            elif piece.opening == "{{":
                yield Print(self._phrase(PhraseReader(piece.tokens), asked=False))
            elif self._starts_branch(piece, around):
                yield self._branches(piece, depth)
            else:
                return
        if around is not None:
            raise TextError(around.offset, "What this `if` opens is never closed.", "Close it with {% endif %}.")

    def _starts_branch(self, piece: Braces, around: Braces | None) -> bool:
        """Whether a tag is an `if`; any other ends the branch in which it stands, and is kept."""
        self._open = PhraseReader(piece.tokens)
        self._tag = self._open.word()
        if self._tag == "if":
            return True
        if self._tag not in _BRANCHING:
            raise TextError(piece.offset, f"{self._tag or 'This'} is no tag of a text.", _TAGS)
        if around is None:
            raise TextError(piece.offset, f"{self._tag} stands without an if before it.", _TAGS)
        return False

    def _branches(self, piece: Braces, depth: int) -> Branches:
        if depth > DEPTH:
            raise TextError(piece.offset, f"A text is nested {DEPTH} levels deep at most.", _TAGS)
        branches: list[tuple[Phrase | None, tuple[Part, ...]]] = []
        while self._tag in ("if", "elif"):
            test = self._phrase(self._opened(), asked=True)
            branches.append((test, tuple(self._parts(depth + 1, piece))))
        if self._tag == "else":
            self._opened().close()
            branches.append((None, tuple(self._parts(depth + 1, piece))))
        if self._tag != "endif":
            raise TextError(piece.offset, f"{self._tag} stands behind the else of this `if`.", _TAGS)
        self._opened().close()
        return Branches(tuple(branches))

    def _opened(self) -> PhraseReader:
        if self._open is None:
            raise LookupError("no tag was read")
        return self._open

    def _phrase(self, reader: PhraseReader, *, asked: bool) -> Phrase:
        phrase = reader.question() if asked else reader.value()
        reader.close()
        self._facts += reader.facts
        self._tested |= reader.tested
        return phrase
