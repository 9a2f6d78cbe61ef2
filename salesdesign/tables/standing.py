"""The order of the options as columns: what gates close, who leads, and by how much."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from salesdesign.model.expression import Comparison, Operator
from salesdesign.model.pack import Decision, Gate, GateKind
from salesdesign.tables.columns import Column, Constant, Kind, Unknown
from salesdesign.tables.folding import (
    ZERO,
    calculated,
    case,
    compared,
    every,
    flagged,
    largest,
    opposite,
    some,
    summed,
    surely,
    times,
)
from salesdesign.tables.lower import lowered
from salesdesign.tables.nets import Net
from salesdesign.tables.program import Steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An option among the others."""

    net: Net
    closed: Column
    key: Column
    """The higher, the better: by net, of equal ones the simpler; a closed option lies below all open ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaders:
    """The first two of the open options; null where nothing speaks for any open one."""

    spoken: Column
    """Whether anything does."""
    best_fit: Column
    best_net: Column
    runner_up: Column
    margin: Column


def closes(gate: Gate, facts: Mapping[str, Column]) -> Column:
    """Whether a gate closes its options; null where a gate that excludes cannot be answered."""
    answer = lowered(gate.when, facts)
    return answer if gate.kind is GateKind.EXCLUDES else opposite(surely(answer))


def standings(decision: Decision, nets: Sequence[Net], gates: Sequence[Column], steps: Steps) -> tuple[Standing, ...]:
    """The options with what closes them; `gates` are those of the decision in their order."""
    found = []
    for place, net in enumerate(nets):
        closing = [surely(gates[at]) for at, gate in enumerate(decision.gates) if net.option in gate.options]
        closed = steps.add(f"{decision.id}_{net.option}_closed", some(closing))
        key = summed((times(net.net, len(nets)), Constant(len(nets) - 1 - place)))
        key = steps.add(f"{decision.id}_{net.option}_key", case([(closed, _bottom(nets))], key))
        found.append(Standing(net=net, closed=closed, key=key))
    return tuple(found)


def rank(standing: Standing, among: Sequence[Standing]) -> Column:
    """The place of an option, from 1; null for a closed one."""
    place = summed((*(flagged(_ahead(other, standing)) for other in among if other is not standing), Constant(1)))
    return case([(standing.closed, Unknown(Kind.WHOLE))], place)


def leaders(name: str, among: Sequence[Standing], steps: Steps) -> Leaders:
    """The first two; `name` is that of the decision."""
    bottom = _bottom([standing.net for standing in among])
    best = steps.add(f"{name}_first", largest([standing.key for standing in among]))
    others = [case([(_is(standing, best), bottom)], standing.key) for standing in among]
    second = steps.add(f"{name}_second", largest(others))
    spoken = steps.add(f"{name}_spoken", some(every((opposite(item.closed), item.net.speaks_for)) for item in among))
    two = every((spoken, compared(Comparison.ABOVE, second, bottom)))
    best_net = steps.add(f"{name}_best_net", _net_at(best, among))
    return Leaders(
        spoken=spoken,
        best_fit=steps.add(f"{name}_best", _option_at(best, among, spoken)),
        best_net=best_net,
        runner_up=_option_at(second, among, two),
        margin=case([(two, minus(best_net, _net_at(second, among)))], Unknown(Kind.WHOLE)),
    )


def minus(one: Column, other: Column) -> Column:
    """The difference of two whole numbers."""
    return calculated(Operator.SUBTRACT, one, other)


def _bottom(nets: Sequence[Net]) -> Constant:
    """Below the key of every open option."""
    return Constant(-(max(net.limit for net in nets) + 1) * len(nets))


def _ahead(one: Standing, other: Standing) -> Column:
    return compared(Comparison.ABOVE, one.key, other.key)


def _is(standing: Standing, key: Column) -> Column:
    return compared(Comparison.EQUAL, standing.key, key)


def _option_at(key: Column, among: Sequence[Standing], told: Column) -> Column:
    named = [(every((told, _is(standing, key))), Constant(standing.net.option)) for standing in among]
    return case(named, Unknown(Kind.TEXT))


def _net_at(key: Column, among: Sequence[Standing]) -> Column:
    return case([(_is(standing, key), standing.net.net) for standing in among], ZERO)
