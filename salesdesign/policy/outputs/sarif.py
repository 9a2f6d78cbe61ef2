"""An outcome as SARIF 2.1.0, which code scanning reads."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import TypeAlias
from urllib.parse import quote

from salesdesign import __version__
from salesdesign.characters import json_text
from salesdesign.errors import Problem
from salesdesign.policy.outcome import Checked, Finding, Outcome, Standing, Unmade
from salesdesign.policy.rules import RULE_IDS, RULES, PolicyRule
from salesdesign.policy.severity import Severity

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"
Object: TypeAlias = dict[str, Json]

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.OFF: "none"}


def to_sarif(outcome: Outcome) -> str:
    """The log, with one run."""
    log: Object = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(outcome)]}
    return json_text(json.dumps(log, indent=2, ensure_ascii=False)) + "\n"


def _run(outcome: Outcome) -> Object:
    driver: Object = {
        "name": "salesdesign",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in RULES],
    }
    return {
        "tool": {"driver": driver},
        "automationDetails": {"id": "salesdesign/check/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(outcome)],
        "results": [_result(finding) for file in outcome.files for finding in file.findings],
    }


def _rule(rule: PolicyRule) -> Object:
    return {
        "id": rule.id,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.help},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _invocation(outcome: Outcome) -> Object:
    """How the run itself went: files that could not be read, and rules that could not be asked."""
    return {
        "executionSuccessful": not any(file.failure for file in outcome.files),
        "exitCode": int(outcome.code),
        "exitCodeDescription": outcome.verdict,
        "toolExecutionNotifications": [note for file in outcome.files for note in _notifications(file)],
    }


def _notifications(file: Checked) -> Iterator[Object]:
    if file.failure:
        yield from (_problem(problem) for problem in file.failure.problems)
    for unmade in file.unmade:
        if unmade.severity is not Severity.OFF:
            yield _unmade(file, unmade)


def _problem(problem: Problem) -> Object:
    subject = f"{problem.subject}: " if problem.subject else ""
    text = f"{subject}{problem.wrong} {problem.mend}".strip()
    where = _locations(problem.file, problem.line, problem.column)
    return {"level": "error", "message": {"text": text}, "locations": where}


def _unmade(file: Checked, unmade: Unmade) -> Object:
    new = unmade.standing is Standing.NEW
    return {
        "level": _LEVELS[unmade.severity] if new else "none",
        "associatedRule": {"id": unmade.rule, "index": RULE_IDS.index(unmade.rule)},
        "message": {"text": f"Not checked: {unmade.because}"},
        "locations": _locations(file.file, unmade.line, unmade.column),
    }


def _result(finding: Finding) -> Object:
    result: Object = {
        "ruleId": finding.rule,
        "ruleIndex": RULE_IDS.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.text},
        "locations": _locations(finding.file, finding.line, finding.column),
        "partialFingerprints": {"salesdesign/v1": _fingerprint(finding)},
    }
    return result if finding.standing is Standing.NEW else {**result, "suppressions": [_suppression(finding)]}


def _suppression(finding: Finding) -> Object:
    return {"kind": "external", "status": "accepted", "justification": finding.reason}


def _locations(file: str, line: int, column: int) -> list[Json]:
    region: Object = {"startLine": max(line, 1), "startColumn": max(column, 1)}
    return [{"physicalLocation": {"artifactLocation": {"uri": _uri(file)}, "region": region}}]


def _uri(file: str) -> str:
    return f"file://{quote(file)}" if file.startswith("/") else quote(file)


def _fingerprint(finding: Finding) -> str:
    """The same for as long as file, rule and subject are, whatever the line."""
    return sha256(
        "\0".join((finding.key, finding.rule, finding.subject)).encode("utf-8", "surrogateescape")
    ).hexdigest()
