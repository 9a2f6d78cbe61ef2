"""An explanation as a terminal shows it: the answer in lines, then the tree."""

from collections.abc import Iterable, Iterator
from textwrap import fill

from salesdesign.characters import visible
from salesdesign.explaining.explanation import CriterionSeen, Explanation, GateSeen, RuleSeen
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
from salesdesign.explaining.tree import Twig, tree_lines
from salesdesign.reporting.escaping import encodable
from salesdesign.reporting.look import PLAIN, Look
from salesdesign.reporting.phrasing import sentence


def to_terminal(explanation: Explanation, look: Look = PLAIN) -> str:
    """The explanation in eighty columns."""
    lines = [_wrapped(heading(explanation), look), ""]
    lines += [_wrapped(line, look) for line in outcome_lines(explanation)]
    for twig in _trees(explanation):
        lines += ["", *tree_lines(twig, look)]
    return "\n".join(lines) + "\n"


def _wrapped(line: str, look: Look) -> str:
    return encodable(fill(visible(line), look.width, break_on_hyphens=False), look.encoding)


def _trees(explanation: Explanation) -> Iterator[Twig]:
    options = tuple(Twig(text=option_line(explanation, option.id)) for option in explanation.options)
    yield Twig(text="Options", tone="strong", below=options)
    if explanation.gates:
        yield Twig(text="Gates", tone="strong", below=tuple(map(_gate, explanation.gates)))
    yield Twig(text="Criteria", tone="strong", below=tuple(map(_criterion, explanation.criteria)))


def _gate(gate: GateSeen) -> Twig:
    text = f"[{gate.state}] {gate.id} ({gate.kind} {', '.join(gate.options)})"
    said = (sentence(gate.because),) if gate.state == "closed" else ()
    return Twig(text=text, tone=gate.state, below=tuple(_details(gate.asks, readings_line(gate.readings), said)))


def _criterion(criterion: CriterionSeen) -> Twig:
    text = f"{criterion.name}: {weight_line(criterion.weight, criterion.nets)}"
    return Twig(text=text, tone="strong", below=tuple(map(_rule, criterion.rules)))


def _rule(rule: RuleSeen) -> Twig:
    text = f"[{OUTCOMES[rule.outcome]}] {rule.id}: {points_line(rule.points)}"
    said = (sentence(rule.because),) if rule.outcome == "met" else ()
    details = _details(asks_line(rule.asks, rule.unless), readings_line(rule.readings), said)
    return Twig(text=text, tone=rule.outcome, below=tuple(details))


def _details(asks: str, readings: str, said: Iterable[str]) -> Iterator[Twig]:
    yield Twig(text=f"asks: {asks}")
    if readings:
        yield Twig(text=f"read: {readings}")
    for text in said:
        yield Twig(text=text)
