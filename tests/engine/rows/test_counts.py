"""Constants are counted in small whole numbers, and give the same net."""

from salesdesign.engine.rows.counts import constants_of, count_of
from salesdesign.model.pack import Line, Steps


def test_the_unit_is_the_largest_that_all_are_multiples_of() -> None:
    assert count_of(0, [500, -1000, 1500]).unit == 500


def test_a_count_begins_where_it_has_most_room_on_both_sides() -> None:
    count = count_of(2, [1000, 1000, 3000, -1000])
    assert (count.started(), count.net()) == (["k2 = 123", "n2 = -123000"], "n2 + k2 * 1000")


def test_an_option_without_constants_has_a_net_of_nothing() -> None:
    count = count_of(1, [])
    assert (count.started(), count.net()) == (["k1 = 125", "n1 = -125"], "n1 + k1 * 1")


def test_a_line_has_no_constants() -> None:
    points = (2000, Steps(steps={"lake": 1000, "sea": -500}), Line(places=((0, 0), (10, 3000))))
    assert [constants_of(each) for each in points] == [(2000,), (1000, -500), ()]
