"""How many facts conditions ask for, once derived facts are written out as what they are calculated from."""

from collections.abc import Iterable, Mapping

from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import Expression, mentions
from salesdesign.model.pack import Pack
from salesdesign.pack.cited import entries

MOST_IN_ONE = 1_000
"""Of one derived fact: one that doubles the one before it would be beyond all bounds after forty lines."""

MOST_IN_ALL = 20_000
"""Of all conditions of a pack; ours ask for less than a thousand."""


def written_out(catalogue: Catalogue) -> Mapping[str, int]:
    """How many facts each derived fact asks for; each reads only those above it."""
    counts: dict[str, int] = {}
    for name, derived in catalogue.derived.items():
        counts[name] = _asked([derived.value], counts)
    return counts


def asked_in_all(pack: Pack) -> int:
    """How many facts all conditions of a pack ask for."""
    counts = written_out(pack.catalogue)
    never = (rule.never for rule in pack.catalogue.consistency)
    return _asked([*never, *(part for entry in entries(pack) for part in (*entry.asks, *entry.unless))], counts)


def _asked(expressions: Iterable[Expression], counts: Mapping[str, int]) -> int:
    return sum(counts.get(name, 1) for expression in expressions for name in mentions(expression))
