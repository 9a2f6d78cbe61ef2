"""Weights as other people might set them: drawn around those that count, of the same total."""

from collections.abc import Mapping, Sequence
from functools import lru_cache, reduce
from operator import add

from salesdesign.engine.probing.gamma import QUANTILES, gamma_quantiles
from salesdesign.engine.probing.streams import LEVELS, shorts
from salesdesign.model.probing import Draws

CONCENTRATION = 10
"""How closely drawn weights lie around those that count, for each criterion: our judgement.

One of many equal weights then lies between two thirds and four thirds of itself in two draws of three.
"""

WEIGHT = 1000
"""Drawn weights are held in whole thousandths, so that nets add up exactly."""


def drawn_weights(decision: str, weights: Mapping[str, float], draws: Draws) -> Mapping[str, Sequence[int]]:
    """For each criterion its weight in every draw, in thousandths: Dirichlet, and as large together as those given.

    A criterion that does not count is never drawn to count.
    """
    counting = tuple(sorted((criterion, weight) for criterion, weight in weights.items() if weight > 0))
    drawn = _drawn(decision, counting, draws) if counting else {}
    silent = [0] * draws.count
    return {criterion: drawn.get(criterion, silent) for criterion in weights}


def dirichlet(shapes: Mapping[str, float], purpose: str, draws: Draws, total: float) -> Mapping[str, list[int]]:
    """Parts of `total` in every draw, in thousandths: gamma variates, each as a share of all."""
    variates = {name: _gammas(shapes[name], f"{purpose}/{name}", draws) for name in sorted(shapes)}
    sums = reduce(_added, variates.values())
    factors = [total * WEIGHT / one for one in sums]
    return {
        name: [round(variate * factor) for variate, factor in zip(column, factors, strict=True)]
        for name, column in variates.items()
    }


@lru_cache(maxsize=32)
def _drawn(decision: str, weights: tuple[tuple[str, float], ...], draws: Draws) -> Mapping[str, list[int]]:
    """Kept for the next company, whose criteria weigh the same."""
    total = sum(weight for _, weight in weights)
    scale = CONCENTRATION * len(weights) / total
    shapes = {criterion: scale * weight for criterion, weight in weights}
    return dirichlet(shapes, f"{decision}/weight", draws, total)


def _gammas(shape: float, purpose: str, draws: Draws) -> list[float]:
    quantiles = gamma_quantiles(shape)
    step = LEVELS // QUANTILES
    return [quantiles[number // step] for number in shorts(draws.seed, purpose, draws.count)]


def _added(one: list[float], other: list[float]) -> list[float]:
    return list(map(add, one, other))
