"""A whole pack as one Python code object: what follows from facts, and what every rule, gate and limit answers."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from salesdesign.conditions.python import BUILTINS
from salesdesign.engine.prospects import Prospects, prospects_of
from salesdesign.engine.rows.partial import Partials
from salesdesign.engine.source import pack_source
from salesdesign.model.expression import Value
from salesdesign.model.pack import Facts, Pack
from salesdesign.records import dataclass


class Answers(NamedTuple):
    """What a company's facts answer to one decision, in the order of the pack. None is unknown."""

    rules: tuple[Value, ...]
    """The truth of each rule's `when`, or the value of its `over`; False where its exception is known to hold."""
    exceptions: tuple[Value, ...]
    """The truth of each `unless`; False for a rule that has none."""
    gates: tuple[Value, ...]
    limits: tuple[Value, ...]
    settled: Value
    """True where the decision does not ask."""


Judge: TypeAlias = Callable[[Facts], Answers]
"""Answers everything that one decision asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """A pack, ready to decide: give it stated facts, it derives and judges."""

    pack: Pack
    derive: Callable[[Facts], Facts]
    """The facts with all that follow from them, in a new mapping. What cannot be calculated is not there.

    It takes stated facts and decisions, again whenever a decision was added.
    """
    judges: Mapping[str, Judge]
    """By decision."""
    prospects: Mapping[str, tuple[Prospects, ...]]
    """By decision: what each rule can come to, in the order of the pack."""
    partials: Partials
    """The same as functions that ask only a part of it."""


def compile_pack(pack: Pack) -> Machine:
    """The machine of a pack; building it once pays for any number of companies."""
    namespace: dict[str, Any] = {"__builtins__": {}, "Answers": Answers, **BUILTINS}  # Any: what the source defines
    exec(compile(pack_source(pack), f"<{pack.name} {pack.version}>", "exec"), namespace)  # noqa: S102 - our own source
    return Machine(
        pack=pack,
        derive=namespace["derive"],
        judges=namespace["judges"],
        prospects={decision.id: prospects_of(decision, pack.catalogue) for decision in pack.decisions},
        partials=Partials(pack=pack),
    )
