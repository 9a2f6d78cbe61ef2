"""Drawn weights: around those that count, of the same total, the same everywhere."""

from statistics import fmean, pvariance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from salesdesign.engine.probing.weights import CONCENTRATION, WEIGHT, drawn_weights
from salesdesign.model.probing import Draws

GIVEN = {"size": 3.0, "deal": 2.0, "culture": 2.0, "leads": 1.0}


def test_every_draw_has_the_same_total() -> None:
    drawn = drawn_weights("structure", GIVEN, Draws(count=500))
    totals = [sum(draw) for draw in zip(*drawn.values(), strict=True)]
    assert all(abs(total - 8 * WEIGHT) <= len(GIVEN) for total in totals)


def test_the_draws_of_a_seed_are_these_on_every_machine() -> None:
    drawn = drawn_weights("structure", GIVEN, Draws(count=2, seed=5))
    assert drawn == {"size": [2784, 2719], "deal": [1252, 2729], "culture": [2024, 2072], "leads": [1940, 480]}


def test_they_are_dirichlet() -> None:
    drawn = drawn_weights("structure", GIVEN, Draws(count=20_000))
    total, concentration = sum(GIVEN.values()), CONCENTRATION * len(GIVEN)
    for name, weight in GIVEN.items():
        share = weight / total
        assert fmean(drawn[name]) == pytest.approx(weight * WEIGHT, rel=0.01)
        spread = (total * WEIGHT) ** 2 * share * (1 - share) / (concentration + 1)
        assert pvariance(drawn[name]) == pytest.approx(spread, rel=0.05)


def test_a_criterion_that_does_not_count_never_does() -> None:
    assert drawn_weights("structure", {"size": 2.0, "leads": 0.0}, Draws(count=3)) == {
        "size": [2 * WEIGHT] * 3,
        "leads": [0, 0, 0],
    }


def test_where_nothing_counts_nothing_ever_does() -> None:
    assert drawn_weights("structure", {"leads": 0.0}, Draws(count=2)) == {"leads": [0, 0]}


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from([0.0, 0.5, 1.0, 2.0, 3.0])), st.integers(0, 9))
def test_more_draws_begin_with_the_fewer_and_the_order_of_criteria_is_nothing(
    weights: dict[str, float], seed: int
) -> None:
    many = drawn_weights("x", weights, Draws(count=40, seed=seed))
    few = drawn_weights("x", dict(reversed(weights.items())), Draws(count=15, seed=seed))
    assert {name: list(column[:15]) for name, column in many.items()} == {name: list(few[name]) for name in weights}
