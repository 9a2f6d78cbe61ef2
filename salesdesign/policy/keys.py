"""The keys of a policy, as the JSON Schema that both editors and we hold it to."""

from typing import TypeAlias

from salesdesign.policy.rules import RULES
from salesdesign.policy.severity import Severity

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = dict[str, Json]

_SEVERITIES: list[Json] = [severity.value for severity in Severity]


def _severity(description: str, default: Severity) -> Schema:
    return {"description": description, "enum": _SEVERITIES, "default": default.value}


def _text(description: str) -> Schema:
    return {"description": description, "type": "string", "minLength": 1}


def _number(description: str, *, low: float, high: float | None = None) -> Schema:
    bounds: Schema = {"minimum": low} if high is None else {"minimum": low, "maximum": high}
    return {"description": description, "type": "number", **bounds}


def _table(properties: Schema, required: list[Json] | None = None) -> Schema:
    table: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**table, "required": required} if required else table


_SUPPRESSION = _table(
    {
        "rule": {"description": "The rule that is silent.", "enum": [rule.id for rule in RULES]},
        "file": _text("The facts files it is silent for, seen from the policy; * and ? stand for anything."),
        "subject": _text("What the finding is about; absent: anything."),
        "reason": _text("Why."),
        "until": {"description": "The last day on which it holds.", "type": "string", "format": "date"},
    },
    ["rule", "reason"],
)

_REPORT = _table(
    {
        "facts": _text("The facts files, seen from the policy; * and ? stand for anything."),
        "report": _text("Their reports; {name} is the name of the facts file without its ending.")
        | {"pattern": r"\.(html|md|json|txt)$"},
    },
    ["facts", "report"],
)

_KEYS: Schema = {
    "margin": _number(
        "Net points by which today's structure may trail the best. Absent: twice the lead that a change has to have.",
        low=0,
    ),
    "confidence": _number("The share of draws in which the choice has to stand.", low=0, high=1) | {"default": 0.5},
    "required": {
        "description": "Facts that have to be known. Absent: those that the catalogue calls a must.",
        "type": "array",
        "items": _text("A fact, such as deal.value."),
        "uniqueItems": True,
    },
    "max_age_days": _number("Days that facts may be old.", low=0) | {"default": 180},
    "max_span": _number("People that a manager may lead. Absent: the upper end of benchmark SPAN-01.", low=1),
    "unchecked": _severity("What it is when a rule cannot be asked, for want of a fact.", Severity.WARNING),
    "baseline": _text("The file of accepted findings, seen from the policy."),
    "severity": _table({rule.id: _severity(rule.help, rule.severity) for rule in RULES}),
    "suppress": {"description": "Findings that are meant.", "type": "array", "items": _SUPPRESSION},
    "reports": {"description": "Committed reports and their facts.", "type": "array", "items": _REPORT},
}


def policy_schema() -> Schema:
    """The JSON Schema (2020-12) of salesdesign.toml, and of [tool.salesdesign] in pyproject.toml."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Policy of salesdesign",
        **_table(_KEYS),
    }
