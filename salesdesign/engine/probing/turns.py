"""How the unknown facts of a company may turn out, valid together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from salesdesign.engine.probing.likely import quantile_of
from salesdesign.engine.probing.streams import octets, shorts
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.unknowns import Unknowns, Whole
from salesdesign.model.catalogue import Fact, FactType, read_by
from salesdesign.model.expression import Value
from salesdesign.model.probing import Draws

ATTEMPTS = 24
"""After as many, facts that still cannot be together stay unknown in a draw."""

LISTED = 2
"""So many choices of a long list are drawn on average, and at most a quarter of a short one."""

_SHARE_DECIMALS = 3


def turns(subject: Subject, unknowns: Unknowns, draws: Draws) -> Iterator[Mapping[str, Value]]:
    """For every draw the facts that were unknown; those that find no place beside the others are left out."""
    drawer = _Drawer(subject=subject, unknowns=unknowns, draws=draws)
    return (drawer.turn(draw) for draw in range(draws.count))


def fitted(shares: Mapping[str, float], whole: Whole) -> Mapping[str, float]:
    """Shares scaled to what the stated ones leave of their whole; only down, where some others stay unknown."""
    total = sum(shares.values())
    if not shares or (total <= whole.left and not whole.filled):
        return shares
    parts = {name: share / total if total else 1 / len(shares) for name, share in shares.items()}
    rounded = {name: round(whole.left * part, _SHARE_DECIMALS) for name, part in parts.items()}
    last = max(rounded)
    rest = sum(share for name, share in rounded.items() if name != last)
    return {**rounded, last: max(0.0, round(whole.left - rest, _SHARE_DECIMALS))}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawer:
    """Draws one turn after the other; a column of values is made once it is asked for."""

    subject: Subject
    unknowns: Unknowns
    draws: Draws
    columns: dict[tuple[str, int], Sequence[Value]] = field(default_factory=dict)

    def turn(self, draw: int) -> Mapping[str, Value]:
        """The facts of one draw, drawn again as long as they cannot be together."""
        found = self._drawn(self.unknowns.facts, draw, 0)
        for attempt in range(1, ATTEMPTS + 1):
            clashing = self._clashing(found)
            if not clashing:
                return found
            found |= self._drawn(clashing, draw, attempt)
        clashing = self._clashing(found)
        return {name: value for name, value in found.items() if name not in clashing}

    def _drawn(self, names: Sequence[str] | Mapping[str, Fact], draw: int, attempt: int) -> dict[str, Value]:
        found = {name: self._column(name, attempt)[draw] for name in names}
        for whole in self.unknowns.wholes:
            shares = {name: value for name in whole.drawn if isinstance(value := found.get(name), (int, float))}
            found.update(fitted(shares, whole))
        return found

    def _clashing(self, found: Mapping[str, Value]) -> Sequence[str]:
        """The drawn facts that cannot stand beside each other and beside the stated ones; a whole goes together."""
        broken = self.subject.impossible({**self.subject.stated, **found})
        if not broken:
            return ()
        catalogue = self.subject.machine.pack.catalogue
        together = set[str]().union(*(read_by(rule.never, catalogue) for rule in broken)) & found.keys()
        for whole in self.unknowns.wholes:
            if together.intersection(whole.drawn):
                together.update(whole.drawn)
        return sorted(together)

    def _column(self, name: str, attempt: int) -> Sequence[Value]:
        key = (name, attempt)
        if key not in self.columns:
            self.columns[key] = _column(self.unknowns.facts[name], attempt, self.draws)
        return self.columns[key]


@lru_cache(maxsize=512)
def _column(fact: Fact, attempt: int, draws: Draws) -> Sequence[Value]:
    """The values of a fact in all draws; the same for every company, and asked for again at every prompt."""
    purpose = f"fact/{fact.name}/{attempt}"
    if fact.type is FactType.CHOICES:
        return _lists(fact, purpose, draws)
    quantile = quantile_of(fact)
    return [*map(quantile, shorts(draws.seed, purpose, draws.count))] if quantile else [None] * draws.count


def _lists(fact: Fact, purpose: str, draws: Draws) -> Sequence[Value]:
    """Lists of choices, each on its own chance, in the order of the catalogue."""
    ids = [choice.id for choice in fact.choices]
    below = min(256 // 4, 256 * LISTED // max(1, len(ids)))
    chances = [octets(draws.seed, f"{purpose}/{one}", draws.count) for one in ids]
    rows = zip(*chances, strict=True) if ids else [()] * draws.count
    return [tuple([one for one, chance in zip(ids, row, strict=True) if chance < below]) for row in rows]
