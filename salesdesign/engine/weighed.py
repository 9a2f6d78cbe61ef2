"""A pack some of whose criteria weigh otherwise, for whatever reads weights from the pack alone."""

from collections.abc import Mapping
from dataclasses import replace

from salesdesign.model.pack import Decision, Pack


def weighed(pack: Pack, weights: Mapping[str, float]) -> Pack:
    """The pack with other weights, by criterion; the same pack where there are none."""
    if not weights:
        return pack
    return replace(pack, decisions=tuple(_weighed(decision, weights) for decision in pack.decisions))


def _weighed(decision: Decision, weights: Mapping[str, float]) -> Decision:
    criteria = tuple(
        replace(criterion, weight=weights.get(criterion.id, criterion.weight)) for criterion in decision.criteria
    )
    return replace(decision, criteria=criteria)
