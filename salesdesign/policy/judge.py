"""One facts file held to its policy."""

from collections.abc import Iterator
from difflib import get_close_matches
from fnmatch import fnmatchcase

from salesdesign.errors import BadInput, Problem
from salesdesign.model.advice import Advice
from salesdesign.model.catalogue import Catalogue
from salesdesign.policy.baseline import Entry
from salesdesign.policy.outcome import Checked, Finding, Standing, Unmade
from salesdesign.policy.policy import Policy, Suppression
from salesdesign.policy.rules import RULES, PolicyRule
from salesdesign.policy.severity import Severity
from salesdesign.policy.subject import Fault, Subject, Unasked
from salesdesign.reporting.phrasing import lowered


def judge(subject: Subject, accepted: frozenset[Entry] = frozenset()) -> Checked:
    """What the policy finds in one facts file; `accepted` findings do not count."""
    passed: list[str] = []
    findings: list[Finding] = []
    unmade: list[Unmade] = []
    for rule in RULES:
        if rule.severity_in(subject.policy) is Severity.OFF or not rule.asked_of(subject):
            continue
        answers = tuple(rule.ask(subject))
        findings += (_finding(rule, one, subject, accepted) for one in answers if isinstance(one, Fault))
        unmade += (_unmade(rule, one, subject) for one in answers if isinstance(one, Unasked))
        if not answers:
            passed.append(rule.id)
    return Checked(
        file=subject.file,
        company=subject.company.name,
        today=_today(subject),
        advice=recommended(subject.advice, subject.pack.main),
        passed=tuple(passed),
        findings=tuple(findings),
        unmade=tuple(unmade),
    )


def recommended(advice: Advice, main: str) -> str:
    """What is recommended for a decision, with the verdict on what there is today."""
    taken = advice.decisions[main]
    names = {option.id: option.name for option in taken.options}
    chosen = ", ".join(lowered(names[option]) for option in taken.chosen) or "undecided"
    return f"{taken.verdict}: {chosen}" if taken.verdict else chosen


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


def _finding(rule: PolicyRule, fault: Fault, subject: Subject, accepted: frozenset[Entry]) -> Finding:
    standing, reason = _standing(rule.id, fault.subject, subject)
    if standing is Standing.NEW and Entry(subject.key, rule.id, fault.subject) in accepted:
        standing, reason = Standing.ACCEPTED, "The baseline accepts it."
    place = subject.place(fault.facts)
    return Finding(
        rule=rule.id,
        severity=rule.severity_in(subject.policy),
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


def _unmade(rule: PolicyRule, unasked: Unasked, subject: Subject) -> Unmade:
    standing, reason = _standing(rule.id, None, subject)
    place = subject.place(unasked.facts)
    return Unmade(
        rule=rule.id,
        severity=_milder(rule.severity_in(subject.policy), subject.policy.unchecked),
        because=unasked.because,
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


def _no_such_fact(name: str, known: list[str], policy: Policy) -> Problem:
    near = get_close_matches(name, known, n=1)
    mend = f"Did you mean {near[0]}?" if near else "See `salesdesign init` for all facts."
    return Problem(file=policy.file or "--config", subject="required", wrong=f"There is no fact {name}.", mend=mend)
