"""All checks of a pack, less the doubts that it accepts."""

from collections.abc import Iterable, Iterator, Mapping

from salesdesign.conditions.solve import Spent
from salesdesign.model.pack import Pack
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint.codes import CHECKS, ENDED, UNUSED, Check
from salesdesign.pack.lint.subject import Subject, rules_of, subject_of

MOST_STEPS = 1_000_000
"""Steps that all searches of one run may take."""


def lint(pack: Pack, checks: Mapping[str, Check] = CHECKS) -> tuple[Finding, ...]:
    """Everything that is doubtful about a pack and not accepted, by file, line and code."""
    subject = subject_of(pack, MOST_STEPS)
    findings: list[Finding] = []
    looked = [code for code, check in checks.items() if _looked_for(check, subject, findings)]
    left = [code for code in checks if code not in looked]
    return tuple(sorted((*accepted(findings, pack, looked), *_not_looked_for(left, subject))))


def _looked_for(check: Check, subject: Subject, findings: list[Finding]) -> bool:
    """Whether a check came to its end; what it found until then is added to the findings."""
    try:
        for finding in check.find(subject):
            findings.append(finding)  # noqa: PERF402  what is found before there are no steps left counts
    except Spent:
        return False
    return True


def _not_looked_for(codes: list[str], subject: Subject) -> Iterator[Finding]:
    """That some checks did not come to their end, at the decision that has most to look at."""
    if codes:
        largest = max(subject.pack.decisions, key=lambda decision: len([*decision.gates, *rules_of(decision)]))
        wrong = f"There is more to try in this pack than is tried: not looked for to the end: {', '.join(codes)}."
        mend = "Say the same with fewer rules, or divide the pack."
        yield Finding(code=ENDED, file=largest.options[0].file, line=1, about=largest.id, wrong=wrong, mend=mend)


def accepted(findings: Iterable[Finding], pack: Pack, codes: Iterable[str]) -> tuple[Finding, ...]:
    """The findings that the pack does not accept, and what it accepts of these codes in vain; sorted."""
    findings = tuple(findings)
    live = {(doubt.file, doubt.about, doubt.code) for doubt in pack.accepted}
    left = (found for found in findings if (found.file, found.about, found.code) not in live)
    return tuple(sorted((*left, *_in_vain(findings, pack, codes))))


def _in_vain(findings: tuple[Finding, ...], pack: Pack, codes: Iterable[str]) -> Iterator[Finding]:
    raised = {(found.file, found.about, found.code) for found in findings}
    for doubt in pack.accepted:
        if doubt.code in codes and (doubt.file, doubt.about, doubt.code) not in raised:
            wrong = f"{doubt.about} accepts {doubt.code}, which nothing finds here."
            yield Finding(
                code=UNUSED, file=doubt.file, line=doubt.line, about=doubt.about, wrong=wrong, mend="Remove the line."
            )
