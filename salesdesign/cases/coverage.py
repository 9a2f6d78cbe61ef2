"""Rules that no case tries, and cases that speak of rules that are not there."""

from collections.abc import Iterable, Iterator

from salesdesign.cases.case import Case
from salesdesign.model.pack import Pack, Rule
from salesdesign.model.ranking import Outcome
from salesdesign.pack.finding import Finding


def coverage(cases: Iterable[Case], pack: Pack) -> tuple[Finding, ...]:
    """Rules without a case in which they are met, and cases without their rule; by file and line."""
    cases = tuple(cases)
    return tuple(sorted((*_rules_without_case(cases, pack), *_cases_without_rule(cases, pack))))


def _rules_without_case(cases: tuple[Case, ...], pack: Pack) -> Iterator[Finding]:
    met = {name for case in cases for name, outcome in case.expected.rules.items() if outcome is Outcome.MET}
    for rule in _rules(pack):
        if rule.id not in met:
            wrong, mend = f"No case meets {rule.id}.", f"Write one that expects `rules: {{{rule.id}: met}}`."
            yield Finding(code="rule-without-case", file=rule.file, line=rule.line, wrong=wrong, mend=mend)


def _cases_without_rule(cases: tuple[Case, ...], pack: Pack) -> Iterator[Finding]:
    there = {rule.id for rule in _rules(pack)}
    for case in cases:
        for name in sorted(set(case.expected.rules) - there):
            wrong, mend = f"{case.id} speaks of the rule {name}, which the pack does not have.", "Rename or remove it."
            yield Finding(code="case-without-rule", file=case.file, line=case.line, wrong=wrong, mend=mend)


def _rules(pack: Pack) -> Iterator[Rule]:
    criteria = (criterion for decision in pack.decisions for criterion in decision.criteria)
    return (rule for criterion in criteria for rule in criterion.rules)
