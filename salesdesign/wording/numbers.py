"""Numbers, money, shares and lists as a person writes them in English."""

from collections.abc import Iterable

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩", "ILS": "₪"}
"""Currencies that readers know by a sign; any other is written with its code."""

MILLION = 1_000_000
BILLION = 1_000_000_000
WHOLE_FROM = 100
"""Amounts from here on are written without cents."""


def number(value: float, decimals: int = 1) -> str:
    """A number with thousands separated, and decimals only where they say something: 12, 1,200, 2.5."""
    text = f"{value:,.{decimals}f}"
    plain = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if plain == "-0" else plain.replace("-", "−")


def share(value: float) -> str:
    """A share of 0 to 1 in percent: 24%, 2.5%, 0.4%."""
    percent = value * 100
    return f"{number(percent, 0 if abs(percent) >= 10 else 1)}%"


def money(amount: float, currency: str) -> str:
    """An amount with its currency: $60,000, €3.2 million, 450,000 SEK."""
    digits = _rounded(round(abs(amount)) if abs(amount) >= WHOLE_FROM else abs(amount))
    sign = "−" if amount < 0 else ""
    symbol = SYMBOLS.get(currency)
    return f"{sign}{symbol}{digits}" if symbol else f"{sign}{digits} {currency}"


def counted(count: float, singular: str, plural: str = "") -> str:
    """A count with its noun in the right form: 1 seller, 12 sellers."""
    noun = singular if count == 1 else plural or f"{singular}s"
    return f"{number(count)} {noun}"


def points(value: float) -> str:
    """Points with their sign: +12.5, −3, 0."""
    text = number(value)
    return f"+{text}" if value > 0 and text != "0" else text


def list_of(items: Iterable[str], last: str = "and") -> str:
    """Items joined as in a sentence: a; a and b; a, b and c."""
    *others, final = list(items) or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def capitalised(text: str) -> str:
    """The text with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def _rounded(amount: float) -> str:
    if amount >= BILLION:
        return f"{number(amount / BILLION, 2)} billion"
    if amount >= MILLION:
        return f"{number(amount / MILLION, 2)} million"
    return number(amount, 2)
