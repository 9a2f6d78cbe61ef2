"""Rank acceptability: by hand, against a published example, and against another library."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from statistics import fmean

import pytest

from salesdesign.engine.probing.acceptability import choice_shares, outcomes, rank_shares
from salesdesign.engine.probing.gamma import QUANTILES, gamma_quantiles
from salesdesign.engine.probing.streams import LEVELS, shorts
from salesdesign.engine.probing.weights import WEIGHT, dirichlet
from salesdesign.model.probing import Draws

HALF, THIRD = Fraction(1, 2), Fraction(1, 3)


def test_options_that_come_out_equal_share_the_draw_and_their_ranks() -> None:
    found = outcomes({0: [5, 2, 1], 1: [5, 2, 0], 2: [1, 2, 3]}, None, 0)
    assert choice_shares(found, None) == {0: (HALF + THIRD) / 3, 1: (HALF + THIRD) / 3, 2: (THIRD + 1) / 3}
    assert rank_shares(found) == {
        0: ((HALF + THIRD) / 3, (HALF + THIRD + 1) / 3, THIRD / 3),
        1: ((HALF + THIRD) / 3, (HALF + THIRD) / 3, (THIRD + 1) / 3),
        2: ((THIRD + 1) / 3, THIRD / 3, (1 + THIRD) / 3),
    }


def test_todays_option_is_kept_while_none_leads_it_by_more_than_the_inertia() -> None:
    found = outcomes({0: [4, 5, 9], 3: [1, 1, 1]}, 3, 4)
    assert choice_shares(found, 3) == {3: Fraction(2, 3), 0: THIRD}


# Two treatments against thrombosis, judged by three kinds of events, of which so many patients had one and so many none.
# The events, the ranges of the linear value functions and the results are those of the example that the R package `smaa`
# documents and is tested with (G. van Valkenhoef, https://cran.r-project.org/package=smaa): 10,000 draws of weights
# without any preference, and with the weights 0.5, 0.2 and 0.3.
# Model: https://github.com/drugis/mcda-elicitation-web, examples/thrombolytics.json.
# Results: https://github.com/gertvv/rsmaa, smaa/tests/Examples/smaa-Ex.Rout.save.
EVENTS = {
    "heparin": {"proximal": (20, 116), "distal": (40, 96), "bleeding": (1, 135)},
    "enoxaparin": {"proximal": (8, 121), "distal": (32, 97), "bleeding": (5, 124)},
}
RANGES = {"proximal": (0.0, 0.25), "distal": (0.15, 0.4), "bleeding": (0.0, 0.1)}
DRAWS = Draws(count=10_000, seed=1)
THREE_ERRORS = 0.015
"""Three standard errors of a share of 10,000 draws."""


def beta(events: int, others: int, purpose: str) -> list[float]:
    """A share of patients in every draw."""
    variates = [
        [
            gamma_quantiles(float(shape))[place * QUANTILES // LEVELS]
            for place in shorts(DRAWS.seed, f"{purpose}{shape}", DRAWS.count)
        ]
        for shape in (events, others)
    ]
    return [one / (one + other) for one, other in zip(*variates, strict=True)]


@pytest.fixture(scope="module")
def worth() -> Mapping[str, Mapping[str, Sequence[float]]]:
    """By treatment and criterion, the value in every draw: 1 is the best end of the range."""
    return {
        treatment: {
            name: [
                (RANGES[name][1] - share) / (RANGES[name][1] - RANGES[name][0])
                for share in beta(*events, treatment + name)
            ]
            for name, events in table.items()
        }
        for treatment, table in EVENTS.items()
    }


Worth = Mapping[str, Mapping[str, Sequence[float]]]


def summed(worth: Worth, weights: Mapping[str, Sequence[float]]) -> dict[int, list[float]]:
    return {
        place: [sum(weights[name][draw] * table[name][draw] for name in RANGES) for draw in range(DRAWS.count)]
        for place, table in enumerate(worth.values())
    }


def test_a_published_example_without_preferences_comes_out_as_published(worth: Worth) -> None:
    weights = dirichlet(dict.fromkeys(RANGES, 1.0), "no preference", DRAWS, 1.0)
    columns = summed(worth, weights)
    ranks = rank_shares(outcomes(columns, None, 0))
    assert [float(share) for share in ranks[0]] == pytest.approx([0.3504, 0.6496], abs=THREE_ERRORS)
    assert [float(share) for share in ranks[1]] == pytest.approx([0.6496, 0.3504], abs=THREE_ERRORS)
    assert [fmean(columns[place]) / WEIGHT for place in (0, 1)] == pytest.approx([0.5895, 0.6584], abs=0.005)
    first = [draw for draw in range(DRAWS.count) if columns[0][draw] > columns[1][draw]]
    central = [fmean(weights[name][draw] for draw in first) / WEIGHT for name in RANGES]
    assert central == pytest.approx([0.1865, 0.2772, 0.5363], abs=THREE_ERRORS)


def test_a_published_example_with_given_weights_comes_out_as_published(worth: Worth) -> None:
    weights = {name: [weight] * DRAWS.count for name, weight in zip(RANGES, (0.5, 0.2, 0.3), strict=True)}
    ranks = rank_shares(outcomes(summed(worth, weights), None, 0))
    assert [float(share) for share in ranks[1]] == pytest.approx([0.8721, 0.1279], abs=THREE_ERRORS)


POINTS = ((3.0, -1.0, 1.0, 0.5), (0.0, 2.0, 1.5, -1.0), (1.0, 1.0, -0.5, 2.0), (-2.0, 0.5, 2.5, 1.0))
"""Of four options for four criteria."""


def drawn(count: int) -> tuple[Mapping[str, Sequence[int]], dict[int, list[float]]]:
    weights = dirichlet(dict.fromkeys("abcd", 1.0), "anything goes", Draws(count=count), 1.0)
    rows = list(zip(*weights.values(), strict=True))
    return weights, {
        place: [sum(weight * point for weight, point in zip(row, points, strict=True)) for row in rows]
        for place, points in enumerate(POINTS)
    }


def test_shares_are_the_volumes_that_another_library_works_out_without_draws() -> None:
    exact = [
        0.33894613,
        0.1898747,
        0.28388071,
        0.18729846,
    ]  # pysensmcda 2.0.0, smaa.exact_acceptability(scaling="none")
    shares = choice_shares(outcomes(drawn(20_000)[1], None, 0), None)
    assert [float(shares[place]) for place in range(4)] == pytest.approx(exact, abs=0.01)


def test_rank_shares_are_those_of_another_library_for_the_same_draws() -> None:
    numpy, smaa = pytest.importorskip("numpy"), pytest.importorskip("pysensmcda.smaa")
    weights, columns = drawn(3000)
    result = smaa.simulate(
        lambda matrix, weight, types: matrix @ weight,
        numpy.array(POINTS),
        numpy.ones(4),
        weights=numpy.array(list(weights.values())).T,
        reverse_ranking=True,
    )
    ranks = rank_shares(outcomes(columns, None, 0))
    ours = [float(share) for place in range(4) for share in ranks[place]]
    theirs = smaa.rank_acceptability(result).flatten().tolist()
    assert ours == pytest.approx(theirs, abs=1e-3)  # two that come out equal are both given the better rank there
