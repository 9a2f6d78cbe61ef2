"""Facts as templates see them: they print as a reader expects and still calculate and compare."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.model.company import Values
from salesdesign.model.expression import Value
from salesdesign.records import dataclass
from salesdesign.wording.numbers import money, number, share


class Figure(float):
    """A number with the text that it prints as."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, value: float, text: str) -> "Figure":
        """The number `value`, printed as `text`."""
        figure = super().__new__(cls, value)
        figure.text = text
        return figure

    def __str__(self) -> str:
        return self.text


class Word(str):
    """A choice: compared by its id, printed without underscores, its meaning beside it."""

    __slots__ = ("meaning",)
    meaning: str

    def __new__(cls, identifier: str, meaning: str) -> "Word":
        """The choice `identifier`, which means `meaning`."""
        word = super().__new__(cls, identifier)
        word.meaning = meaning
        return word

    def __str__(self) -> str:
        return str.__str__(self).replace("_", " ")


class Unknown:
    """A fact that nobody told: false, equal to nothing, and unknown whatever is calculated with it."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False

    def __str__(self) -> str:
        return "unknown"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    def _never(self, _: object) -> bool:
        return False

    def _still_unknown(self, _: object) -> "Unknown":
        return self

    __lt__ = __le__ = __gt__ = __ge__ = __contains__ = _never
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _still_unknown


UNKNOWN = Unknown()

Shown: TypeAlias = "Figure | Word | str | bool | list[Word] | list[float] | Unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """The company's currency, and what one unit of it is worth in US dollars (None: nobody said)."""

    code: str
    usd_per_unit: float | None

    def own(self, usd: Value) -> Value:
        """An amount of US dollars in this currency; None where the rate is not known."""
        return usd / self.usd_per_unit if isinstance(usd, (int, float)) and self.usd_per_unit else None

    def show(self, usd: float) -> str:
        """An amount of US dollars in the company's currency; in dollars where the rate is not known."""
        return money(usd / self.usd_per_unit, self.code) if self.usd_per_unit else money(usd, "USD")


def currency_of(facts: Values) -> Currency:
    """The currency that a company's money is in."""
    code = str(facts.get("company.currency") or "USD")
    rate = facts.get("company.usd_per_unit")
    return Currency(code=code, usd_per_unit=float(rate) if isinstance(rate, (int, float)) else _rate(code))


def show(name: str, value: object, catalogue: Catalogue, currency: Currency) -> Shown:
    """One fact's value, as templates and tables print it; money is given in US dollars."""
    definition = catalogue.facts.get(name) or catalogue.derived.get(name)
    kind = definition.type if definition else None
    if value is None:
        return UNKNOWN
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return Figure(value, _figure_text(value, kind, currency))
    if isinstance(value, (tuple, list)):
        return [_word(name, item, catalogue) if isinstance(item, str) else float(item) for item in value]  # type: ignore[return-value]  # a list is of words or of numbers, never of both
    return _word(name, str(value), catalogue) if kind in (FactType.CHOICE, FactType.CHOICES, None) else str(value)


def meanings(name: str, catalogue: Catalogue) -> Mapping[str, str]:
    """What each choice of a fact means, by its id."""
    fact = catalogue.facts.get(name)
    if fact and fact.choices:
        return {choice.id: choice.text for choice in fact.choices}
    derived = catalogue.derived.get(name)
    return {band.id: band.text for band in derived.bands} if derived else {}


def _word(name: str, identifier: str, catalogue: Catalogue) -> Word:
    return Word(identifier, meanings(name, catalogue).get(identifier, identifier.replace("_", " ")))


def _figure_text(value: float, kind: FactType | None, currency: Currency) -> str:
    if kind is FactType.MONEY:
        return currency.show(value)
    return share(value) if kind is FactType.SHARE else number(value)


def _rate(code: str) -> float | None:
    return 1.0 if code == "USD" else None
