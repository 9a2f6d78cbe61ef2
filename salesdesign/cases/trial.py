"""A case as it was decided: the facts, what every rule found, which gates closed."""

from collections.abc import Iterator, Mapping

from salesdesign.advise.decisions import Decided, take_decisions
from salesdesign.cases.case import Case, Expected
from salesdesign.engine.compile import Machine
from salesdesign.engine.evaluate import findings
from salesdesign.facts.validate import validate
from salesdesign.model.company import Company
from salesdesign.model.pack import Decision, Facts
from salesdesign.model.ranking import Outcome
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One company, or one segment of it, as rules and gates saw it."""

    facts: Facts
    outcomes: Mapping[str, Outcome]
    """By rule: how it came out."""
    closed: frozenset[str]
    """Gates that closed."""
    expected: Expected
    """What the case says of it; nothing of a segment."""


def trial_of(case: Case, machine: Machine) -> Iterator[Trial]:
    """The company of a case and each of its segments, decided.

    Raises:
        BadInput: the facts have problems.
    """
    yield from trials(validate(case.facts, case.file, machine.pack.catalogue, {}), machine, case.expected)


def trials(company: Company, machine: Machine, expected: Expected) -> Iterator[Trial]:
    """A company and each of its segments, decided."""
    pack = machine.pack
    decided = take_decisions(company, pack, machine, {})
    yield _trial(decided, machine, expected)
    main = pack.decision(pack.main)
    for segment in decided.segments:
        outcomes = _outcomes(machine, main, segment.facts)
        yield Trial(facts=segment.facts, outcomes=outcomes, closed=frozenset(), expected=Expected())


def _trial(decided: Decided, machine: Machine, expected: Expected) -> Trial:
    outcomes: dict[str, Outcome] = {}
    for decision in machine.pack.decisions:
        outcomes |= _outcomes(machine, decision, decided.facts)
    closed = (
        closed.gate.id
        for ranking in decided.rankings.values()
        for standing in ranking.standings
        for closed in standing.closed
    )
    return Trial(facts=decided.facts, outcomes=outcomes, closed=frozenset(closed), expected=expected)


def _outcomes(machine: Machine, decision: Decision, facts: Facts) -> dict[str, Outcome]:
    return {finding.rule.id: finding.outcome for finding in findings(machine, decision, facts)}
