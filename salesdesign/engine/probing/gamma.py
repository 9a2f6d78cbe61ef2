"""The gamma distribution by its quantiles, which come out the same on every machine."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise, repeat
from math import ceil, prod, sqrt

from salesdesign.engine.probing.plain import exp, ln

QUANTILES = 1024
"""Into so many equally likely values the distribution is cut."""

_PLACES = 384


@lru_cache(maxsize=64)
def gamma_quantiles(shape: float) -> tuple[float, ...]:
    """The middles of equally likely parts of a gamma distribution of scale 1, from the lowest to the highest.

    The density is summed over y, where x = y ** power: it is nearly a bell there, and ends in zero on both sides.
    """
    power = max(3, ceil(2 / shape))
    most = exp(ln(shape + 8 * sqrt(shape) + 12) / power)
    places = [most * index / _PLACES for index in range(_PLACES + 1)]
    densities = [0.0, *_densities(places[1:], shape, power)]
    slices = ((one + other) / 2 for one, other in pairwise(densities))
    reached = list(accumulate(slices, initial=0.0))
    return tuple(_raised(place, power) for place in _middles(reached, places))


def _densities(places: Sequence[float], shape: float, power: int) -> list[float]:
    """The height of the density at each place, as a part of its top."""
    exponents = [(power * shape - 1) * ln(place) - _raised(place, power) for place in places]
    top = max(exponents)
    return [exp(exponent - top) for exponent in exponents]


def _middles(reached: Sequence[float], places: Sequence[float]) -> list[float]:
    """The places at which the middles of the equal parts are reached."""
    found, index = [], 0
    for part in range(QUANTILES):
        wanted = reached[-1] * (part + 0.5) / QUANTILES
        while reached[index + 1] < wanted:
            index += 1
        share = (wanted - reached[index]) / (reached[index + 1] - reached[index])
        found.append(places[index] + share * (places[index + 1] - places[index]))
    return found


def _raised(base: float, power: int) -> float:
    """A power by multiplication, which no machine rounds in its own way."""
    return prod(repeat(base, power))
