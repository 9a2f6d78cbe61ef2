"""The order of the options: open ones by net, closed ones after them."""

from collections.abc import Sequence
from dataclasses import replace

from salesdesign.model.ranking import Closed, Standing


def ranked(scored: Sequence[Standing], closing: Sequence[Closed]) -> tuple[Standing, ...]:
    """The standings with their ranks, best first; a closed option has no rank and stands after the open ones.

    `scored` go from the simplest option to the most complex; of two equal ones the simpler is the better.
    """
    by_net = sorted(scored, key=lambda standing: -standing.net)
    marked = [replace(standing, closed=_closed(standing.option, closing)) for standing in by_net]
    open_ones = [standing for standing in marked if not standing.closed]
    return (
        *(replace(standing, rank=rank) for rank, standing in enumerate(open_ones, start=1)),
        *(standing for standing in marked if standing.closed),
    )


def speaks_for(standing: Standing) -> bool:
    """Whether any rule that counts speaks for the option."""
    return any(
        part.weight > 0 and any(finding.points[standing.option] > 0 for finding in part.findings)
        for part in standing.contributions
    )


def _closed(option: str, closing: Sequence[Closed]) -> tuple[Closed, ...]:
    return tuple(closed for closed in closing if option in closed.gate.options)
