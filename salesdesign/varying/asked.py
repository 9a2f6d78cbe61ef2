"""What `--vary` asks for: a fact and the values that it takes."""

from collections.abc import Sequence
from fractions import Fraction

from salesdesign.errors import BadUsage
from salesdesign.facts.names import SEGMENTS, USD_PER_UNIT
from salesdesign.facts.numbers import number_in
from salesdesign.facts.unknown import no_such_fact
from salesdesign.model.catalogue import NUMERIC, Catalogue, Fact, FactType, bounds_of
from salesdesign.records import dataclass

ANSWERS = frozenset({FactType.CHOICE, FactType.YES_NO, FactType.SCALE})
"""Types that are varied over their values."""

WHOLE = frozenset({FactType.COUNT, FactType.SCALE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A fact with the ends of a range, or with the values that it takes one after the other."""

    fact: Fact
    ends: tuple[Fraction, Fraction] | None
    values: tuple[str | bool, ...] = ()
    notes: tuple[str, ...] = ()


def asked_of(texts: Sequence[str], catalogue: Catalogue) -> tuple[Asked, ...]:
    """One fact, or two, as they were typed.

    Raises: BadUsage for a fact or a range that cannot be varied.
    """
    if not 1 <= len(texts) <= 2:
        raise BadUsage(f"--vary: {len(texts)} facts are given. Vary one, or two for a map.")
    asked = tuple(_asked(text, catalogue) for text in texts)
    _check_pair([one.fact for one in asked])
    return asked


def _check_pair(facts: list[Fact]) -> None:
    if len(facts) == 2 and facts[0].name == facts[1].name:
        raise BadUsage(f"--vary {facts[0].name}: It is given twice. Vary two different facts.")
    if len(facts) == 2 and facts[0].whole and facts[0].whole == facts[1].whole:
        names = f"{facts[0].name} and {facts[1].name}"
        raise BadUsage(f"--vary: {names} are shares of one whole and move together. Vary one of them.")


def _asked(text: str, catalogue: Catalogue) -> Asked:
    name, equals, wanted = (part.strip() for part in text.partition("="))
    fact = catalogue.facts.get(name)
    if name == SEGMENTS or (fact is not None and fact.type is FactType.RECORDS):
        raise BadUsage(f"--vary {name}: It is a list of entries. Vary a number, a choice, a scale or a yes and no.")
    if fact is None:
        complaint = no_such_fact(name, catalogue)
        raise BadUsage(f"--vary {name}: {complaint.wrong} {complaint.mend}")
    if name == USD_PER_UNIT:
        raise BadUsage(f"--vary {name}: It converts every amount. Vary one of the amounts.")
    if fact.type not in NUMERIC | ANSWERS:
        raise BadUsage(f"--vary {name}: It is no number, choice or yes and no. Set it with --set {name}=VALUE.")
    ends = _ends(fact, wanted) if equals else ("", "")
    if fact.type in NUMERIC:
        return _numbers(fact, ends)
    return Asked(fact=fact, ends=None, values=_answers(fact, ends))


def _ends(fact: Fact, wanted: str) -> tuple[str, str]:
    low, dots, high = (part.strip() for part in wanted.partition(".."))
    if not (low and dots and high):
        raise BadUsage(f"--vary {fact.name}={wanted}: This is no range. Write {fact.name}=LOW..HIGH.")
    return low, high


def _answers(fact: Fact, ends: tuple[str, str]) -> tuple[str | bool, ...]:
    """The values from one to another, in the order of the catalogue; all of them where no ends are given."""
    spelled = ("no", "yes") if fact.type is FactType.YES_NO else tuple(choice.id for choice in fact.choices)
    low, high = (
        _answer(fact, end, spelled) if end else default for end, default in zip(ends, _all(spelled), strict=True)
    )
    if low > high:
        raise BadUsage(f"--vary {fact.name}={ends[0]}..{ends[1]}: The order is {', '.join(spelled)}. Turn it round.")
    found = spelled[low : high + 1]
    return tuple(one == "yes" for one in found) if fact.type is FactType.YES_NO else found


def _all(spelled: Sequence[str]) -> tuple[int, int]:
    return 0, len(spelled) - 1


def _answer(fact: Fact, end: str, spelled: Sequence[str]) -> int:
    if end not in spelled:
        raise BadUsage(f"--vary {fact.name}: '{end}' is not among its values. There are: {', '.join(spelled)}.")
    return spelled.index(end)


def _numbers(fact: Fact, ends: tuple[str, str]) -> Asked:
    bounds = bounds_of(fact)
    if not ends[0]:
        ends = _usual(fact, bounds)
    low, high = (_number(fact, end) for end in ends)
    if low > high:
        raise BadUsage(f"--vary {fact.name}={ends[0]}..{ends[1]}: The range runs backwards. Turn it round.")
    kept = (
        low if bounds[0] is None else max(low, Fraction(repr(bounds[0]))),
        high if bounds[1] is None else min(high, Fraction(repr(bounds[1]))),
    )
    if kept[0] > kept[1]:
        raise BadUsage(f"--vary {fact.name}={ends[0]}..{ends[1]}: None of it is possible. {_possible(bounds)}")
    notes = (f"Values that cannot be are left out. {_possible(bounds)}",) if kept != (low, high) else ()
    return Asked(fact=fact, ends=kept, notes=notes)


def _usual(fact: Fact, bounds: tuple[float | None, float | None]) -> tuple[str, str]:
    """The ends where none are given: all steps of a scale, else the range in which most companies lie."""
    low, high = fact.typical or bounds if fact.type is not FactType.SCALE else bounds
    if low is None or high is None:
        raise BadUsage(f"--vary {fact.name}: From where to where? Write {fact.name}=LOW..HIGH.")
    return f"{low:g}", f"{high:g}"


def _number(fact: Fact, end: str) -> Fraction:
    value = number_in(end)
    if value is None:
        raise BadUsage(f"--vary {fact.name}: '{end}' is no number. Write {fact.name}=LOW..HIGH.")
    number = Fraction(repr(value))
    if fact.type in WHOLE and number.denominator != 1:
        raise BadUsage(f"--vary {fact.name}: {end} is not a whole number.")
    return number


def _possible(bounds: tuple[float | None, float | None]) -> str:
    low, high = bounds
    if low is not None and high is not None:
        return f"It lies between {low:g} and {high:g}."
    return f"It is at least {low:g}." if low is not None else f"It is at most {high:g}."
