"""A number that moves in steps: where it may stand, in which order, and what moves with it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from salesdesign.engine.probing.polynomial import value_at
from salesdesign.engine.probing.track import LARGEST, Track, track_of
from salesdesign.model.catalogue import FactType
from salesdesign.model.expression import Value
from tests.engine.probing.examples import PROBED


def track(name: str, value: float, **other: Value) -> Track:
    """The track of a number of the vessels."""
    stated = {name: value, **{key.replace("__", "."): given for key, given in other.items()}}
    return track_of(PROBED.facts[name], stated, PROBED, 1)


@pytest.mark.parametrize(
    ("name", "value", "upward", "downward"),
    [
        ("crew.sailors", 5, [6, 7, 8], [4, 3, 2, 1, 0]),
        ("crew.sailors", 8, [], [7, 6, 5, 4, 3, 2, 1, 0]),
        ("cargo.value", 3.5, [8, 9, 10, 11, 12, 13, 14, 15, 16], [6, 5, 4, 3, 2, 1, 0]),
        ("cargo.value", 3.6, [8, 9, 10, 11, 12, 13, 14, 15, 16], [7, 6, 5, 4, 3, 2, 1, 0]),
        ("crew.skill", 2, [3, 4, 5], [1]),
    ],
)
def test_places_lie_on_both_sides_nearest_first(
    name: str, value: float, upward: list[int], downward: list[int]
) -> None:
    moving = track(name, value)
    assert ([*moving.upward()], [*moving.downward()]) == (upward, downward)


@pytest.mark.parametrize(
    ("value", "places"),
    [(8, [6, 7, 8]), (6, [6]), (5, []), (4, [4]), (3, [4, 3]), (0, [4, 3, 2, 1, 0])],
)
def test_places_towards_a_value_end_with_it(value: float, places: list[int]) -> None:
    assert [*track("crew.sailors", 5).towards(value)] == places


@pytest.mark.parametrize(("value", "places"), [(4.2, [8]), (3.2, [7]), (3.1, [7]), (3.0, [7, 6])])
def test_towards_a_value_between_places_it_stops_before_it(value: float, places: list[int]) -> None:
    assert [*track("cargo.value", 3.6).towards(value)] == places


@pytest.mark.parametrize(
    ("name", "start", "value", "half"),
    [
        ("crew.sailors", 5, 8, 6),
        ("crew.sailors", 5, 2, 4),
        ("crew.sailors", 5, 7, 6),
        ("cargo.value", 1, 2, 1.5),
        ("cargo.value", 1, 3, 2),
    ],
)
def test_halfway_is_the_middle_or_the_whole_number_before_it(
    name: str, start: float, value: float, half: float
) -> None:
    found = track(name, start).halfway(value)
    assert (found, type(found)) == (half, type(half))


@pytest.mark.parametrize(
    ("fact_type", "step", "finer"),
    [
        (FactType.NUMBER, Fraction(1), Fraction(1, 10)),
        (FactType.COUNT, Fraction(1), None),
        (FactType.COUNT, Fraction(2), Fraction(1)),
        (FactType.COUNT, Fraction(50), Fraction(5)),
        (FactType.SCALE, Fraction(1), None),
    ],
)
def test_finer_steps_are_a_tenth_and_whole_where_the_number_is(
    fact_type: FactType, step: Fraction, finer: Fraction | None
) -> None:
    moving = track("crew.sailors", 5)
    found = replace(moving, step=step, fact=replace(moving.fact, type=fact_type)).finer()
    assert (found and found.step) == finer


def test_shares_of_a_whole_make_room() -> None:
    moving = track("cargo.share", 0.25, cargo__rest=0.75)
    assert (dict(moving.siblings), float(moving.high)) == ({"cargo.rest": 0.75}, 1.0)
    assert moving.seen(0.5) == {"cargo.share": 0.5, "cargo.rest": 0.5}
    assert track("cargo.share", 1.0, cargo__rest=0.0).beside(0.25) == {"cargo.rest": 0.75}


def test_where_a_share_is_unknown_nothing_moves_along_and_the_rest_is_the_bound() -> None:
    moving = track("cargo.share", 0.25)
    assert (dict(moving.siblings), float(moving.high)) == ({}, 1.0)


def test_a_number_without_bounds_ends_where_floats_do() -> None:
    free = replace(PROBED.facts["cargo.value"], low=None, high=None)
    moving = track_of(free, {"cargo.value": 1.0}, PROBED, 1)
    assert (int(moving.low), int(moving.high)) == (-LARGEST, LARGEST)


def test_conditions_see_a_number_in_their_unit() -> None:
    moving = replace(track("cargo.value", 3), unit=2.0)
    assert (moving.seen(3), moving.value(7), moving.value(6)) == ({"cargo.value": 6.0}, 3.5, 3)


def of_three(**stated: float) -> Track:
    """The track of the first of three shares of a whole."""
    shares = {name: replace(PROBED.facts["cargo.share"], name=name, whole="load") for name in ("one", "two", "three")}
    catalogue = replace(PROBED, facts={**PROBED.facts, **shares})
    return track_of(shares["one"], stated, catalogue, 1)


def test_shares_keep_their_proportion_and_are_equal_where_they_were_nothing() -> None:
    assert of_three(one=0.5, two=0.4, three=0.1).beside(0.75) == {"two": 0.2, "three": 0.05}
    assert of_three(one=1.0, two=0.0, three=0.0).beside(0.5) == {"two": 0.25, "three": 0.25}


def test_a_share_ends_where_those_that_are_known_leave_nothing() -> None:
    moving = of_three(one=0.5, two=0.3)
    assert (moving.high, moving.siblings) == (Fraction(7, 10), {})


@pytest.mark.parametrize("stated", [(0.5, 0.4, 0.1), (1.0, 0.0, 0.0)])
def test_the_curves_of_shares_are_what_is_seen_of_them(stated: tuple[float, float, float]) -> None:
    moving = of_three(**dict(zip(("one", "two", "three"), stated, strict=True)))
    for place in moving.downward():
        seen = moving.seen(moving.value(place))
        curves = {name: value_at(curve.top, Fraction(place)) for name, curve in moving.curves().items()}
        assert {name: round(float(value), 6) for name, value in curves.items()} == seen
