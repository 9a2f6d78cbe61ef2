"""The kinds of files and entries in a pack, each as a JSON Schema."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import TypeAlias

from salesdesign.model.catalogue import FactType, Priority
from salesdesign.model.pack import POINT, POINTS_LIMIT, Choose, Place
from salesdesign.model.voice import HEADINGS, Counts
from salesdesign.records import dataclass

Schema: TypeAlias = dict[str, object]

MAPPINGS: Mapping[str, str] = {
    "decisions": "pack",
    "extends": "pack",
    "criterion": "criterion",
    "decision": "decision",
    "option": "option",
    "facts": "facts",
    "derived": "facts",
    "consistency": "facts",
    "sources": "evidence",
    "claims": "evidence",
    "expect": "case",
    "headings": "texts",
    "counts": "texts",
    "person": "texts",
}
"""Files that hold one mapping, by a key that tells them apart."""
LISTS: Mapping[str, str] = {
    "expect": "case",
    "phase": "stage",
    "role": "role",
    "department": "department",
    "metric": "benchmark",
    "mitigation": "risk",
    "priority": "practice",
}
"""Entries of files that hold a list, by a key that tells them apart."""

TEXT: Schema = {"type": ["string", "number", "boolean"]}
NUMBER: Schema = {"type": "number"}
WHOLE: Schema = {"type": "integer"}
YES_NO: Schema = {"type": "boolean"}
CONDITION: Schema = {"type": ["string", "number", "boolean"], "description": "A condition, as in docs/pack-format.md."}
TEMPLATE: Schema = {"type": "string", "maxLength": 4000, "description": "A text; {{ fact }} is filled in."}
KEBAB: Schema = {"type": ["string", "integer"], "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
SNAKE: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9]*(_[a-z0-9]+)*$"}
DOTTED: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*$"}
CITED: Schema = {"type": ["string", "integer"], "pattern": "^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$"}
_MOST = POINTS_LIMIT / POINT
POINTS: Schema = {"type": "number", "minimum": -_MOST, "maximum": _MOST}
ACCEPT: Schema = {
    "type": "object",
    "description": "Doubts of `rules lint` that are known and lived with, each with the reason.",
    "additionalProperties": {"type": "string", "minLength": 1},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names that a pack has, for editors to offer."""

    claims: Sequence[str]
    options: Sequence[str]
    roles: Sequence[str]
    departments: Sequence[str]
    facts: Sequence[str]
    decisions: Sequence[str]


def kinds_of(names: Names) -> Schema:
    """Every kind by its name."""
    return {
        "pack": _pack(),
        "facts": _facts(),
        "evidence": _evidence(),
        "decision": _decision(names),
        "criterion": _criterion(names),
        "option": _option(names),
        "benchmark": _benchmark(),
        "role": _role(names),
        "department": _department(names),
        "practice": _advised(names),
        "risk": _risk(names),
        "stage": _stage(names),
        "case": _case(names),
        "texts": _texts(names),
        "glossary": _map(TEXT),
    }


def one_of(names: Sequence[str]) -> Schema:
    """One of these names; any text where there are none."""
    return {"enum": list(names)} if names else {"type": "string"}


def many(item: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": item}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _map(value: Schema) -> Schema:
    return {"type": "object", "additionalProperties": value}


def record(required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    """A mapping with these keys and no others; what is optional may be left empty."""
    optional = {**(optional or {}), "accept": ACCEPT}
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **{key: _or_null(value) for key, value in optional.items()}},
        "additionalProperties": False,
    }


def _pack() -> Schema:
    kinds = "options criteria rules gates facts consistency benchmarks practices risks roles departments stages"
    removable = [*kinds.split(), "sources", "claims", "contradictions", "decisions", "words"]
    remove: Schema = {
        "type": "object",
        "properties": {kind: many(TEXT) for kind in removable},
        "additionalProperties": False,
    }
    return record(
        {"name": TEXT, "version": TEXT},
        {
            "extends": TEXT,
            "remove": remove,
            "organises": TEXT,
            "main": SNAKE,
            "stages": SNAKE,
            "decisions": many(SNAKE),
        },
    )


def _facts() -> Schema:
    bounds: Schema = {"type": "array", "items": {"type": ["number", "null"]}, "minItems": 2, "maxItems": 2}
    field: dict[str, Schema] = {
        "type": one_of([str(kind) for kind in FactType]),
        "title": TEXT,
        "question": TEXT,
        "help": TEXT,
        "unit": TEXT,
    }
    field |= {"range": bounds, "required": YES_NO, "example": {}}
    choices: Schema = {"anyOf": [many(TEXT), _map(TEXT)]}
    fact = record(
        {"name": DOTTED, "type": field["type"], "title": TEXT},
        {
            **{key: value for key, value in field.items() if key not in ("type", "title")},
            "typical": bounds,
            "step": NUMBER,
            "choices": choices,
            "priority": one_of([str(priority) for priority in Priority]),
            "scales": YES_NO,
            "whole": DOTTED,
            "benchmark": CITED,
            "fields": many(
                record({"name": SNAKE, "type": field["type"]}, {key: field[key] for key in field if key != "type"})
            ),
        },
    )
    band = record({"id": SNAKE, "text": TEXT}, {"from": NUMBER})
    derived = record(
        {"name": DOTTED, "type": field["type"], "title": TEXT, "value": CONDITION},
        {"unit": TEXT, "bands": many(band), "warning": TEMPLATE, "help": TEXT},
    )
    never = record({"id": KEBAB, "never": CONDITION, "at": DOTTED, "wrong": TEMPLATE}, {"mend": TEMPLATE})
    return record(
        {"facts": many(fact), "sections": _map(TEXT)},
        {"derived": many(derived), "consistency": many(never), "segments": TEXT, "proxies": _map(many(TEXT))},
    )


def _evidence() -> Schema:
    source = record(
        {"id": CITED, "title": TEXT, "publisher": TEXT},
        {"year": WHOLE, "address": TEXT, "confidence": TEXT, "note": TEXT},
    )
    claim = record({"id": CITED, "source": CITED, "claim": TEXT}, {"topic": TEXT, "option": TEXT, "note": TEXT})
    contradiction = record(
        {"id": CITED, "topic": TEXT, "claims": many(CITED), "text": TEXT, "reading": TEXT}, {"when": CONDITION}
    )
    return record(
        {"sources": many(source), "claims": many(claim)},
        {"homeless": _map(TEXT), "contradictions": many(contradiction)},
    )


def _decision(names: Names) -> Schema:
    claims = many(one_of(names.claims))
    closed = {"excludes": many(one_of(names.options)), "requires": many(one_of(names.options))}
    gate = record({"id": KEBAB, "when": CONDITION, "because": TEMPLATE, "evidence": claims}, closed)
    limit = record({"when": CONDITION, "at_most": WHOLE, "because": TEMPLATE}, {"evidence": claims})
    return record(
        {
            "decision": SNAKE,
            "name": TEXT,
            "question": TEXT,
            "choose": one_of([str(way) for way in Choose]),
            "options": many(SNAKE),
        },
        {
            "gates": many(gate),
            "limits": many(limit),
            "scale": {"type": "number", "exclusiveMinimum": 0},
            "threshold": NUMBER,
            "inertia": NUMBER,
            "current": one_of(names.facts),
            "settled": CONDITION,
            "too_soon": TEMPLATE,
            "per_segment": YES_NO,
        },
    )


def _criterion(names: Names) -> Schema:
    points: Schema = {
        "type": "object",
        "minProperties": 1,
        "propertyNames": one_of(names.options),
        "additionalProperties": {"anyOf": [POINTS, _map(POINTS)]},
    }
    rule = record(
        {"id": KEBAB, "points": points, "because": TEMPLATE, "evidence": many(one_of(names.claims))},
        {"when": CONDITION, "over": DOTTED, "unless": CONDITION},
    )
    weight: Schema = {"type": "number", "minimum": 0}
    return record({"criterion": SNAKE, "name": TEXT, "weight": weight, "rules": many(rule)}, {"why": TEXT})


def _option(names: Names) -> Schema:
    claims = many(one_of(names.claims))
    remark = record({"id": KEBAB, "text": TEMPLATE, "evidence": claims}, {"when": CONDITION, "mitigation": TEMPLATE})
    amount = record(
        {"when": CONDITION, "people": CONDITION, "held_by": TEXT, "because": TEMPLATE}, {"evidence": claims}
    )
    return record(
        {"option": SNAKE, "name": TEXT, "summary": TEXT},
        {
            "plural": TEXT,
            "called": TEXT,
            "team": TEXT,
            "jobs_note": TEMPLATE,
            "wins_when": TEXT,
            "pros": many(remark),
            "cons": many(remark),
            "roles": many(one_of(names.roles)),
            "amounts": many(amount),
            "evidence": claims,
        },
    )


def _benchmark() -> Schema:
    told = {"id": CITED, **dict.fromkeys(("metric", "segment", "unit", "source_title", "source", "confidence"), TEXT)}
    typical: Schema = {"anyOf": [NUMBER, many(NUMBER)]}
    return record(told, {"typical": typical, "low": NUMBER, "high": NUMBER, "year": WHOLE, "note": TEXT})


def _role(names: Names) -> Schema:
    share: Schema = {"type": "number", "minimum": 0, "maximum": 1}
    claims = many(one_of(names.claims))
    pay = record(
        {"fixed": share, "variable": share, "measured_on": TEXT, "because": TEMPLATE},
        {"option": one_of(names.options), "team": share, "evidence": claims},
    )
    return record(
        {
            "role": SNAKE,
            "name": TEXT,
            "plural": TEXT,
            "department": one_of(names.departments),
            "duties": many(TEXT),
            "measures": many(TEXT),
        },
        {
            "hands_to": many(one_of(names.roles)),
            "hands_over": TEXT,
            "hire": TEXT,
            "place": one_of([str(place) for place in Place]),
            "pay": many(pay),
            "evidence": claims,
        },
    )


def _department(names: Names) -> Schema:
    known = {"department": SNAKE, "name": TEXT, "does": many(TEXT)}
    return record(known, {"leaves": many(TEXT), "evidence": many(one_of(names.claims))})


def _advised(names: Names) -> Schema:
    said = dict.fromkeys(("title", "text", "because"), TEMPLATE)
    more = dict.fromkeys(("owner", "measure", "stop"), TEMPLATE)
    return record(
        {"id": KEBAB, "priority": {"enum": [1, 2, 3]}, **said, "evidence": many(one_of(names.claims))},
        {"topic": TEXT, "when": CONDITION, **more},
    )


def _risk(names: Names) -> Schema:
    known = {"id": KEBAB, "text": TEMPLATE, "mitigation": TEMPLATE, "evidence": many(one_of(names.claims))}
    return record(known, {"when": CONDITION})


def _stage(names: Names) -> Schema:
    claims = many(one_of(names.claims))
    trigger = record({"id": KEBAB, "when": CONDITION, "text": TEMPLATE, "evidence": claims})
    return record(
        {"phase": SNAKE},
        {
            "triggers": many(trigger),
            "actions": many(_advised(names)),
            "last_when": CONDITION,
            "last_because": TEMPLATE,
            "evidence": claims,
        },
    )


def _texts(names: Names) -> Schema:
    counts: dict[str, Schema] = {item.name: one_of(names.facts) for item in fields(Counts)}
    headings: Schema = {
        "type": "object",
        "propertyNames": {"enum": [*HEADINGS, *names.decisions]},
        "additionalProperties": TEXT,
    }
    told = dict.fromkeys(("title", "leader", "leader_note"), TEMPLATE)
    words = dict.fromkeys(("person", "people"), TEXT)
    return record({}, {**told, **words, "headings": headings, "counts": record({}, {**counts, "by_role": DOTTED})})


def _case(names: Names) -> Schema:
    several = _map(many(TEXT))
    expected: Schema = {
        "type": "object",
        "minProperties": 1,
        "properties": {
            "excluded": several,
            "ranks": several,
            "rules": _map({"enum": ["met", "not_met", "unknown"]}),
            "gates": _map({"enum": ["closed", "open"]}),
            "segments": _map(several),
            "text": many(TEXT),
            "hybrid": {"enum": ["ok", "required"]},
            "mix": _map(TEXT),
            **{f"{decision}{way}": many(TEXT) for decision in names.decisions for way in ("", "_not", "_includes")},
        },
        "additionalProperties": False,
    }
    return record(
        {"id": CITED, "name": TEXT, "facts": {"type": "object"}, "expect": expected}, {"source": TEXT, "strength": TEXT}
    )
