"""A run of `check`: each facts file read, advised, held to its policy, and compared with what it was."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from salesdesign.advise import advise, probed
from salesdesign.cli.against import Past
from salesdesign.cli.committed import Press, committed
from salesdesign.cli.facts_files import from_here, readable
from salesdesign.cli.files import write_whole
from salesdesign.cli.given import facts_at, file_bytes
from salesdesign.cli.policies import Held, Holding
from salesdesign.cli.streams import say
from salesdesign.comparing.state import State
from salesdesign.errors import BadInput, BadUsage, MachineFailed, Problem
from salesdesign.model.advice import Advice
from salesdesign.model.company import Company
from salesdesign.policy.baseline import Entry, baseline_text, entries_of, read_baseline
from salesdesign.policy.judge import check_names, judge
from salesdesign.policy.notes import gone, needless
from salesdesign.policy.outcome import Checked, Failure, Outcome, Since
from salesdesign.policy.rules import BY_ID
from salesdesign.policy.severity import Severity
from salesdesign.policy.subject import CommittedReport, Subject
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What holds for all files of a run."""

    press: Press
    holding: Holding
    weights: Mapping[str, float]
    changes: Mapping[str, str]
    today: date
    baseline: Path | None = None
    """Before the one that a policy names."""
    past: Past | None = None


def check_files(run: Run, named: Iterable[Path], files: tuple[Path, ...]) -> Outcome:
    """How the files came out; `named` are the paths that were typed, folders among them."""
    there = tuple(file for file in files if not _deleted(file, run.past))
    accepted = {path: _accepted(path) for path in dict.fromkeys(_baseline(run, run.holding(file)) for file in there)}
    checked = tuple(_check(run, file, accepted[_baseline(run, run.holding(file))]) for file in there)
    notes = (*(run.past.deleted(named) if run.past else ()), *_vain(run, there, checked, accepted))
    return Outcome(files=checked, against=run.past.revision.asked if run.past else "", notes=notes)


def write_baselines(run: Run, files: tuple[Path, ...], outcome: Outcome) -> None:
    """Write the findings of this run into their baselines; what those hold of other files stays.

    Raises: BadUsage where a file has no baseline, or could not be checked.
    """
    if any(file.failure for file in outcome.files):
        raise BadUsage("--write-baseline: Some facts could not be read. Mend them first; nothing was written.")
    by_name = {file.file: file for file in outcome.files}
    groups: dict[Path, list[Path]] = {}
    for file in (file for file in files if _name(file) in by_name):
        groups.setdefault(_needed(_baseline(run, run.holding(file)), file), []).append(file)
    for path, members in groups.items():
        keys = {readable(run.holding(file).key(file)) for file in members}
        kept = {entry for entry in _accepted(path) if entry.file not in keys}
        entries = kept | entries_of(by_name[_name(file)] for file in members)
        write_whole(path, baseline_text(entries))
        say(f"Wrote {path} ({len(entries)} accepted).")


def _check(run: Run, file: Path, accepted: frozenset[Entry]) -> Checked:
    """One file. What is wrong with it does not keep the others from being checked."""
    try:
        subject = _subject(run, file)
    except BadInput as error:
        problems = tuple(replace(problem, file=readable(problem.file)) for problem in error.problems)
        return _failed(run, file, Failure(code=error.exit_code, problems=problems))
    except MachineFailed as error:
        problem = Problem(file=_name(file), wrong=str(error).removeprefix(f"{file}: "))
        return _failed(run, file, Failure(code=error.exit_code, problems=(problem,)))
    since = _since(run, file, State(company=subject.company, advice=subject.advice))
    return replace(judge(subject, accepted), changes=since.lines, was=since.was)


def _name(file: Path) -> str:
    return readable(file.as_posix())


def _failed(run: Run, file: Path, failure: Failure) -> Checked:
    return Checked(file=_name(file), failure=failure, changes=_since(run, file, None).lines)


def _subject(run: Run, file: Path) -> Subject:
    held, pack = run.holding(file), run.press.pack
    check_names(held.policy, pack.catalogue)
    company = facts_at(file, pack.catalogue, run.changes)
    return Subject(
        file=_name(file),
        key=readable(held.key(file)),
        company=company,
        advice=_advice(run, company, held),
        pack=pack,
        policy=held.policy,
        today=run.today,
        reports=_reports(run, file, held),
    )


def _advice(run: Run, company: Company, held: Held) -> Advice:
    """The advice, with its confidence where the policy asks for it: that takes longer than all the rest."""
    machine = run.press.machine
    advice = advise(company, run.press.pack, machine=machine, weights=run.weights, changes=run.changes)
    asked = BY_ID["confidence-low"].severity_in(held.policy) is not Severity.OFF
    return probed(advice, company, machine) if asked else advice


def _reports(run: Run, file: Path, held: Held) -> tuple[CommittedReport, ...]:
    if BY_ID["report-stale"].severity_in(held.policy) is Severity.OFF:
        return ()
    return committed(file, held, run.press)


def _since(run: Run, file: Path, now: State | None) -> Since:
    return run.past.changes(file, now) if run.past else Since()


def _deleted(file: Path, past: Past | None) -> bool:
    """Whether a file that was named is gone, and the revision still had it: no mistake, then."""
    from salesdesign.cli.revisions import bytes_at, path_in

    if past is None or file.exists() or file.name == "-":
        return False
    inside = path_in(past.revision, file)
    return inside is not None and bytes_at(past.revision, inside) is not None


def _baseline(run: Run, held: Held) -> Path | None:
    if run.baseline is not None:
        return run.baseline
    return from_here(held.root / held.policy.baseline) if held.policy.baseline else None


def _needed(path: Path | None, file: Path) -> Path:
    if path is None:
        raise BadUsage(f"--write-baseline: No baseline is named for {file}. Add --baseline FILE.")
    return path


def _accepted(path: Path | None) -> frozenset[Entry]:
    return read_baseline(file_bytes(path), str(path)) if path and path.exists() else frozenset()


def _vain(
    run: Run,
    files: tuple[Path, ...],
    checked: tuple[Checked, ...],
    accepted: Mapping[Path | None, frozenset[Entry]],
) -> tuple[str, ...]:
    """What policies and baselines say that nothing needs any more."""
    held = list({id(found): found for found in map(run.holding, files)}.values())
    sound = {file.file for file in checked if not file.failure}
    keys = {readable(run.holding(file).key(file)) for file in files if _name(file) in sound}
    unused = (note for found in held for note in needless(found.policy, keys, checked))
    mended = (note for entries in accepted.values() for note in gone(entries, checked, frozenset(keys)))
    return (*unused, *mended)
