"""A pack as functions that do only a part of what it asks: what a few facts can touch, where all others stand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import chain
from typing import Any, NamedTuple, TypeAlias

from salesdesign.conditions.branches import indented
from salesdesign.conditions.locals import Locals
from salesdesign.conditions.python import BUILTINS
from salesdesign.engine.prospects import question_of
from salesdesign.engine.rows.rules import certain_source
from salesdesign.engine.rows.tally import closed_for_sure
from salesdesign.engine.rows.weigh import criterion_source, gate_source, limit_source
from salesdesign.engine.source import derived_source
from salesdesign.model.catalogue import Catalogue, read_by
from salesdesign.model.pack import Criterion, Decision, Gate, Limit, Pack
from salesdesign.records import dataclass

Sums: TypeAlias = tuple[tuple[int, ...], int, int, int]
"""Nets in thousandths; closed options, and those that something speaks for, as bits; how many may be chosen."""


class Piece(NamedTuple):
    """A part of a function."""

    reads: frozenset[str]
    """What it hangs on, also through derived facts."""
    lines: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partial:
    """A function that does those of its parts whose bits are set."""

    call: Callable[..., Any]  # Any: what it takes and gives is told where it is made
    reads: tuple[frozenset[str], ...]
    """Of each part, what it hangs on."""

    def touched_by(self, names: Iterable[str]) -> int:
        """The bits of the parts that hang on any of these facts."""
        touching = frozenset(names)
        return sum(1 << bit for bit, read in enumerate(self.reads) if not read.isdisjoint(touching))

    def others(self, bits: int) -> int:
        """The bits of all other parts."""
        return ~bits & ((1 << len(self.reads)) - 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partials:
    """The functions of a pack, each compiled when it is first asked for and kept for the next company."""

    pack: Pack
    _made: dict[object, Partial] = field(default_factory=dict)

    def derive(self) -> Partial:
        """Works derived facts out: it takes facts that it puts them among, and bits in the order of the catalogue."""
        if "derive" not in self._made:
            parts = [_derived(name, self.pack.catalogue) for name in self.pack.catalogue.derived]
            self._made["derive"] = _partial("facts, bits", [], parts, "None")
        return self._made["derive"]

    def weigh(self, decision: Decision, weights: Mapping[str, float]) -> Partial:
        """Weighs the options of a decision of the pack; `weights` replace those of criteria, by id.

        It takes derived facts, bits, and the sums that it adds to, which it returns.
        """
        counting = tuple(weights.get(criterion.id, criterion.weight) for criterion in decision.criteria)
        if (decision.id, counting) not in self._made:
            self._made[decision.id, counting] = _weighing(decision, counting, self.pack.catalogue)
        return self._made[decision.id, counting]


def nothing_of(decision: Decision) -> Sums:
    """The sums of a decision of which nothing was asked yet."""
    return (0,) * len(decision.options), 0, 0, len(decision.options)


def _derived(name: str, catalogue: Catalogue) -> Piece:
    derived, names = catalogue.derived[name], Locals()
    lines = derived_source(derived, catalogue, names)
    return Piece(frozenset({name, *read_by(derived.value, catalogue)}), [*names.loads(), *lines])


def _weighing(decision: Decision, weights: Sequence[float], catalogue: Catalogue) -> Partial:
    places = {option.id: place for place, option in enumerate(decision.options)}
    parts = [
        *(_criterion(*each, places, catalogue) for each in zip(decision.criteria, weights, strict=True)),
        *(_gate(gate, places, catalogue) for gate in decision.gates),
        *(_limit(limit, catalogue) for limit in decision.limits),
    ]
    nets = "".join(f"n{place}, " for place in places.values())
    return _partial("facts, bits, sums", [f"({nets}), g, s, m = sums"], parts, f"({nets}), g, s, m")


def _criterion(criterion: Criterion, weight: float, places: Mapping[str, int], catalogue: Catalogue) -> Piece:
    names = Locals()
    lines = criterion_source(
        criterion, weight, places, lambda rule, tallies: certain_source(rule, tallies, names), closed_for_sure
    )
    asked = [question for rule in criterion.rules for question in (question_of(rule), rule.unless) if question]
    reads = frozenset[str]().union(*(read_by(question, catalogue) for question in asked))
    return Piece(reads, [*names.loads(), *lines])


def _gate(gate: Gate, places: Mapping[str, int], catalogue: Catalogue) -> Piece:
    names = Locals()
    line = gate_source(gate, places, names)
    return Piece(frozenset(read_by(gate.when, catalogue)), [*names.loads(), line])


def _limit(limit: Limit, catalogue: Catalogue) -> Piece:
    names = Locals()
    line = limit_source(limit, names)
    return Piece(frozenset(read_by(limit.when, catalogue)), [*names.loads(), line])


def _partial(arguments: str, begin: Iterable[str], parts: Sequence[Piece], returned: str) -> Partial:
    guarded = chain.from_iterable([f"if bits & {1 << bit}:", *indented(part.lines)] for bit, part in enumerate(parts))
    body = ["get = facts.get", *begin, *guarded, f"return {returned}"]
    source = "\n".join([f"def call({arguments}):", *indented(body)])
    namespace: dict[str, Any] = {"__builtins__": {}, "round": round, **BUILTINS}  # Any: what the source defines
    exec(compile(source, "<partial>", "exec"), namespace)  # noqa: S102 - our own source
    return Partial(call=namespace["call"], reads=tuple(part.reads for part in parts))
