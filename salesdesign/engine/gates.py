"""Gates and limits, as a company's facts answer them."""

from collections.abc import Sequence

from salesdesign.engine.missing import missing_facts
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.expression import Value
from salesdesign.model.pack import Decision, Facts, Gate, GateKind
from salesdesign.model.ranking import Closed
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Gated:
    """The gates of a decision that matter for a company, each in the order of the decision."""

    closing: tuple[Closed, ...]
    """They close their options."""
    open: tuple[Closed, ...]
    """They would, if something unknown held."""


def gated(decision: Decision, answers: Sequence[Value], facts: Facts, catalogue: Catalogue) -> Gated:
    """The gates of a decision, given the answers to their conditions."""
    answered = list(zip(decision.gates, answers, strict=True))
    doubtful = [gate for gate, answer in answered if gate.kind is GateKind.EXCLUDES and answer is None]
    return Gated(
        closing=tuple(_closed(gate, facts, catalogue) for gate, answer in answered if _closes(gate, answer)),
        open=tuple(_closed(gate, facts, catalogue) for gate in doubtful),
    )


def most_allowed(decision: Decision, answers: Sequence[Value]) -> int:
    """How many options may be chosen: the smallest limit that is known to hold, or all of them."""
    holding = (limit.at_most for limit, answer in zip(decision.limits, answers, strict=True) if answer is True)
    return min(holding, default=len(decision.options))


def _closes(gate: Gate, answer: Value) -> bool:
    return (answer is True) == (gate.kind is GateKind.EXCLUDES)


def _closed(gate: Gate, facts: Facts, catalogue: Catalogue) -> Closed:
    return Closed(gate=gate, missing=missing_facts(gate.when, facts, catalogue))
