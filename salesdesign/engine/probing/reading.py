"""What a decision reads: its questions, the facts that would answer them, and the decisions that it hangs on."""

from collections.abc import Iterator

from salesdesign.conditions.walk import evaluate
from salesdesign.engine.missing import missing_facts
from salesdesign.engine.prospects import question_of
from salesdesign.model.catalogue import Catalogue, read_by
from salesdesign.model.expression import Expression, FactOf
from salesdesign.model.pack import Decision, Facts, Pack, Rule


def rules_of(decision: Decision) -> tuple[Rule, ...]:
    """All rules of a decision, in the order of the pack."""
    return tuple(rule for criterion in decision.criteria for rule in criterion.rules)


def questions(decision: Decision) -> Iterator[Expression]:
    """Every question whose answer can alter what is chosen."""
    for rule in rules_of(decision):
        yield question_of(rule)
        if rule.unless is not None:
            yield rule.unless
    yield from _beside_rules(decision)


def on_the_way(decision: Decision, pack: Pack) -> tuple[Decision, ...]:
    """The decisions that have to be taken for this one, in their order, itself last."""
    earlier = pack.decisions[: pack.decisions.index(decision)]
    needed = {decision.id}
    for one in (decision, *reversed(earlier)):
        if one.id in needed:
            named = {name for question in questions(one) for name in read_by(question, pack.catalogue)}
            needed |= {before.id for before in earlier if f"decided.{before.id}" in named}
    return (*(one for one in earlier if one.id in needed), decision)


def open_facts(decision: Decision, facts: Facts, catalogue: Catalogue) -> frozenset[str]:
    """The stated facts that would have to be known before every question is answered.

    `facts` are derived already. A rule whose exception is known to hold, or that is known not to be met, asks no more.
    """
    asked = [*_beside_rules(decision)]
    for rule in rules_of(decision):
        asked += _still_asked(rule, facts)
    return frozenset(name for question in asked for name in missing_facts(question, facts, catalogue))


def _beside_rules(decision: Decision) -> Iterator[Expression]:
    yield from (gate.when for gate in decision.gates)
    yield from (limit.when for limit in decision.limits)
    if decision.current:
        yield FactOf(decision.current)


def _still_asked(rule: Rule, facts: Facts) -> tuple[Expression, ...]:
    question = question_of(rule)
    if rule.unless is None:
        return (question,)
    silenced = evaluate(rule.unless, facts) is True or evaluate(question, facts) is False
    return () if silenced else (question, rule.unless)
