"""Shares that make a whole: together never more than 1, and 1 where all are given."""

from collections.abc import Mapping, Sequence

from salesdesign.facts.outline import outline_of
from salesdesign.facts.problems import Complaint, Problems
from salesdesign.facts.sections import Stating
from salesdesign.facts.values import Stated
from salesdesign.model.catalogue import Catalogue

ROUNDING = 0.01
"""Shares are rounded to whole percents."""


def check_wholes(stating: Stating, catalogue: Catalogue, problems: Problems) -> None:
    """Notes wholes whose stated shares cannot be."""
    for whole, given in broken_wholes(stating.values, catalogue):
        problems.add(stating.nodes[given[-1]], whole, whole_broken(stating.values, given))


def broken_wholes(values: Mapping[str, Stated], catalogue: Catalogue) -> list[tuple[str, list[str]]]:
    """The wholes whose stated shares cannot be, each with those that are stated."""
    outline = outline_of(catalogue)
    wholes: dict[str, list[str]] = {}
    for name in values:
        if name in outline.whole_of:
            wholes.setdefault(outline.whole_of[name], []).append(name)
    return [(whole, given) for whole, given in wholes.items() if _broken(values, given, outline.parts[whole])]


def _broken(values: Mapping[str, Stated], given: list[str], parts: int) -> bool:
    total = _total(values, given)
    return total > 1 + ROUNDING or (total < 1 - ROUNDING and len(given) == parts)


def _total(values: Mapping[str, Stated], given: Sequence[str]) -> float:
    return sum(_share(values, name) for name in given)


def _share(values: Mapping[str, Stated], name: str) -> float:
    value = values[name]
    return value if isinstance(value, float) else 0.0


def whole_broken(values: Mapping[str, Stated], given: Sequence[str]) -> Complaint:
    """What is wrong with the shares that are given of a whole."""
    total = _total(values, given)
    parts = " + ".join(f"{name.rpartition('.')[2]} {_share(values, name):g}" for name in given)
    mend = "Lower one of them." if total > 1 else "Together they are 1: raise one, or leave out what is not known."
    return Complaint(f"The shares sum to {total:.4g} ({parts}).", mend)
