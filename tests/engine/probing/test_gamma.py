"""The gamma distribution, held against its known moments and values."""

from math import exp, log, sqrt
from statistics import fmean, pvariance

import pytest

from salesdesign.engine.probing import plain
from salesdesign.engine.probing.gamma import QUANTILES, gamma_quantiles


@pytest.fixture(autouse=True)
def _afresh() -> None:
    """What an earlier test worked out tells nothing of the program as it is now."""
    gamma_quantiles.cache_clear()


@pytest.mark.parametrize("number", [1e-300, 0.1, 0.7, 0.75, 1.0, 2.0, 3.7, 1e17])
def test_the_logarithm_is_that_of_the_library(number: float) -> None:
    assert plain.ln(number) == pytest.approx(log(number), rel=1e-14, abs=1e-15)


@pytest.mark.parametrize("number", [-600.0, -3.3, -1e-9, 0.0, 0.4, 1.0, 5.5, 300.0])
def test_the_exponential_is_that_of_the_library(number: float) -> None:
    assert plain.exp(number) == pytest.approx(exp(number), rel=1e-13)


def test_what_is_next_to_nothing_is_nothing() -> None:
    assert plain.exp(-5000.0) == 0


@pytest.mark.parametrize("shape", [0.3, 1.0, 4.84, 18.0, 145.0])
def test_mean_and_variance_are_the_shape(shape: float) -> None:
    values = gamma_quantiles(shape)
    assert fmean(values) == pytest.approx(shape, rel=5e-3)
    assert pvariance(values) == pytest.approx(shape, rel=2e-2)


def test_with_shape_one_it_is_the_exponential_distribution() -> None:
    wanted = [-log(1 - (part + 0.5) / QUANTILES) for part in range(QUANTILES)]
    assert gamma_quantiles(1.0) == pytest.approx(wanted, rel=2e-3, abs=2e-4)


@pytest.mark.parametrize("shape", [2.5, 10.0, 40.0])
def test_quantiles_are_near_those_of_wilson_and_hilferty(shape: float) -> None:
    upper = 1.6448536269514722  # the 95th percentile of the normal distribution
    wanted = shape * (1 - 1 / (9 * shape) + upper / (3 * sqrt(shape))) ** 3
    assert gamma_quantiles(shape)[int(0.95 * QUANTILES)] == pytest.approx(wanted, rel=1e-2)


def test_quantiles_rise() -> None:
    values = gamma_quantiles(7.0)
    assert list(values) == sorted(set(values))


@pytest.mark.parametrize("shape", [0.001, 0.05])
def test_a_weight_of_next_to_nothing_stays_one(shape: float) -> None:
    assert fmean(gamma_quantiles(shape)) == pytest.approx(shape, abs=0.005)
