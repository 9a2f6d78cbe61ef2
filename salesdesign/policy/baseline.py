"""Accepted findings, by file, rule and subject: never by line, so that an edit above them changes nothing."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from salesdesign.characters import json_text
from salesdesign.errors import BadInput, Problem
from salesdesign.policy.outcome import Checked, Standing

VERSION = 1

_MEND = "Write it again with --write-baseline."


class Entry(NamedTuple):
    """What identifies a finding from run to run."""

    file: str
    rule: str
    subject: str


def read_baseline(data: bytes, file: str) -> frozenset[Entry]:
    """The accepted findings.

    Raises: BadInput where it is no baseline.
    """
    try:
        document = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # bytes that are no UTF-8 are a ValueError, too
        raise BadInput([Problem(file=file, wrong="This is no JSON.", mend=_MEND)]) from error
    if not isinstance(document, dict) or document.get("schema_version") != VERSION:
        raise BadInput([Problem(file=file, wrong=f"This is no baseline of version {VERSION}.", mend=_MEND)])
    return frozenset(_entry(entry, file) for entry in document.get("accepted", []))


def baseline_text(entries: Iterable[Entry]) -> str:
    """The file that holds accepted findings, in an order of its own."""
    accepted = [entry._asdict() for entry in sorted(set(entries))]
    return json_text(json.dumps({"schema_version": VERSION, "accepted": accepted}, indent=2, ensure_ascii=False)) + "\n"


def entries_of(files: Iterable[Checked]) -> frozenset[Entry]:
    """What a baseline written now would accept: every finding that is not suppressed."""
    return frozenset(
        Entry(finding.key, finding.rule, finding.subject)
        for file in files
        for finding in file.findings
        if finding.standing is not Standing.SUPPRESSED
    )


def _entry(entry: object, file: str) -> Entry:
    texts = [entry.get(name) for name in Entry._fields] if isinstance(entry, dict) else []
    if len(texts) != len(Entry._fields) or not all(isinstance(text, str) for text in texts):
        wrong = f"An entry lacks one of {', '.join(Entry._fields)}."
        raise BadInput([Problem(file=file, wrong=wrong, mend=_MEND)])
    return Entry(*map(str, texts))
