"""Which formats there are."""

from collections.abc import Callable, Mapping

from salesdesign.policy.outcome import Outcome
from salesdesign.policy.outputs.as_json import to_json
from salesdesign.policy.outputs.github import to_github
from salesdesign.policy.outputs.junit import to_junit
from salesdesign.policy.outputs.sarif import to_sarif
from salesdesign.policy.outputs.summary import to_summary
from salesdesign.policy.outputs.text import to_text

FORMATS: Mapping[str, Callable[[Outcome], str]] = {
    "text": to_text,
    "json": to_json,
    "github": to_github,
    "sarif": to_sarif,
    "junit": to_junit,
    "md": to_summary,
}

SUFFIXES: Mapping[str, str] = {
    ".txt": "text",
    ".json": "json",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "md",
}
"""The format that the ending of a file means."""
