"""An outcome in Markdown, made for the comment on a pull request and the summary of a step."""

from collections.abc import Iterable, Iterator

from salesdesign.errors import Problem
from salesdesign.policy.outcome import Checked, Finding, Outcome, Standing, Unmade
from salesdesign.policy.severity import Severity
from salesdesign.reporting.escaping import markdown
from salesdesign.wording.numbers import counted

MARK = "<!-- salesdesign check -->"
"""By which a bot finds its own comment again."""

LIMIT = 60_000
"""Bytes. A comment on GitHub may hold 65,536 characters, the summary of a step one mebibyte."""

ROWS = LIMIT // 2
"""Bytes for the table; the details have the rest."""


def to_summary(outcome: Outcome) -> str:
    """The page: the verdict, a table of the files that need a look, and for each what was found and what changed."""
    files = sorted(outcome.files, key=_weight)
    speaking = [file for file in files if _speaks(file)]
    quiet = len(files) - len(speaking)
    head = [MARK, f"## Organisation design: {markdown(outcome.verdict)}", *_notes(outcome)]
    if quiet:
        head += ["", f"{counted(quiet, 'file')} {'has' if quiet == 1 else 'have'} nothing to look at."]
    if speaking:
        head += ["", "| | File | Company | Today | Advice | Checks made |", "| --- | --- | --- | --- | --- | --- |"]
        head += _within(ROWS - _size(head), [[_row(file)] for file in speaking], "| | *and {count} more* | | | | |")
    details = [_details(file, outcome.against) for file in speaking]
    tail = _within(LIMIT - _size(head), details, "\n*The details of {count} are left out; the log has them.*")
    return "\n".join([*head, *tail]) + "\n"


def _within(budget: int, parts: list[list[str]], rest: str) -> list[str]:
    """The lines of as many parts as fit, and a line for those that do not."""
    lines: list[str] = []
    left = budget - len(rest) - 20
    for place, part in enumerate(parts):
        left -= _size(part)
        if left < 0:
            return [*lines, rest.format(count=counted(len(parts) - place, "file"))]
        lines += part
    return lines


def _size(lines: Iterable[str]) -> int:
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)


def _notes(outcome: Outcome) -> Iterator[str]:
    shown = outcome.notes[:20]
    if shown:
        yield ""
    yield from (f"- {_short(note)}" for note in shown)
    if len(outcome.notes) > len(shown):
        yield f"- and {len(outcome.notes) - len(shown)} more"


def _weight(file: Checked) -> tuple[int, int, int, str]:
    """What needs a look first comes first."""
    return (
        -int(file.failure.code if file.failure else 0),
        -len(file.of(Severity.ERROR)),
        -len(file.of(Severity.WARNING)) - len(file.changes),
        file.file,
    )


def _speaks(file: Checked) -> bool:
    return bool(file.failure or file.of(Severity.ERROR) or file.of(Severity.WARNING) or file.changes)


def _row(file: Checked) -> str:
    advice = f"{file.was} → {file.advice}" if file.was else file.advice
    cells = (_state(file), file.file, file.company, file.today or "not known", advice or "none")
    return f"| {' | '.join(_short(cell) for cell in cells)} | {file.made} of {file.asked} |"


def _state(file: Checked) -> str:
    if file.failure:
        return "not readable"
    errors, warnings = len(file.of(Severity.ERROR)), len(file.of(Severity.WARNING))
    counts = [counted(count, word) for count, word in ((errors, "error"), (warnings, "warning")) if count]
    return ", ".join(counts) or "changed"


def _details(file: Checked, against: str) -> list[str]:
    lines = ["", f"### {markdown(file.file)}", ""]
    lines += (f"- **not readable** {_short(_problem(problem))}" for problem in _problems(file))
    lines += (_line(found) for found in [*file.of(Severity.ERROR), *file.of(Severity.WARNING)])
    held = [finding for finding in file.findings if finding.standing is not Standing.NEW]
    lines += (f"- {finding.standing}: {finding.rule}: {_short(finding.reason)}" for finding in held)
    if file.changes:
        lines += ["", f"Since {markdown(against)}:", "", *(f"- {_short(line)}" for line in file.changes)]
    return lines


def _problems(file: Checked) -> tuple[Problem, ...]:
    return file.failure.problems[:10] if file.failure else ()


def _problem(problem: Problem) -> str:
    place = f"line {problem.line}: " if problem.line else ""
    return f"{place}{problem.subject} {problem.wrong} {problem.mend}".strip()


def _line(found: Finding | Unmade) -> str:
    text = f"not checked: {found.because}" if isinstance(found, Unmade) else found.text
    return f"- **{found.severity}** {found.rule} (line {found.line}): {_short(text)}"


def _short(text: str) -> str:
    """A text for a line of its own, made harmless and not endless."""
    return markdown(text if len(text) <= 600 else f"{text[:600]}...")
