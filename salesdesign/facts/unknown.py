"""What to say to a name that no fact bears."""

from difflib import get_close_matches

from salesdesign.facts.names import SEGMENTS
from salesdesign.facts.problems import Complaint
from salesdesign.model.catalogue import Catalogue

_FEW = 14
"""As many names as a message can list."""


def no_such_fact(name: str, catalogue: Catalogue) -> Complaint:
    """What is wrong with a name that is neither a fact nor a section, and what was probably meant."""
    first = next((fact for fact in catalogue.facts if fact.startswith(f"{name}.")), None)
    if first is not None:
        return Complaint("It is a section of facts.", f"Name one of them, such as {first}.")
    kind = "fact" if "." in name else "section"
    return Complaint(f"There is no such {kind}.", _instead(name, catalogue))


def dotted(name: str, catalogue: Catalogue) -> Complaint:
    """What is wrong with a key that has dots in it."""
    meant = next((fact for fact in catalogue.facts if name.endswith(fact)), "section.fact")
    return Complaint("Names with dots are for the command line; in a file they nest.", f"Write {nest(meant)}.")


def nest(name: str) -> str:
    """How a fact is written in a file."""
    *sections, last = name.split(".")
    lines = [*(f"'{section}:'" for section in sections), f"'{last}: ...'"]
    return ", and indented below it ".join(lines)


def _instead(name: str, catalogue: Catalogue) -> str:
    if name in catalogue.derived:
        return "It is worked out from other facts: leave it out."
    section, _, leaf = name.rpartition(".")
    beside = _named_in(section, catalogue)
    near = get_close_matches(leaf, beside, n=1)
    if near:
        return f"Did you mean {'.'.join(filter(None, [section, near[0]]))}?"
    elsewhere = {fact.rpartition(".")[2]: fact for fact in reversed([*catalogue.facts])}
    near = get_close_matches(leaf, elsewhere, n=1, cutoff=0.8)
    if near:
        return f"Did you mean {elsewhere[near[0]]}? Write {nest(elsewhere[near[0]])}."
    if 0 < len(beside) <= _FEW:
        return f"Remove it; there are {', '.join(beside)}."
    return "Remove it, or see `salesdesign init` for all facts."


def _named_in(section: str, catalogue: Catalogue) -> list[str]:
    """The names that may stand in a section; the sections themselves where it is empty."""
    if not section:
        return [*catalogue.sections, SEGMENTS]
    inside = [fact.removeprefix(f"{section}.") for fact in catalogue.facts if fact.startswith(f"{section}.")]
    return list(dict.fromkeys(rest.partition(".")[0] for rest in inside))
