"""How the unknown facts of a company may turn out, valid together."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, repeat

from salesdesign.engine.probing.likely import quantile_of
from salesdesign.engine.probing.streams import octets, shorts
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.unknowns import Unknowns, Whole
from salesdesign.model.catalogue import Consistency, Fact, FactType, read_by
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts
from salesdesign.model.probing import Draws
from salesdesign.records import dataclass

ATTEMPTS = 24
"""After as many, facts that still cannot be together stay unknown in a draw."""

LISTED = 2
"""So many choices of a long list are drawn on average, and at most a quarter of a short one."""

AT_ONCE = 500
"""For so many draws, and multiples of it, are values made: fewer draws are the first of them."""

_SHARE_DECIMALS = 3


def turns(subject: Subject, unknowns: Unknowns, draws: Draws) -> Iterator[Mapping[str, Value]]:
    """For every draw the facts that were unknown; those that find no place beside the others are left out."""
    drawer = _Drawer(
        subject=subject, unknowns=unknowns, draws=draws, impossible=subject.impossible.among(unknowns.facts)
    )
    columns = [drawer.column(name, 0) for name in unknowns.facts]
    rows = islice(zip(*columns, strict=True), draws.count) if columns else repeat((), draws.count)
    return (drawer.turn(draw, row) for draw, row in enumerate(rows))


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
    """Draws one turn after the other."""

    subject: Subject
    unknowns: Unknowns
    draws: Draws
    impossible: Callable[[Facts], Sequence[Consistency]]
    """The broken consistency rules among those that hang on what is drawn."""

    def turn(self, draw: int, row: Sequence[Value]) -> Mapping[str, Value]:
        """The facts of one draw, `row` at first, drawn again as long as they cannot be together."""
        found = self._fitted(dict(zip(self.unknowns.facts, row, strict=True)))
        for attempt in range(1, ATTEMPTS + 1):
            clashing = self._clashing(found)
            if not clashing:
                return found
            found |= self._fitted({name: self.column(name, attempt)[draw] for name in clashing})
        clashing = self._clashing(found)
        return {name: value for name, value in found.items() if name not in clashing}

    def column(self, name: str, attempt: int) -> Sequence[Value]:
        """The values of a fact, one a draw, and maybe more."""
        count = -(-self.draws.count // AT_ONCE) * AT_ONCE
        return _column(self.unknowns.facts[name], attempt, self.draws.seed, count)

    def _fitted(self, found: dict[str, Value]) -> dict[str, Value]:
        for whole in self.unknowns.wholes:
            shares = {name: value for name in whole.drawn if isinstance(value := found.get(name), (int, float))}
            found.update(fitted(shares, whole))
        return found

    def _clashing(self, found: Mapping[str, Value]) -> Sequence[str]:
        """The drawn facts that cannot stand beside each other and beside the stated ones; a whole goes together."""
        broken = self.impossible({**self.subject.stated, **found})
        if not broken:
            return ()
        catalogue = self.subject.machine.pack.catalogue
        together = set[str]().union(*(read_by(rule.never, catalogue) for rule in broken)) & found.keys()
        for whole in self.unknowns.wholes:
            if together.intersection(whole.drawn):
                together.update(whole.drawn)
        return sorted(together)


@lru_cache(maxsize=1024)
def _column(fact: Fact, attempt: int, seed: int, count: int) -> Sequence[Value]:
    """The values of a fact in so many draws; the same for every company, and asked for again at every prompt."""
    purpose = f"fact/{fact.name}/{attempt}"
    if fact.type is FactType.CHOICES:
        return _lists(fact, purpose, seed, count)
    quantile = quantile_of(fact)
    return [*map(quantile, shorts(seed, purpose, count))] if quantile else [None] * count


def _lists(fact: Fact, purpose: str, seed: int, count: int) -> Sequence[Value]:
    """Lists of choices, each on its own chance, in the order of the catalogue."""
    ids = [choice.id for choice in fact.choices]
    below = min(256 // 4, 256 * LISTED // max(1, len(ids)))
    chances = [octets(seed, f"{purpose}/{one}", count) for one in ids]
    rows = zip(*chances, strict=True) if ids else [()] * count
    return [tuple([one for one, chance in zip(ids, row, strict=True) if chance < below]) for row in rows]
