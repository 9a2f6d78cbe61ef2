"""How findings add up: within a criterion, over criteria, as a score."""

import pytest

from salesdesign.engine.score import score_of, standings
from salesdesign.model.pack import Criterion
from salesdesign.model.ranking import Contribution
from tests.engine.examples import criterion, decision, findings_of, when

STRONG = criterion("strong", 2.0, when("yes", raft=2000), when("crew.sailors > 0", raft=3000, ship=-500))
AGAINST = criterion("against", 2.0, when("yes", raft=-2000), when("yes", raft=-3000))


def contributions(option: str, *criteria: Criterion, **weights: float) -> list[Contribution]:
    """What each criterion gives an option while nothing is known."""
    asked = decision(*criteria)
    found = findings_of(asked, {})
    return list(next(item for item in standings(asked, found, weights) if item.option == option).contributions)


def given(part: Contribution) -> tuple[int, int, int, int]:
    """Points, net and band."""
    return part.points, part.net, part.low, part.high


@pytest.mark.parametrize(
    ("which", "option", "expected"),
    [
        (STRONG, "raft", (2000, 4000, 4000, 6000)),
        (STRONG, "ship", (0, 0, -1000, 0)),
        (STRONG, "boat", (0, 0, 0, 0)),
        (AGAINST, "raft", (-3000, -6000, -6000, -6000)),
    ],
)
def test_points_are_added_held_within_three_and_weighed(
    which: Criterion, option: str, expected: tuple[int, int, int, int]
) -> None:
    assert [given(part) for part in contributions(option, which)] == [expected]


def test_the_sum_is_held_and_not_its_parts() -> None:
    both = criterion("both", 1.0, when("yes", raft=3000), when("1 > 0", raft=3000), when("2 > 1", raft=-2000))
    assert contributions("raft", both)[0].points == 3000


@pytest.mark.parametrize(("points", "net"), [(1, 0), (3, 2), (5, 2), (-1, 0), (-3, -2)])
def test_half_a_thousandth_is_rounded_to_the_even_one_once_a_criterion(points: int, net: int) -> None:
    half = criterion("half", 0.5, when("yes", raft=points))
    assert given(contributions("raft", half)[0]) == (points, net, net, net)


def test_a_weight_can_be_given_by_id() -> None:
    parts = contributions("raft", STRONG, AGAINST, strong=0.25, other=9.0)
    assert [(part.criterion, part.weight, part.net) for part in parts] == [
        ("strong", 0.25, 500),
        ("against", 2.0, -6000),
    ]


def test_a_criterion_shows_the_findings_that_name_the_option() -> None:
    parts = contributions("ship", STRONG, AGAINST)
    assert [[finding.rule.asks for finding in part.findings] for part in parts] == [["crew.sailors > 0"], []]


def test_the_parts_make_the_whole_in_the_order_of_the_decision() -> None:
    asked = decision(STRONG, AGAINST)
    found = standings(asked, findings_of(asked, {}), {})
    assert [(item.option, item.net, item.low, item.high) for item in found] == [
        ("raft", -2000, -2000, 0),
        ("boat", 0, 0, 0),
        ("ship", 0, -1000, 0),
    ]


@pytest.mark.parametrize(
    ("net", "expected"), [(0, 50), (18000, 75), (-18000, 25), (6000, 62.5), (-6000, 37.5), (10**12, 100)]
)
def test_a_score_lies_between_nothing_and_a_hundred(net: int, expected: float) -> None:
    assert score_of(net, 18.0) == pytest.approx(expected)
