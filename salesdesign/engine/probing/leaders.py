"""Which options of a decision come out, from their nets alone."""

from collections.abc import Mapping, Sequence


def tied_for_one(nets: Sequence[float], places: Sequence[int], current: int | None, inertia: float) -> tuple[int, ...]:
    """The places of the options that could be the one choice: today's while no other leads by more than the inertia.

    Else those with the highest net, the simplest first. `places` are those of the open options.
    """
    best = max([nets[place] for place in places], default=0)
    if current is not None and best - nets[current] <= inertia:
        return (current,)
    return tuple([place for place in places if nets[place] == best])


def several(
    nets: Sequence[float] | Mapping[int, float], places: Sequence[int], threshold: float, at_most: int
) -> tuple[int, ...]:
    """The places of the options that reach the threshold, best first, the simpler of equals before the other."""
    reaching = [place for place in places if nets[place] >= threshold]
    return tuple(sorted(reaching, key=lambda place: -nets[place])[:at_most])
