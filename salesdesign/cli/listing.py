"""The rule pack as lines: one rule or gate each."""

from collections.abc import Iterator
from typing import TypeAlias

from salesdesign.cli.points import points_text
from salesdesign.model.pack import Decision, Pack, Rule

_Row: TypeAlias = tuple[str, str, str, str]


def listing(pack: Pack) -> str:
    """Every gate and rule of a pack in columns: decision, criterion, id, what it asks with what it gives."""
    rows = [row for decision in pack.decisions for row in _rows(decision)]
    widths = [max(map(len, column)) for column in zip(*(row[:-1] for row in rows), strict=True)]
    return "".join(_line(row, widths) for row in rows)


def _rows(decision: Decision) -> Iterator[_Row]:
    for gate in decision.gates:
        yield decision.id, "gate", gate.id, f"{gate.asks} -> {gate.kind} {', '.join(gate.options)}"
    for criterion in decision.criteria:
        for rule in criterion.rules:
            yield decision.id, criterion.id, rule.id, f"{_question(rule)} -> {points_text(rule.points)}"


def _question(rule: Rule) -> str:
    return f"{rule.asks} unless {rule.exception}" if rule.exception else rule.asks


def _line(row: _Row, widths: list[int]) -> str:
    aligned = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
    return "  ".join([*aligned, row[-1]]) + "\n"
