"""Parts of a whole, one beside the other."""

from collections.abc import Iterable
from itertools import accumulate

from salesdesign.reporting.blocks import Part
from salesdesign.reporting.sections.planned.words import percent


def stacked(values: Iterable[float], most: float) -> tuple[Part, ...]:
    """Values as stretches of a bar of which `most` is the whole width; those of nothing are left out."""
    found = [(series, value) for series, value in enumerate(values, start=1) if value > 0]
    ends = accumulate(value for _, value in found)
    return tuple(Part(end=percent(end, most), series=series) for (series, _), end in zip(found, ends, strict=True))
