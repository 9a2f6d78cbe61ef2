"""Which facts differ, and which of them a rule reads."""

from collections.abc import Iterable

from salesdesign.comparing.differences import FactChange
from salesdesign.model.catalogue import Catalogue, FactType
from salesdesign.model.expression import facts_in
from salesdesign.model.pack import Pack
from salesdesign.reporting.phrasing import SCALE, shown, title_of, told
from salesdesign.reporting.view import View

LISTED = "given, and different"
"""What stands for a list of entries, which no line can hold."""


def fact_changes(before: View, after: View) -> tuple[FactChange, ...]:
    """The stated facts that differ, in the order of the catalogue."""
    return tuple(
        _change(before, after, name)
        for name in after.pack.catalogue.facts
        if before.advice.facts.get(name) != after.advice.facts.get(name)
    )


def read_by_rules(pack: Pack) -> dict[str, frozenset[str]]:
    """By rule and gate, the stated facts that it reads, directly or through derived ones."""
    reads: dict[str, frozenset[str]] = {}
    for decision in pack.decisions:
        for gate in decision.gates:
            reads[gate.id] = _stated(facts_in(gate.when), pack.catalogue)
        for rule in (rule for criterion in decision.criteria for rule in criterion.rules):
            asked = [name for ask in (rule.when, rule.unless) if ask is not None for name in facts_in(ask)]
            reads[rule.id] = _stated([*asked, *([rule.over] if rule.over else [])], pack.catalogue)
    return reads


def _change(before: View, after: View, name: str) -> FactChange:
    texts = _text(before, name), _text(after, name)
    if texts[0] == texts[1] != LISTED:
        texts = str(before.advice.facts.get(name)), str(after.advice.facts.get(name))  # they differ beyond rounding
    return FactChange(fact=name, title=title_of(after, name), before=texts[0], after=texts[1])


def _text(view: View, name: str) -> str | None:
    if view.advice.facts.get(name) is None:
        return None
    return _brief(view, name) or LISTED


def _brief(view: View, name: str) -> str:
    """The value with its unit, without what a step or a choice means: both sides stand in one line."""
    kind = view.pack.catalogue.facts[name].type
    if kind is FactType.SCALE:
        return f"{shown(view, name)} of {SCALE}"
    return shown(view, name) if kind is FactType.CHOICE else told(view, name)


def _stated(names: Iterable[str], catalogue: Catalogue) -> frozenset[str]:
    """The names and what they are derived from, to the bottom."""
    reached = set(names)
    for name in reversed(list(catalogue.derived)):
        if name in reached:
            reached |= set(facts_in(catalogue.derived[name].value))
    return frozenset(reached)
