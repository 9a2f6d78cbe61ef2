"""A letter for each option, for charts that are drawn with letters."""

from collections.abc import Iterable, Mapping

from salesdesign.varying.variation import Point

NOTHING, LEFT_OUT = "?", " "


def letters_of(options: Iterable[str]) -> dict[str, str]:
    """A capital letter by option: its first one that is still free.

    >>> letters_of(["pod", "island", "partners"])
    {'pod': 'P', 'island': 'I', 'partners': 'A'}
    """
    found: dict[str, str] = {}
    for option in options:
        wanted = [sign for sign in option.upper() if sign.isalpha()] + [chr(code) for code in range(65, 91)]
        found[option] = next((sign for sign in wanted if sign not in found.values()), "*")
    return found


def sign_of(point: Point, letters: Mapping[str, str]) -> str:
    """The letter of what is chosen at a place."""
    if point.left_out:
        return LEFT_OUT
    return letters[point.chosen] if point.chosen else NOTHING
