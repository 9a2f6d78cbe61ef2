"""All checks of a pack, less the doubts that it accepts."""

from collections.abc import Iterable, Iterator
from itertools import chain

from salesdesign.model.pack import Pack
from salesdesign.pack.finding import Finding
from salesdesign.pack.lint.codes import CHECKS, UNUSED
from salesdesign.pack.lint.subject import subject_of


def lint(pack: Pack) -> tuple[Finding, ...]:
    """Everything that is doubtful about a pack and not accepted, by file, line and code."""
    subject = subject_of(pack)
    return accepted(chain.from_iterable(check.find(subject) for check in CHECKS.values()), pack, CHECKS)


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
