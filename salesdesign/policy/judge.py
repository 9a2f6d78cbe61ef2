"""One facts file held to its policy."""

from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase

from salesdesign.errors import BadInput, Problem
from salesdesign.facts.names import AS_OF
from salesdesign.model.catalogue import Catalogue
from salesdesign.policy.baseline import Entry
from salesdesign.policy.checks import growth, knowledge, limits, reports, structure
from salesdesign.policy.outcome import Checked, Finding, Standing, Unmade
from salesdesign.policy.policy import Policy, Suppression
from salesdesign.policy.rules import RULE_IDS
from salesdesign.policy.severity import Severity
from salesdesign.policy.subject import Answer, Fault, Subject
from salesdesign.reporting.phrasing import lowered

Check = Callable[[Subject], Answer]

CHECKS: Mapping[str, Check] = {
    "structure-excluded": structure.excluded,
    "structure-behind": structure.behind,
    "confidence-low": knowledge.confidence,
    "fact-unknown": knowledge.required,
    "facts-old": knowledge.age,
    "phase-over": growth.phase_over,
    "budget-broken": limits.budget,
    "span-broken": limits.span,
    "report-stale": reports.up_to_date,
}
"""How each rule is asked."""


def judge(subject: Subject, accepted: frozenset[Entry] = frozenset()) -> Checked:
    """What the policy finds in one facts file; `accepted` findings do not count."""
    passed: list[str] = []
    findings: list[Finding] = []
    unmade: list[Unmade] = []
    for rule in RULE_IDS:
        if subject.policy.severity_of(rule) is Severity.OFF or not _applies(rule, subject):
            continue
        answer = CHECKS[rule](subject)
        findings += (_finding(rule, fault, subject, accepted) for fault in answer.faults)
        unmade += _unmade(rule, answer, subject)
        if not (answer.faults or answer.unmade):
            passed.append(rule)
    return Checked(
        file=subject.file,
        company=subject.company.name,
        today=_today(subject),
        advice=_advice(subject),
        passed=tuple(passed),
        findings=tuple(findings),
        unmade=tuple(unmade),
    )


def check_names(policy: Policy, catalogue: Catalogue) -> None:
    """Nothing, where every required fact is one that there is.

    Raises: BadInput for those that are not.
    """
    known = {**catalogue.facts, **catalogue.derived}
    problems = [_no_such_fact(name, list(known), policy) for name in policy.required or () if name not in known]
    if problems:
        raise BadInput(problems)


def matching(subject: Subject, rule: str, about: str | None) -> Iterator[Suppression]:
    """The suppressions that speak of a finding, those that have ended too."""
    for suppression in subject.policy.suppress:
        same = suppression.rule == rule and suppression.subject in (None, about)
        if same and fnmatchcase(subject.key, suppression.file):
            yield suppression


def _applies(rule: str, subject: Subject) -> bool:
    """A check is made where there is something to check: reports that the policy names, facts that the pack has."""
    pack, counts = subject.pack, subject.pack.voice.counts
    needed = {
        "report-stale": subject.reports,
        "facts-old": AS_OF in pack.catalogue.facts,
        "phase-over": pack.stages,
        "budget-broken": counts.affordable,
        "span-broken": counts.span,
    }
    return bool(needed.get(rule, True))


def _finding(rule: str, fault: Fault, subject: Subject, accepted: frozenset[Entry]) -> Finding:
    standing, reason = _standing(rule, fault.subject, subject)
    if standing is Standing.NEW and Entry(subject.key, rule, fault.subject) in accepted:
        standing, reason = Standing.ACCEPTED, "The baseline accepts it."
    place = subject.place(fault.facts)
    return Finding(
        rule=rule,
        severity=subject.policy.severity_of(rule),
        file=subject.file,
        key=subject.key,
        line=place.line,
        column=place.column,
        subject=fault.subject,
        expected=fault.expected,
        found=fault.found,
        mend=fault.mend,
        standing=standing,
        reason=reason,
    )


def _unmade(rule: str, answer: Answer, subject: Subject) -> Iterator[Unmade]:
    severity = _milder(subject.policy.severity_of(rule), subject.policy.unchecked)
    if answer.unmade:
        standing, reason = _standing(rule, None, subject)
        place = subject.place(answer.facts)
        yield Unmade(
            rule=rule,
            severity=severity,
            because=answer.unmade,
            line=place.line,
            column=place.column,
            standing=standing,
            reason=reason,
        )


def _milder(one: Severity, other: Severity) -> Severity:
    order = list(Severity)
    return max(one, other, key=order.index)


def _standing(rule: str, about: str | None, subject: Subject) -> tuple[Standing, str]:
    ended = ""
    for suppression in matching(subject, rule, about):
        if suppression.until is None or subject.today <= suppression.until:
            return Standing.SUPPRESSED, suppression.reason
        ended = f"Its suppression ended on {suppression.until.isoformat()}."
    return Standing.NEW, ended


def _today(subject: Subject) -> str:
    current = subject.advice.decisions[subject.pack.main].current
    names = {option.id: option.name for option in subject.advice.decisions[subject.pack.main].options}
    return lowered(names.get(current, current.replace("_", " "))) if current else ""


def _advice(subject: Subject) -> str:
    main = subject.advice.decisions[subject.pack.main]
    names = {option.id: option.name for option in main.options}
    chosen = ", ".join(lowered(names[option]) for option in main.chosen) or "undecided"
    return f"{main.verdict}: {chosen}" if main.verdict else chosen


def _no_such_fact(name: str, known: list[str], policy: Policy) -> Problem:
    near = get_close_matches(name, known, n=1)
    mend = f"Did you mean {near[0]}?" if near else "See `salesdesign init` for all facts."
    return Problem(file=policy.file or "--config", subject="required", wrong=f"There is no fact {name}.", mend=mend)
