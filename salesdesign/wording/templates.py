"""Pack texts filled with a company's facts, in a sandbox."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from jinja2 import StrictUndefined, Template, TemplateError, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from salesdesign.errors import BadInput, Problem
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import Value
from salesdesign.wording.numbers import counted, list_of, number, share
from salesdesign.wording.shown import Currency, Shown, Unknown, Word, show


class Texts:
    """Pack texts for one company: the facts are fixed, the templates come one by one."""

    def __init__(self, facts: Mapping[str, Value], catalogue: Catalogue, currency: Currency) -> None:
        self._facts = facts
        self._catalogue = catalogue
        self._currency = currency
        self._context: dict[str, object] | None = None

    def fill(self, text: str) -> str:
        """The text with every fact filled in, on one line.

        Raises:
            BadInput: the template cannot be filled.
        """
        if "{" not in text:
            return text
        if self._context is None:
            self._context = _nested(self._facts, self._catalogue, self._currency)
        try:
            return " ".join(_template(text).render(self._context, _currency=self._currency).split())
        except (TemplateError, TypeError, ValueError, ZeroDivisionError, OverflowError) as error:
            wrong = f"the text {text!r} cannot be filled: {error}."
            raise BadInput([Problem(file="rules", wrong=wrong, mend="Mend the template.")]) from error

    def value(self, name: str) -> Shown:
        """One fact as a text shows it."""
        return show(name, self._facts.get(name), self._catalogue, self._currency)


class _FactsOnly(ImmutableSandboxedEnvironment):
    """A sandbox in which a dot reaches into a section of facts and nowhere else."""

    def getattr(self, obj: object, attribute: str) -> object:
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)


@lru_cache(maxsize=4096)
def _template(text: str) -> Template:
    return _environment().from_string(text)


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = _FactsOnly(undefined=StrictUndefined, autoescape=False, finalize=_printed)
    environment.globals.clear()
    environment.filters = {
        "people": _people,
        "money": _money,
        "share": _of_number(share),
        "number": _of_number(number),
        "list_of": lambda items: list_of(str(item) for item in items),
        "words": lambda word: word.meaning if isinstance(word, Word) else str(word),
        "round": _of_number(round),
        "abs": _of_number(abs),
    }
    return environment


def _people(count: float | Unknown, noun: str, plural: str = "") -> str:
    return (
        f"an unknown number of {plural or noun + 's'}" if isinstance(count, Unknown) else counted(count, noun, plural)
    )


@pass_context
def _money(context: Context, usd: float | Unknown) -> str:
    currency: Currency = context["_currency"]
    return str(usd) if isinstance(usd, Unknown) else currency.show(usd)


def _of_number(show: Callable[..., object]) -> Callable[..., object]:
    """A filter for numbers that leaves the unknown as it is."""
    return lambda value, *decimals: value if isinstance(value, Unknown) else show(float(value), *decimals)


def _printed(value: object) -> object:
    if type(value) is float or type(value) is int:
        return number(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _nested(facts: Mapping[str, Value], catalogue: Catalogue, currency: Currency) -> dict[str, object]:
    names: Iterable[str] = dict.fromkeys([*catalogue.facts, *catalogue.derived, *facts])
    context: dict[str, object] = {}
    for name in names:
        *sections, last = name.split(".")
        place = context
        for section in sections:
            place = place.setdefault(section, {})  # type: ignore[assignment]  # sections hold only sections and facts
        place[last] = show(name, facts.get(name), catalogue, currency)
    return context
