"""The fact catalogue: what may be known about a company, and everything that follows from a fact's definition."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from functools import lru_cache

from salesdesign.model.expression import Expression, facts_in
from salesdesign.records import dataclass


class FactType(StrEnum):
    """How a fact is written, and what it may be compared with."""

    TEXT = "text"
    DATE = "date"
    """YYYY-MM-DD."""
    MONTH = "month"
    """YYYY-MM."""
    YES_NO = "yes_no"
    CHOICE = "choice"
    CHOICES = "choices"
    """A list of choices."""
    COUNT = "count"
    """A whole number."""
    NUMBER = "number"
    NUMBERS = "numbers"
    """A list of numbers."""
    MONEY = "money"
    """In the company's currency; conditions see US dollars."""
    SHARE = "share"
    """0 to 1."""
    SCALE = "scale"
    """A whole number from 1 to 5, each step worded as behaviour."""
    RECORDS = "records"
    """A list of mappings with fields of their own."""


NUMERIC = frozenset({FactType.COUNT, FactType.NUMBER, FactType.MONEY, FactType.SHARE, FactType.SCALE})
"""The types that can be calculated with and drawn a curve over."""


class Priority(StrEnum):
    """How much an advice depends on a fact in most companies."""

    MUST = "must"
    SHOULD = "should"
    COULD = "could"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that a choice or a scale can take."""

    id: str
    """For a scale "1" to "5"."""
    text: str
    """What it means, as a person would say it; for a scale, as behaviour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The definition of one fact: the one source for validation, questions, schema, columns and docs."""

    name: str
    """Dotted: section, then name."""
    type: FactType
    title: str
    """A short label for tables: "Sellers"."""
    question: str
    """The question as the wizard asks it."""
    help: str = ""
    """What counts and what does not, in a sentence or two."""
    unit: str = ""
    """"people", "days", "share of revenue" ...; empty for texts, choices and scales."""
    low: float | None = None
    high: float | None = None
    """The bounds, both allowed; None is unbounded."""
    typical: tuple[float, float] | None = None
    """The range in which most companies lie, for numbers."""
    step: float | None = None
    """The smallest change worth talking about."""
    choices: tuple[Choice, ...] = ()
    priority: Priority = Priority.COULD
    scales: bool = False
    """Whether a segment gets its share of it (people, leads, customers, totals of money)."""
    required: bool = False
    example: str = ""
    """As it would be typed in YAML."""
    whole: str = ""
    """The name of the whole of which this share is a part; the parts of a whole sum to 1."""
    benchmark: str = ""
    """The benchmark that stands in where a plan needs the fact and the company does not give it."""
    fields: tuple["Fact", ...] = ()
    """For records: the fields of one entry."""
    line: int = field(default=0, compare=False)
    """Where facts.yaml defines it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A named stretch of a number's line, from a limit up to the next band's limit."""

    id: str
    text: str
    start: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """A fact that follows from others. Where it bears the name of a stated fact, the stated value comes first."""

    name: str
    type: FactType
    title: str
    value: Expression
    unit: str = ""
    bands: tuple[Band, ...] = ()
    """Where given, the derived fact is the band in which `value` lies, lowest first."""
    warning: str = ""
    """What an advice says when a company's fact is taken from here: set for defaults, empty for plain arithmetic."""
    help: str = ""
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Consistency:
    """Something that facts can never be together."""

    id: str
    never: Expression
    at: str
    """The fact at whose place the problem is reported."""
    wrong: str
    """A template over the facts."""
    mend: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Catalogue:
    """All facts that there are, in the order in which they are shown.

    Compared by identity, so that what follows from a catalogue can be kept for the next company.
    """

    sections: Mapping[str, str]
    """Section id to title, in order."""
    facts: Mapping[str, Fact]
    derived: Mapping[str, Derived]
    """In an order in which each reads only those before it, stated facts and decisions."""
    consistency: tuple[Consistency, ...] = ()
    segments: str = "Parts of the company that differ"
    """What segments are: "Markets that sell differently"."""
    proxies: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By one thing, the facts and the "fact: item" of lists that are signs of it."""


def read_by(expression: Expression, catalogue: Catalogue) -> set[str]:
    """The facts that an expression hangs on, stated and derived, also through derived ones."""
    names = set(facts_in(expression))
    return names.union(*(read_behind(name, catalogue) for name in names if name in catalogue.derived))


@lru_cache(maxsize=1024)
def read_behind(name: str, catalogue: Catalogue) -> frozenset[str]:
    """The facts that a derived one hangs on, also through others: asked again and again, and always the same."""
    return frozenset(read_by(catalogue.derived[name].value, catalogue))


_TYPE_BOUNDS: Mapping[FactType, tuple[float | None, float | None]] = {
    FactType.COUNT: (0, None),
    FactType.SHARE: (0, 1),
    FactType.SCALE: (1, 5),
}


def bounds_of(fact: Fact) -> tuple[float | None, float | None]:
    """The lowest and the highest value of a number: those of the catalogue, else those of its type."""
    low, high = _TYPE_BOUNDS.get(fact.type, (None, None))
    return low if fact.low is None else fact.low, high if fact.high is None else fact.high
