"""Points on lines and steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.engine.points import points_at, range_of
from salesdesign.model.expression import Value
from salesdesign.model.pack import Line, Points, Steps
from tests.strategies import lines

LINE = Line(places=((4.0, -2000), (12.0, 0), (30.0, 2000)))
STEPS = Steps(steps={"low": 2000, "high": -1000})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, -2000),
        (4, -2000),
        (5, -1750),
        (8, -1000),
        (12, 0),
        (13, 111),
        (21.0, 1000),
        (30, 2000),
        (31, 2000),
    ],
)
def test_a_line_is_straight_between_its_places_and_level_outside(value: float, expected: int) -> None:
    assert points_at(LINE, value) == expected


@pytest.mark.parametrize(("value", "expected"), [(1, 0), (3, 2), (5, 2), (7, 4)])
def test_half_a_thousandth_is_rounded_to_the_even_one(value: int, expected: int) -> None:
    assert points_at(Line(places=((0, 0), (10, 5))), value) == expected


def test_steps_give_nothing_for_a_choice_that_is_not_listed() -> None:
    assert [points_at(STEPS, choice) for choice in ("low", "high", "medium")] == [2000, -1000, 0]


def test_a_number_does_not_hang_on_the_value() -> None:
    assert points_at(1500, "whatever") == 1500


@pytest.mark.parametrize(("points", "value"), [(LINE, "text"), (STEPS, 3), (STEPS, ("low",)), (LINE, None)])
def test_a_value_of_another_kind_gives_nothing(points: Points, value: Value) -> None:
    assert points_at(points, value) == 0


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        (LINE, (-2000, 2000)),
        (Line(places=((1.0, 3000), (2.0, 1000), (3.0, 2000))), (0, 3000)),
        (STEPS, (-1000, 2000)),
        (Steps(steps={"low": -500, "high": -2000}), (-2000, 0)),
        (Steps(steps={}), (0, 0)),
        (-700, (-700, 0)),
        (700, (0, 700)),
    ],
)
def test_the_range_covers_all_that_a_rule_can_come_to(points: Points, expected: tuple[int, int]) -> None:
    assert range_of(points) == expected


@given(lines(), st.floats(-10, 20))
def test_no_point_of_a_line_lies_outside_its_range(line: Line, value: float) -> None:
    low, high = range_of(line)
    assert low <= points_at(line, value) <= high
