"""Shares that make a whole: together never more than 1, and 1 where all are given."""

from salesdesign.facts.outline import outline_of
from salesdesign.facts.problems import Complaint, Problems
from salesdesign.facts.sections import Stating
from salesdesign.model.catalogue import Catalogue, Fact

ROUNDING = 0.01
"""Shares are rounded to whole percents."""


def check_wholes(stating: Stating, catalogue: Catalogue, problems: Problems) -> None:
    """Notes wholes whose stated shares cannot be."""
    wholes: dict[str, list[Fact]] = {}
    for name in stating.values:
        fact = catalogue.facts[name]
        if fact.whole:
            wholes.setdefault(fact.whole, []).append(fact)
    parts = outline_of(catalogue).parts
    for whole, given in wholes.items():
        total = sum(_share(stating, fact) for fact in given)
        if total > 1 + ROUNDING or (total < 1 - ROUNDING and len(given) == parts[whole]):
            problems.add(stating.nodes[given[-1].name], whole, _complaint(stating, given, total))


def _share(stating: Stating, fact: Fact) -> float:
    value = stating.values[fact.name]
    return value if isinstance(value, float) else 0.0


def _complaint(stating: Stating, given: list[Fact], total: float) -> Complaint:
    parts = " + ".join(f"{fact.name.rpartition('.')[2]} {_share(stating, fact):g}" for fact in given)
    mend = "Lower one of them." if total > 1 else "Together they are 1: raise one, or leave out what is not known."
    return Complaint(f"The shares sum to {total:.4g} ({parts}).", mend)
