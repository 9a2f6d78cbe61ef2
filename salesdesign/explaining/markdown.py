"""An explanation as a Markdown page."""

from collections.abc import Iterable

from salesdesign.explaining.explanation import CriterionSeen, Explanation
from salesdesign.explaining.said import (
    OUTCOMES,
    asks_line,
    heading,
    option_line,
    outcome_lines,
    points_line,
    readings_line,
    weight_line,
)
from salesdesign.reporting.escaping import markdown


def to_markdown(explanation: Explanation) -> str:
    """The page."""
    lines = [f"# {markdown(heading(explanation))}", "", *_bullets(outcome_lines(explanation))]
    lines += ["", "## Options", "", *_bullets(option_line(explanation, option.id) for option in explanation.options)]
    if explanation.gates:
        lines += ["", "## Gates", "", *_table(("Gate", "State", "Options", "Asks", "Read"), _gates(explanation))]
    for criterion in explanation.criteria:
        lines += ["", f"## {markdown(criterion.name)}", ""]
        lines += [f"{markdown(weight_line(criterion.weight, criterion.nets))}.", ""]
        lines += _table(("Rule", "Outcome", "Points", "Asks", "Read", "Reason"), _rules(criterion))
    return "\n".join(lines) + "\n"


def _gates(explanation: Explanation) -> Iterable[tuple[str, ...]]:
    for gate in explanation.gates:
        kind = f"{gate.kind} {', '.join(gate.options)}"
        yield gate.id, gate.state, kind, gate.asks, readings_line(gate.readings)


def _rules(criterion: CriterionSeen) -> Iterable[tuple[str, ...]]:
    for rule in criterion.rules:
        asks, read = asks_line(rule.asks, rule.unless), readings_line(rule.readings)
        yield rule.id, OUTCOMES[rule.outcome], points_line(rule.points), asks, read, rule.because


def _bullets(lines: Iterable[str]) -> list[str]:
    return [f"- {markdown(line)}" for line in lines]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    cells = (" | ".join(markdown(cell) for cell in row) for row in rows)
    return [f"| {' | '.join(heads)} |", f"| {' | '.join('---' for _ in heads)} |", *(f"| {row} |" for row in cells)]
