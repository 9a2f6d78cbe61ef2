"""The rule pack as lines: one entry each, of the kind that is asked for."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from salesdesign.cli.entry_library import actions, triggers
from salesdesign.cli.kinds import Listed
from salesdesign.cli.points import points_text
from salesdesign.model.pack import Decision, Pack, Rule
from salesdesign.rulebook.reading import read_aloud

_Row: TypeAlias = tuple[str, ...]


def listing(pack: Pack, kind: Listed = Listed.RULES) -> str:
    """Every entry of a kind in columns: what it belongs to, its id, what it says."""
    rows = [(*row[:-1], read_aloud(row[-1], pack.catalogue)) for row in _ROWS[kind](pack)]
    widths = [max(map(len, column)) for column in zip(*(row[:-1] for row in rows), strict=True)]
    return "".join(_line(row, widths) for row in rows)


def _rules(pack: Pack) -> Iterator[_Row]:
    return (row for decision in pack.decisions for row in _of_decision(decision))


def _of_decision(decision: Decision) -> Iterator[_Row]:
    for gate in decision.gates:
        yield decision.id, "gate", gate.id, f"{gate.asks} -> {gate.kind} {', '.join(gate.options)}"
    for criterion in decision.criteria:
        for rule in criterion.rules:
            yield decision.id, criterion.id, rule.id, f"{_question(rule)} -> {points_text(rule.points)}"


def _criteria(pack: Pack) -> Iterator[_Row]:
    for decision in pack.decisions:
        for criterion in decision.criteria:
            yield decision.id, criterion.id, f"{criterion.name}, weight {criterion.weight:g}"


def _facts(pack: Pack) -> Iterator[_Row]:
    for name, fact in pack.catalogue.facts.items():
        yield name, str(fact.type), fact.question or fact.title
    for name, derived in pack.catalogue.derived.items():
        yield name, str(derived.type), f"{derived.title} (follows from others)"


_ROWS: Mapping[Listed, Callable[[Pack], Iterator[_Row]]] = {
    Listed.RULES: _rules,
    Listed.DECISIONS: lambda pack: ((decision.id, decision.question) for decision in pack.decisions),
    Listed.CRITERIA: _criteria,
    Listed.OPTIONS: lambda pack: (
        (decision.id, option.id, option.summary) for decision in pack.decisions for option in decision.options
    ),
    Listed.FACTS: _facts,
    Listed.PRACTICES: lambda pack: ((item.topic, item.id, item.title) for item in pack.library.practices),
    Listed.RISKS: lambda pack: ((risk.id, risk.text) for risk in pack.library.risks),
    Listed.ACTIONS: lambda pack: ((item.topic, item.id, item.title) for item in actions(pack)),
    Listed.TRIGGERS: lambda pack: ((trigger.id, trigger.text) for trigger in triggers(pack)),
    Listed.ROLES: lambda pack: ((role.id, role.name) for role in pack.library.roles.values()),
    Listed.CLAIMS: lambda pack: ((claim.id, claim.claim) for claim in pack.claims.values()),
    Listed.BENCHMARKS: lambda pack: (
        (item.id, f"{item.metric}, {item.segment}: {item.typical} {item.unit}") for item in pack.benchmarks.values()
    ),
    Listed.WORDS: lambda pack: iter(pack.library.glossary.items()),
}


def _question(rule: Rule) -> str:
    return f"{rule.asks} unless {rule.exception}" if rule.exception else rule.asks


def _line(row: _Row, widths: list[int]) -> str:
    aligned = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
    return "  ".join([*aligned, row[-1]]) + "\n"
