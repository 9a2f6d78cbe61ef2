"""Pack texts filled with a company's facts."""

from collections.abc import Mapping

from salesdesign.errors import BadInput, Problem
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import Value
from salesdesign.wording.language.fill import Filling
from salesdesign.wording.language.parse import parse_text
from salesdesign.wording.language.problems import TextError
from salesdesign.wording.shown import Currency, Shown, show


class Texts:
    """Pack texts for one company: the facts are fixed, the texts come one by one."""

    def __init__(self, facts: Mapping[str, Value], catalogue: Catalogue, currency: Currency) -> None:
        self._facts = facts
        self._catalogue = catalogue
        self._currency = currency
        self._filling = Filling(self._look, currency)
        self._shown: dict[str, Shown] = {}

    def fill(self, text: str) -> str:
        """The text with every fact filled in, on one line.

        Raises:
            BadInput: the text cannot be filled.
        """
        if "{" not in text:
            return text
        try:
            return " ".join(self._filling.text(parse_text(text).parts).split())
        except (TextError, LookupError, TypeError, ValueError, OverflowError) as error:
            wrong = f"the text {text!r} cannot be filled: {error}."
            raise BadInput([Problem(file="rules", wrong=wrong, mend="Mend the text.")]) from error

    def value(self, name: str) -> Shown:
        """One fact as a text shows it."""
        return show(name, self._facts.get(name), self._catalogue, self._currency)

    def _look(self, name: str) -> Shown:
        if name not in self._shown:
            self._shown[name] = self.value(self._known(name))
        return self._shown[name]

    def _known(self, name: str) -> str:
        """The name of a fact that there is; what only a company may have, or a pack decides, is one too."""
        catalogue = self._catalogue
        if name in catalogue.facts or name in catalogue.derived or name in self._facts or name in _BESIDE:
            return name
        if name.startswith("decided."):
            return name
        raise LookupError(f"{name} is no fact")


_BESIDE = frozenset({"segments"})
"""Counted and listed by texts and conditions, and no fact of a catalogue."""
