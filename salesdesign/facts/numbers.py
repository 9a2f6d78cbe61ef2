"""Numbers as people write them: those that can be read, and what the others probably mean."""

import re

LARGEST = 2**53
"""Up to here a float holds every whole number."""

_LONGEST = 60

_NUMBER = re.compile(
    r"[-+]?(?:(?:0|[1-9][0-9]{0,2}(?:_[0-9]{3})+|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?"
)
_ROUGH = re.compile(
    r"(?:[$€£¥₹]|[a-z]{3}\b)?\s*(?P<sign>[-+]?)\s*(?:[$€£¥₹]\s*)?(?P<digits>[0-9][0-9.,'’_\s]*)"
    r"(?P<times>%|k|thousand|m|mn|mio|million|b|bn|billion)?(?![a-z])[^0-9]*",
    re.IGNORECASE,
)
_TIMES = {
    "": 1.0,
    "%": 0.01,
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mio": 1e6,
    "million": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "billion": 1e9,
}


def number_in(text: str) -> int | float | None:
    """The number that a text is, a whole one as int: 12, 1_000, 1e5, -0.5; None for anything that is open to doubt.

    >>> number_in("1_000"), number_in("1e5"), number_in("012"), number_in("12:30")
    (1000, 100000, None, None)
    """
    if _NUMBER.fullmatch(text) is None:
        return None
    value = float(text)
    if not -LARGEST <= value <= LARGEST:
        return None
    return int(value) if value.is_integer() else value


def is_too_large(text: str) -> bool:
    """Whether a text is a number beyond all that is calculated with."""
    return _NUMBER.fullmatch(text) is not None and abs(float(text)) > LARGEST


def rough_number(text: str) -> int | float | None:
    """The number that a text probably means: a percentage, thousands with commas, 1.2m, a currency, a unit.

    >>> rough_number("60 %"), rough_number("$1.2m"), rough_number("1,200,000"), rough_number("1,5")
    (0.6, 1200000, 1200000, 1.5)
    """
    match = _ROUGH.fullmatch(text.strip()) if len(text) < _LONGEST else None
    if match is None:
        return None
    digits = float(match["sign"] + _without_separators(match["digits"]))
    value = round(digits * _TIMES[(match["times"] or "").lower()], 10)
    return int(value) if value.is_integer() and abs(value) <= LARGEST else value


def based_number(text: str) -> int | None:
    """The number that a text is in a base other than ten: 0x1f, 0o17, 0b101."""
    try:
        return int(text, 0) if re.match(r"[-+]?0[xob]", text, re.IGNORECASE) else None
    except ValueError:
        return None


def written(value: float) -> str:
    """A number as it would be typed into a facts file.

    >>> written(1200000.0), written(0.6)
    ('1200000', '0.6')
    """
    return str(int(value)) if float(value).is_integer() else repr(float(value))


def _without_separators(text: str) -> str:
    """Digits with a point before the decimals, from digits that are grouped in any country's way."""
    digits = re.sub(r"['’_\s]", "", text)
    last = max(",.", key=digits.rfind)
    other = "," if last == "." else "."
    only_commas = last == "," and other not in digits
    if digits.count(last) > 1 or (only_commas and re.search(r",[0-9]{3}$", digits)):
        return re.sub(r"[,.]", "", digits)
    return digits.replace(other, "").replace(last, ".")
