"""What stands between braces, read into a phrase; bounded in depth, and only of what a text may do."""

from difflib import get_close_matches

from salesdesign.wording.language.filters import FILTERS, Filter
from salesdesign.wording.language.problems import TextError
from salesdesign.wording.language.tokens import FORM, Token
from salesdesign.wording.language.tree import (
    Chosen,
    Combined,
    Compared,
    Denied,
    Filtered,
    Joined,
    Looked,
    Named,
    Phrase,
    Written,
)

DEPTH = 20
"""Levels of a phrase, at most."""

_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
_WORDS = frozenset({"and", "or", "not", "in", "if", "else"})
_BINDING = (("+", "-"), ("~",), ("*", "/"))
"""Signs between two values, from those that bind least."""


class PhraseReader:
    """Reads the tokens of one pair of braces from left to right."""

    __slots__ = ("_depth", "_place", "_tokens", "facts", "tested")

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0
        self.facts: list[Named] = []
        """Those that were named so far."""
        self.tested: set[str] = set()
        """Those that an `if` asked about."""

    def word(self) -> str:
        """The next token, if it is a name, which is then passed; else nothing."""
        token = self._tokens[self._place]
        self._place += token.kind == "name"
        return token.text if token.kind == "name" else ""

    def question(self) -> Phrase:
        """What stands behind an `if`."""
        before = len(self.facts)
        phrase = self._either()
        self.tested.update(fact.name for fact in self.facts[before:])
        return phrase

    def value(self) -> Phrase:
        """A value, or a choice between two."""
        self._depth += 1
        if self._depth > DEPTH:
            raise TextError(self._tokens[self._place].offset, f"A text is nested {DEPTH} levels deep at most.", FORM)
        phrase = self._either()
        if self._passes("if"):
            test = self.question()
            phrase = Chosen(phrase, test, self.value() if self._passes("else") else None)
        self._depth -= 1
        return phrase

    def close(self) -> None:
        """Nothing, where nothing is left."""
        token = self._tokens[self._place]
        if token.kind != "end":
            wrong = f"{token.text!r} cannot stand here."
            mend = "A text calls nothing; a filter stands behind a bar: fact | number." if token.text == "(" else FORM
            raise TextError(token.offset, wrong, mend)

    def _either(self) -> Phrase:
        parts = [self._both()]
        while self._passes("or"):
            parts.append(self._both())
        return Joined("or", tuple(parts)) if len(parts) > 1 else parts[0]

    def _both(self) -> Phrase:
        parts = [self._denied()]
        while self._passes("and"):
            parts.append(self._denied())
        return Joined("and", tuple(parts)) if len(parts) > 1 else parts[0]

    def _denied(self) -> Phrase:
        times = 0
        while self._passes("not"):
            times += 1
        phrase = self._compared()
        if not times:
            return phrase
        return Denied(phrase) if times % 2 else Denied(Denied(phrase))

    def _compared(self) -> Phrase:
        left = self._combined(0)
        parts: list[Phrase] = []
        while sign := self._comparison():
            right = self._combined(0)
            parts.append(Compared(sign, left, right))
            left = right
        if not parts:
            return left
        return parts[0] if len(parts) == 1 else Joined("and", tuple(parts))

    def _comparison(self) -> str:
        token = self._tokens[self._place]
        if token.kind == "sign" and token.text in _COMPARISONS:
            self._place += 1
            return token.text
        if self._passes("in"):
            return "in"
        if token.kind == "name" and token.text == "not":
            self._place += 1
            self._due("in")
            return "not in"
        return ""

    def _combined(self, level: int) -> Phrase:
        if level == len(_BINDING):
            return self._signed()
        phrase = self._combined(level + 1)
        while (sign := self._tokens[self._place]).kind == "sign" and sign.text in _BINDING[level]:
            self._place += 1
            right = self._combined(level + 1)
            self._check_sign(sign, phrase, right)
            phrase = Combined(sign.text, phrase, right)
        return phrase

    def _check_sign(self, sign: Token, left: Phrase, right: Phrase) -> None:
        if sign.text == "~":
            return
        for side in (left, right):
            if isinstance(side, Written) and isinstance(side.value, str):
                raise TextError(sign.offset, f"{sign.text} calculates with numbers.", "Join texts with ~.")
        if sign.text == "/" and right == Written(0.0):
            raise TextError(sign.offset, "This divides by zero.")

    def _signed(self) -> Phrase:
        if self._passes("-", "sign"):
            return self._filtered(Combined("-", Written(0.0), self._single()))
        return self._filtered(self._single())

    def _single(self) -> Phrase:
        token = self._tokens[self._place]
        self._place += 1
        if token.kind == "text":
            return Written(token.text)
        if token.kind == "number":
            return Written(float(token.text))
        if token.kind == "name" and token.text not in _WORDS:
            return self._fact(token)
        if token.kind == "sign" and token.text == "(":
            phrase = self.value()
            self._due(")")
            return phrase
        if token.kind == "sign" and token.text == "{":
            return self._table()
        self._place -= 1
        wrong = "A value is missing here." if token.kind == "end" else f"{token.text!r} cannot stand here."
        raise TextError(token.offset, wrong, FORM)

    def _fact(self, token: Token) -> Phrase:
        fact = Named(token.text, token.offset)
        self.facts.append(fact)
        return fact

    def _table(self) -> Phrase:
        table: dict[str, Phrase] = {}
        while not self._passes("}", "sign"):
            key = self._tokens[self._place]
            self._place += 1
            if key.kind != "text":
                raise TextError(key.offset, "The keys of a table are texts.", "Write {'low': '...'}[fact].")
            self._due(":")
            table[key.text] = self.value()
            if not self._passes(",", "sign") and self._tokens[self._place].text != "}":
                self._due("}")
        self._due("[")
        key_phrase = self.value()
        self._due("]")
        return Looked(table, key_phrase)

    def _filtered(self, phrase: Phrase) -> Phrase:
        while self._passes("|", "sign"):
            token = self._tokens[self._place]
            known = FILTERS.get(self.word())
            if known is None:
                raise _no_filter(token)
            phrase = Filtered(token.text, phrase, self._arguments(token, known))
        return phrase

    def _arguments(self, filter_: Token, known: Filter) -> tuple[float | str, ...]:
        given: list[float | str] = []
        if self._passes("(", "sign"):
            while not self._passes(")", "sign"):
                token = self._tokens[self._place]
                self._place += 1
                if token.kind not in ("text", "number"):
                    raise TextError(token.offset, "A filter takes written values.", FORM)
                given.append(token.text if token.kind == "text" else float(token.text))
                if not self._passes(",", "sign") and self._tokens[self._place].text != ")":
                    self._due(")")
        fitting = [isinstance(value, kind) for value, kind in zip(given, known.arguments, strict=False)]
        if not (all(fitting) and known.needed <= len(given) <= len(known.arguments)):
            kinds = ", ".join("a text" if kind is str else "a number" for kind in known.arguments) or "nothing"
            raise TextError(filter_.offset, f"The filter {filter_.text} takes {kinds} in brackets.", FORM)
        return tuple(given)

    def _passes(self, text: str, kind: str = "name") -> bool:
        """Whether the next token is this one, which is then passed."""
        token = self._tokens[self._place]
        found = token.kind == kind and token.text == text
        self._place += found
        return found

    def _due(self, text: str) -> None:
        token = self._tokens[self._place]
        if token.kind == "end" or token.text != text:
            raise TextError(token.offset, f"{text!r} is missing here.", FORM)
        self._place += 1


def _no_filter(token: Token) -> TextError:
    near = get_close_matches(token.text, FILTERS, n=1)
    mend = f"Did you mean {near[0]}?" if near else f"There are {', '.join(FILTERS)}."
    return TextError(token.offset, f"The text uses the filter {token.text}, which does not exist.", mend)
