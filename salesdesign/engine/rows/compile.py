"""A pack as functions of facts that return bare figures."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from salesdesign.conditions.python import BUILTINS
from salesdesign.engine.compile import Machine
from salesdesign.engine.rows.amounts import amounts_source
from salesdesign.engine.rows.take import Taken, Weighed, taker_of
from salesdesign.engine.rows.weigh import weigh_source
from salesdesign.model.expression import facts_in
from salesdesign.model.pack import Decision, Facts, Pack
from salesdesign.records import dataclass

Decide: TypeAlias = Callable[[Facts], Taken]
"""Takes one decision; the facts are derived already, with earlier decisions among them."""

Amounts: TypeAlias = Callable[[Facts], tuple[float | None, ...]]
"""How many people each option that comes in amounts calls for, in the order of the pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorer:
    """A pack, ready to decide in figures."""

    pack: Pack
    derive: Callable[[Facts], Facts]
    decide: Mapping[str, Decide]
    """By decision, in their order."""
    amounts: Amounts
    followed: frozenset[str]
    """Facts about decisions that derived facts read: once one is known, they are worked out again."""


def compile_scorer(machine: Machine, weights: Mapping[str, float] | None = None) -> Scorer:
    """The scorer of a machine's pack; `weights` replace those of criteria, by id."""
    pack = machine.pack
    named = {decision.id: f"weigh_{place}" for place, decision in enumerate(pack.decisions)}
    sources = [weigh_source(named[decision.id], decision, weights or {}) for decision in pack.decisions]
    namespace: dict[str, Any] = {"__builtins__": {}, **_CALLED, **BUILTINS}  # Any: what the source defines
    source = "\n\n".join([*sources, amounts_source(pack)])
    exec(compile(source, f"<figures of {pack.name}>", "exec"), namespace)  # noqa: S102 - our own source
    derived = pack.catalogue.derived.values()
    return Scorer(
        pack=pack,
        derive=machine.derive,
        decide={decision.id: _decide(decision, namespace[named[decision.id]]) for decision in pack.decisions},
        amounts=namespace["amounts"],
        followed=frozenset(name for fact in derived for name in facts_in(fact.value) if name.startswith("decided.")),
    )


_CALLED = {"Weighed": Weighed, "round": round}


def _decide(decision: Decision, weigh: Callable[[Facts], Weighed]) -> Decide:
    take, current = taker_of(decision), decision.current
    return lambda facts: take(weigh(facts), facts.get(current))
