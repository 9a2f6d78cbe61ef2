"""What a text may do with a value after a bar, and which arguments each filter takes."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from salesdesign.wording.numbers import counted, list_of, number, share
from salesdesign.wording.shown import Currency, Unknown, Word

Given: TypeAlias = Sequence[float | str]
MOST_DECIMALS = 6


class Filter(NamedTuple):
    """A filter with the arguments that it takes: of these kinds, the first `needed` of them always."""

    show: Callable[[object, Given, Currency], object]
    arguments: tuple[type, ...] = ()
    needed: int = 0


def _people(value: object, given: Given, _: Currency) -> object:
    singular, plural = str(given[0]), str(given[1]) if len(given) > 1 else ""
    if isinstance(value, Unknown):
        return f"an unknown number of {plural or singular + 's'}"
    return counted(_number(value), singular, plural)


def _money(value: object, _: Given, currency: Currency) -> object:
    return value if isinstance(value, Unknown) else currency.show(_number(value))


def _list_of(value: object, _: Given, __: Currency) -> object:
    if isinstance(value, Unknown):
        return ""
    if not isinstance(value, (list, tuple)):
        raise TypeError(f"{value} is no list")
    return list_of(str(item) for item in value)


def _words(value: object, _: Given, __: Currency) -> object:
    return value.meaning if isinstance(value, Word) else str(value)


def _of_number(show: Callable[..., object]) -> Callable[[object, Given, Currency], object]:
    """A filter for numbers that leaves the unknown as it is."""
    return lambda value, given, _: value if isinstance(value, Unknown) else show(_number(value), *map(_whole, given))


def _whole(given: float | str) -> int:
    return max(0, min(MOST_DECIMALS, int(given)))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{value} is no number")
    return value


FILTERS: Mapping[str, Filter] = {
    "abs": Filter(_of_number(abs)),
    "list_of": Filter(_list_of),
    "money": Filter(_money),
    "number": Filter(_of_number(number), (float,)),
    "people": Filter(_people, (str, str), 1),
    "round": Filter(_of_number(round), (float,)),
    "share": Filter(_of_number(share)),
    "words": Filter(_words),
}
