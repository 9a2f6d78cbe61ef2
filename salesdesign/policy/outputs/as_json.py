"""An outcome as JSON, sorted and the same bytes for the same outcome."""

import msgspec

from salesdesign.characters import json_text
from salesdesign.policy.outcome import Checked, Outcome

SCHEMA_VERSION = 1


def to_json(outcome: Outcome) -> str:
    """The document, indented by two."""
    document = {
        "schema_version": SCHEMA_VERSION,
        "exit_code": int(outcome.code),
        "verdict": outcome.verdict,
        "against": outcome.against or None,
        "files": [_file(file) for file in outcome.files],
        "notes": outcome.notes,
    }
    return json_text(msgspec.json.format(msgspec.json.encode(document, order="sorted"), indent=2).decode()) + "\n"


def _file(file: Checked) -> dict[str, object]:
    return {
        "file": file.file,
        "company": file.company or None,
        "today": file.today or None,
        "advice": file.advice or None,
        "checks": {"made": file.made, "asked": file.asked},
        "passed": file.passed,
        "findings": file.findings,
        "not_checked": file.unmade,
        "failure": file.failure and {"exit_code": int(file.failure.code), "problems": file.failure.problems},
        "changes": file.changes,
        "was": file.was or None,
    }
