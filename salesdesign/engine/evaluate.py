"""Every rule of a decision, asked of a company's facts."""

from dataclasses import replace

from salesdesign.engine.compile import Machine
from salesdesign.engine.missing import missing_facts
from salesdesign.engine.points import points_at
from salesdesign.engine.prospects import Prospects, doubted, met_with, question_of
from salesdesign.model.expression import Expression, Value
from salesdesign.model.pack import Decision, Facts
from salesdesign.model.ranking import Finding, Outcome


def findings(machine: Machine, decision: Decision, facts: Facts) -> tuple[Finding, ...]:
    """One finding a rule, in the order of the pack. The decision is one of the machine's pack."""
    answers = machine.judges[decision.id](facts)
    catalogue = machine.pack.catalogue
    found = []
    for prospects, answer, exception in zip(
        machine.prospects[decision.id], answers.rules, answers.exceptions, strict=True
    ):
        finding = _finding(prospects, answer, exception)
        question = _open_question(finding, exception)
        if question is not None and not finding.missing:
            finding = replace(finding, missing=missing_facts(question, facts, catalogue))
        found.append(finding)
    return tuple(found)


def _finding(prospects: Prospects, answer: Value, exception: Value) -> Finding:
    if answer is None:
        return prospects.unknown
    if answer is False:
        return prospects.silent
    if prospects.rule.over is not None:
        return _valued(prospects, answer, exception)
    return prospects.doubted if exception is None else prospects.met


def _valued(prospects: Prospects, value: Value, exception: Value) -> Finding:
    """The finding of a rule over a fact that is known."""
    points = {option: points_at(given, value) for option, given in prospects.rule.points.items()}
    if not any(points.values()):
        return prospects.silent
    met = met_with(prospects.rule, points)
    return doubted(met) if exception is None else met


def _open_question(finding: Finding, exception: Value) -> Expression | None:
    """What would have to be answered before the finding is final; nothing where it is."""
    if finding.outcome is Outcome.UNKNOWN:
        return question_of(finding.rule)
    return finding.rule.unless if finding.outcome is Outcome.MET and exception is None else None
