"""How a run of checks came out: findings, what could not be asked, and one verdict."""

from collections.abc import Iterable
from enum import StrEnum

from salesdesign.errors import ExitCode, Problem
from salesdesign.policy.severity import Severity
from salesdesign.records import dataclass
from salesdesign.wording.numbers import counted


class Standing(StrEnum):
    """Whether a finding counts."""

    NEW = "new"
    ACCEPTED = "accepted"
    """The baseline holds it."""
    SUPPRESSED = "suppressed"
    """The policy says that it is meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule of the policy that one facts file does not meet."""

    rule: str
    severity: Severity
    file: str
    key: str
    """The file as the policy and the baseline see it."""
    line: int
    column: int
    subject: str
    expected: str
    found: str
    mend: str
    standing: Standing
    reason: str
    """Why it does not count; for a suppression that has ended, that it has."""

    @property
    def text(self) -> str:
        """What was found, what was expected, and what to do."""
        ended = f" {self.reason}" if self.reason and self.standing is Standing.NEW else ""
        return f"{self.found} Expected: {self.expected}. {self.mend}{ended}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmade:
    """A rule that could not be asked."""

    rule: str
    severity: Severity
    because: str
    line: int
    column: int
    standing: Standing = Standing.NEW
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a facts file could not be checked at all."""

    code: ExitCode
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """What differs from a revision."""

    lines: tuple[str, ...] = ()
    was: str = ""
    """What was recommended there; empty where the same is now, and where there was nothing to recommend for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One facts file."""

    file: str
    company: str = ""
    today: str = ""
    """Today's structure by name; empty where nobody said."""
    advice: str = ""
    """What is recommended."""
    passed: tuple[str, ...] = ()
    """The rules that are met."""
    findings: tuple[Finding, ...] = ()
    unmade: tuple[Unmade, ...] = ()
    failure: Failure | None = None
    changes: tuple[str, ...] = ()
    """What differs from the revision it is compared with; empty where it is compared with none, or nothing does."""
    was: str = ""
    """What was recommended there; empty where the same is now, and where nothing was."""

    @property
    def made(self) -> int:
        """How many rules could be asked."""
        return len(self.passed) + len({finding.rule for finding in self.findings})

    @property
    def asked(self) -> int:
        """How many rules are not off."""
        return self.made + len(self.unmade)

    @property
    def found(self) -> tuple[Finding | Unmade, ...]:
        """What is not met, and what could not be asked."""
        return (*self.findings, *self.unmade)

    def of(self, severity: Severity) -> list[Finding | Unmade]:
        """What counts at a severity."""
        return [found for found in self.found if found.severity is severity and found.standing is Standing.NEW]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Everything that a run found."""

    files: tuple[Checked, ...]
    against: str = ""
    """The revision that the facts are compared with."""
    notes: tuple[str, ...] = ()
    """What is said beside the findings: files that were deleted, suppressions that nothing needs any more."""

    @property
    def code(self) -> ExitCode:
        """The worst that happened; a run that asked nothing is no success."""
        worst = max((file.failure.code for file in self.files if file.failure), default=ExitCode.DONE)
        if worst is not ExitCode.DONE:
            return worst
        failed = self.count(Severity.ERROR) or not any(file.made for file in self.files)
        return ExitCode.GATE if failed else ExitCode.DONE

    @property
    def verdict(self) -> str:
        """The exit code in words."""
        return f"{_VERDICTS[self.code]} (exit code {int(self.code)}): {'; '.join(self._counts())}."

    def count(self, severity: Severity) -> int:
        """How much counts at a severity, in all files."""
        return sum(len(file.of(severity)) for file in self.files)

    def _counts(self) -> Iterable[str]:
        failed = sum(file.failure is not None for file in self.files)
        made, asked = sum(file.made for file in self.files), sum(file.asked for file in self.files)
        if failed:
            yield f"{failed} of {counted(len(self.files), 'file')} could not be checked"
        if not made:
            yield "nothing was checked"
        yield f"{counted(self.count(Severity.ERROR), 'error')}, {counted(self.count(Severity.WARNING), 'warning')}"
        yield f"{made} of {counted(asked, 'check')} made in {counted(len(self.files) - failed, 'file')}"
        for standing in (Standing.ACCEPTED, Standing.SUPPRESSED):
            held = sum(found.standing is standing for file in self.files for found in file.found)
            if held:
                yield f"{held} {standing.value}"


_VERDICTS = {
    ExitCode.DONE: "Passed",
    ExitCode.GATE: "Failed",
    ExitCode.INPUT: "Bad input",
    ExitCode.MACHINE: "The machine failed",
    ExitCode.DEFECT: "A defect of salesdesign",
}
