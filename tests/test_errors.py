"""What is told of bad input, and how much of it."""

import pytest

from salesdesign.errors import MOST_TOLD, BadInput, Problem


def told(count: int) -> list[str]:
    """What is told of so many problems."""
    found = [Problem(file="pack.yaml", line=line, column=1, wrong="Wrong.") for line in range(count, 0, -1)]
    return str(BadInput(found)).splitlines()


@pytest.mark.parametrize("count", [1, MOST_TOLD - 1, MOST_TOLD])
def test_all_problems_are_told_at_once_in_their_order(count: int) -> None:
    assert told(count) == [f"pack.yaml:{line}:1: Wrong." for line in range(1, count + 1)]


def test_of_very_many_problems_the_first_are_told_and_the_rest_is_counted() -> None:
    assert told(MOST_TOLD + 59_000)[MOST_TOLD:] == ["There are 59,000 problems more. Mend these first."]
