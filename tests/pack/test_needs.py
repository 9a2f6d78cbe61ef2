"""Which conditions exclude each other."""

import pytest

from salesdesign.conditions import Scope, parse_condition
from salesdesign.model.catalogue import FactType
from salesdesign.pack.needs import agree, needs_of

SCOPE = Scope(
    types={"n": FactType.NUMBER, "c": FactType.CHOICE, "y": FactType.YES_NO, "l": FactType.CHOICES},
    choices={"c": ("oak", "ash", "elm"), "l": ("oak", "ash")},
    figures={},
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("n < 4", "n >= 4", False),
        ("n <= 4", "n >= 4", True),
        ("4 > n", "4 <= n", False),
        ("n == 3", "3 < n < 5", False),
        ("n != 3", "n == 3", True),
        ("not n < 4", "n < 4", False),
        ("c == oak", "c == ash", False),
        ("c == oak", "c in [oak, ash]", True),
        ("c not in [oak, ash]", "c == oak", False),
        ("c != oak", "c != ash", True),
        ("not (c == oak or n > 3)", "n > 4", False),
        ("y", "not y", False),
        ("y and n > 1", "y and n < 2", True),
        ("oak in l", "ash in l", True),
        ("n < 4 or y", "n > 5", True),
    ],
)
def test_two_conditions_can_hold_together(one: str, other: str, expected: bool) -> None:
    first, second = (tuple(needs_of(parse_condition(text, SCOPE))) for text in (one, other))
    assert (agree(first, second), agree(second, first)) == (expected, expected)
