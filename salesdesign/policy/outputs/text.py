"""An outcome as lines for a terminal and a log."""

from collections.abc import Iterator

from salesdesign.characters import log_lines, visible
from salesdesign.policy.outcome import Checked, Outcome, Standing, Unmade
from salesdesign.policy.severity import Severity


def to_text(outcome: Outcome) -> str:
    """One line a finding, FILE:LINE:COLUMN first; the verdict last."""
    lines = [line for file in outcome.files for line in (*_file(file), *_changes(file, outcome.against))]
    shown = [*lines, *(f"note: {note}" for note in outcome.notes), outcome.verdict]
    return "".join(f"{log_lines(visible(line))}\n" for line in shown)


def _file(file: Checked) -> Iterator[str]:
    if file.failure:
        yield from map(str, file.failure.problems)
    for finding in file.findings:
        place = f"{file.file}:{finding.line}:{finding.column}"
        if finding.standing is Standing.NEW:
            yield f"{place}: {finding.severity}: {finding.rule}: {finding.subject}: {finding.text}"
        else:
            yield f"{place}: {finding.standing}: {finding.rule}: {finding.subject}: {finding.found} {finding.reason}"
    yield from (_unmade(file, unmade) for unmade in file.unmade if unmade.severity is not Severity.OFF)


def _changes(file: Checked, against: str) -> Iterator[str]:
    """What differs from before, below one line that says of what."""
    if len(file.changes) == 1:
        yield f"{file.file}: {file.changes[0]}"
    elif file.changes:
        yield f"{file.file}: What changed since {against}:"
        yield from (f"    {line}" for line in file.changes)


def _unmade(file: Checked, unmade: Unmade) -> str:
    how = unmade.severity if unmade.standing is Standing.NEW else unmade.standing
    said = f" {unmade.reason}" if unmade.reason else ""
    return f"{file.file}:{unmade.line}:{unmade.column}: {how}: {unmade.rule}: not checked: {unmade.because}{said}"
