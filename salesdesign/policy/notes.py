"""What a policy says in vain: suppressions that nothing needs, accepted findings that are gone."""

from collections.abc import Iterable
from fnmatch import fnmatchcase

from salesdesign.policy.baseline import Entry
from salesdesign.policy.outcome import Checked, Finding, Standing, Unmade
from salesdesign.policy.policy import Policy, Suppression


def needless(policy: Policy, keys: Iterable[str], files: Iterable[Checked]) -> tuple[str, ...]:
    """Suppressions whose files were checked and had nothing to suppress."""
    keys = tuple(keys)
    held = [found for file in files for found in file.found if found.standing is Standing.SUPPRESSED]
    return tuple(
        f"{policy.file}: Nothing needs the suppression of {suppression.rule} for {suppression.file}. Remove it."
        for suppression in policy.suppress
        if any(fnmatchcase(key, suppression.file) for key in keys)
        and not any(_speaks_of(suppression, found) for found in held)
    )


def gone(accepted: frozenset[Entry], files: Iterable[Checked], checked: frozenset[str]) -> tuple[str, ...]:
    """Accepted findings of the checked files that are found no longer."""
    found = {Entry(finding.key, finding.rule, finding.subject) for file in files for finding in file.findings}
    return tuple(
        f"{entry.file}: {entry.rule} ({entry.subject}) is mended. Take it out of the baseline with --write-baseline."
        for entry in sorted(accepted - found)
        if entry.file in checked
    )


def _speaks_of(suppression: Suppression, found: Finding | Unmade) -> bool:
    if isinstance(found, Unmade):
        return suppression.rule == found.rule and suppression.subject is None
    same = suppression.rule == found.rule and suppression.subject in (None, found.subject)
    return same and fnmatchcase(found.key, suppression.file)
