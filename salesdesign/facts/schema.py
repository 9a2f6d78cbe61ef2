"""The JSON Schema of facts files, from the catalogue: an editor completes and checks with it."""

from typing import TypeAlias

from salesdesign.facts.names import SEGMENTS, WHOLE_COMPANY
from salesdesign.facts.nesting import Nested, nested
from salesdesign.facts.numbers import number_in
from salesdesign.facts.segments import NAME, SHARE
from salesdesign.facts.words import LONGEST
from salesdesign.model.catalogue import Catalogue, Fact, FactType, bounds_of

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"
Schema: TypeAlias = dict[str, Json]

_YES_NO: list[Json] = [True, False, "yes", "no", "on", "off", "Yes", "No", "On", "Off", "YES", "NO", "ON", "OFF", None]
"""YAML 1.2, which editors read, takes `no` for a text."""


def facts_schema(catalogue: Catalogue) -> Schema:
    """A JSON Schema (2020-12) of facts files. A fact may be null, which is unknown; no other name is allowed."""
    sections = nested(catalogue)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts of a company",
        "type": "object",
        "properties": {
            **{name: _part(part, catalogue.sections.get(name, "")) for name, part in sections.items()},
            SEGMENTS: _segments(sections, catalogue),
        },
        "required": _required(sections),
        "additionalProperties": False,
    }


def _part(part: Fact | Nested, title: str = "") -> Schema:
    """A fact, or a section with all that is in it. A section may be empty unless something in it is required."""
    if isinstance(part, Fact):
        return _fact(part)
    required = _required(part)
    schema: Schema = {
        "type": "object" if required else ["object", "null"],
        "properties": {name: _part(inner) for name, inner in part.items()},
        "additionalProperties": False,
    }
    return {**({"title": title} if title else {}), **schema, **({"required": required} if required else {})}


def _required(part: Nested) -> list[Json]:
    return [name for name, inner in part.items() if (inner.required if isinstance(inner, Fact) else _required(inner))]


def _fact(fact: Fact) -> Schema:
    example: list[Json] = [_example(fact)] if fact.example and fact.type not in _LISTS else []
    schema: Schema = {"title": fact.title, "description": _description(fact), **_shape(fact)}
    return {**schema, "examples": example} if example else schema


_LISTS = (FactType.CHOICES, FactType.NUMBERS, FactType.RECORDS)


def _description(fact: Fact) -> str:
    choices = [f"{choice.id}: {choice.text}" for choice in fact.choices]
    unit = f"Unit: {fact.unit}." if fact.unit else ""
    return "\n".join(filter(None, [fact.question, fact.help, unit, *choices]))


def _example(fact: Fact) -> Json:
    number = number_in(fact.example) if fact.type not in (FactType.TEXT, FactType.DATE, FactType.MONTH) else None
    return fact.example if number is None else number


def _shape(fact: Fact) -> Schema:
    ids: list[Json] = [choice.id for choice in fact.choices]
    match fact.type:
        case FactType.YES_NO:
            return {"enum": _YES_NO}
        case FactType.CHOICE:
            return {"enum": [*ids, None]}
        case FactType.CHOICES:
            return {"type": ["array", "null"], "items": {"enum": ids}, "uniqueItems": True}
        case FactType.NUMBERS:
            return {"type": ["array", "null"], "items": {"type": "number", **_bounds(fact)}}
        case FactType.RECORDS:
            return {"type": ["array", "null"], "items": _entry(fact.fields)}
        case _:
            return _single(fact)


def _single(fact: Fact) -> Schema:
    match fact.type:
        case FactType.TEXT:
            return {"type": ["string", "number", "boolean", "null"], "maxLength": LONGEST}
        case FactType.DATE:
            return {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
        case FactType.MONTH:
            return {"type": ["string", "null"], "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$"}
        case FactType.COUNT | FactType.SCALE:
            return {"type": ["integer", "null"], **_bounds(fact)}
        case _:
            return {"type": ["number", "null"], **_bounds(fact)}


def _bounds(fact: Fact) -> Schema:
    low, high = bounds_of(fact)
    return {**({} if low is None else {"minimum": low}), **({} if high is None else {"maximum": high})}


def _entry(fields: tuple[Fact, ...]) -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _fact(field) for field in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _segments(sections: Nested, catalogue: Catalogue) -> Schema:
    own = {field.name: _fact(field) for field in (NAME, SHARE)}
    inner = {name: _part(part, catalogue.sections.get(name, "")) for name, part in _of_segment(sections).items()}
    return {
        "title": "Segments",
        "description": f"{catalogue.segments}. Each may replace any fact of the company.",
        "type": ["array", "null"],
        "items": {
            "type": "object",
            "properties": {**own, **inner},
            "required": [NAME.name],
            "additionalProperties": False,
        },
    }


def _of_segment(part: Nested) -> Nested:
    """The facts that a segment may replace."""
    kept: Nested = {}
    for name, inner in part.items():
        if not isinstance(inner, Fact):
            kept[name] = _of_segment(inner)
        elif inner.name not in WHOLE_COMPANY and inner.type != FactType.RECORDS:
            kept[name] = inner
    return kept
