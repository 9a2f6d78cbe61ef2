"""The values of a fact that is varied: how they read, and where they lie."""

from salesdesign.model.catalogue import FactType
from salesdesign.model.expression import Value
from salesdesign.reporting.phrasing import told_as
from salesdesign.reporting.view import View
from salesdesign.varying.variation import Axis, Place
from salesdesign.wording.numbers import money, number, share
from salesdesign.wording.shown import currency_of


def place_of(view: View, fact: str, value: Value) -> Place:
    """A value with the text that it is shown as."""
    definition = view.pack.catalogue.facts[fact]
    if isinstance(value, bool):
        return Place(value=value, text="yes" if value else "no")
    if isinstance(value, str):
        return Place(value=value, text=value.replace("_", " "))
    if definition.type is FactType.SCALE:
        return Place(value=value, text=f"{value} of 5")
    if isinstance(value, float) and definition.type is FactType.SHARE:
        return Place(value=value, text=_share(value))
    if isinstance(value, (int, float)) and definition.type is FactType.MONEY:
        return Place(value=value, text=_money(value, currency_of(view.advice.facts).code))
    return Place(value=value, text=told_as(view, fact, value))


def positions(axis: Axis) -> tuple[float, ...]:
    """Where each value lies between the ends, from 0 to 1; answers at equal distances."""
    values = [place.value for place in axis.places]
    if not axis.numeric or len(values) == 1:
        return tuple(place / max(1, len(values) - 1) for place in range(len(values)))
    numbers = [float(value) for value in values if isinstance(value, (int, float))]
    return tuple((value - numbers[0]) / (numbers[-1] - numbers[0]) for value in numbers)


def _share(value: float) -> str:
    text = share(value)
    percent = round(value * 100, 6)
    return text if float(text.removesuffix("%")) == percent else f"{number(percent, 4)}%"


def _money(value: float, currency: str) -> str:
    """An amount, written out where a rounded one would be another."""
    text = money(value, currency)
    return text if " million" not in text and " billion" not in text else _exact_money(value, currency)


def _exact_money(value: float, currency: str) -> str:
    ones = money(1, currency)
    return ones.replace("1", number(value, 2), 1)
