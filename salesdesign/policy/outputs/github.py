"""An outcome as workflow commands of GitHub, which mark the lines of a pull request."""

from collections.abc import Iterator

from salesdesign.characters import log_lines, visible
from salesdesign.errors import Problem
from salesdesign.policy.outcome import Checked, Outcome, Standing
from salesdesign.policy.severity import Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def to_github(outcome: Outcome) -> str:
    """One command a finding; the verdict as a plain line at the end."""
    lines = [line for file in outcome.files for line in _file(file)]
    notes = [f"::notice title=salesdesign::{_data(note)}" for note in outcome.notes]
    return "\n".join([*lines, *notes, _data(outcome.verdict)]) + "\n"


def _file(file: Checked) -> Iterator[str]:
    if file.failure:
        yield from (_problem(problem) for problem in file.failure.problems)
    for finding in file.findings:
        if finding.standing is Standing.NEW:
            title = f"{finding.rule}: {finding.subject}"
            yield _command(_LEVELS[finding.severity], (file.file, finding.line, finding.column), title, finding.text)
    for unmade in file.unmade:
        if unmade.standing is Standing.NEW and unmade.severity is not Severity.OFF:
            level = "error" if unmade.severity is Severity.ERROR else "notice"
            title = f"{unmade.rule}: not checked"
            yield _command(level, (file.file, unmade.line, unmade.column), title, unmade.because)


def _problem(problem: Problem) -> str:
    text = f"{problem.wrong} {problem.mend}".strip()
    return _command("error", (problem.file, problem.line, problem.column), problem.subject or "bad input", text)


def _command(level: str, place: tuple[str, int, int], title: str, message: str) -> str:
    file, line, column = place
    at = f",line={line},col={max(column, 1)}" if line else ""
    return f"::{level} file={_property(file)}{at},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    """A message, in which a line must not end."""
    return log_lines(visible(text)).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A value between commas and colons, which it must not hold."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
