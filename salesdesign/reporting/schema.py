"""The JSON Schema of an advice, from the types that it is made of."""

import inspect
import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

from salesdesign.model.advice import Advice

Schema = dict[str, Any]
"""JSON Schema has no type of its own in Python: keywords by name, each with a value of its own kind."""

SIMPLE: Mapping[object, Schema] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    str: {"type": "string"},
    types.NoneType: {"type": "null"},
}


def advice_schema() -> Schema:
    """A JSON Schema (2020-12) that every advice meets."""
    known: dict[str, Schema] = {}
    _record(Advice, known)
    top = known.pop(Advice.__name__)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Advice",
        **top,
        "$defs": dict(sorted(known.items())),
    }


def _record(kind: type, known: dict[str, Schema]) -> Schema:
    """A reference to a dataclass, described among the known ones."""
    if kind.__name__ not in known:
        known[kind.__name__] = {}  # a promise, so that a type may contain itself
        hints = get_type_hints(kind)
        known[kind.__name__] = {
            "type": "object",
            "description": inspect.cleandoc(kind.__doc__ or ""),
            "properties": {_name(field): _of(hints[field.name], known) for field in fields(kind)},
            "required": sorted(_name(field) for field in fields(kind) if _required(field)),
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _name(field: "Field[Any]") -> str:
    """The name of a field in JSON: one that is a word of Python ends in an underscore there."""
    return field.name.removesuffix("_")


def _required(field: "Field[Any]") -> bool:
    """Whether a field has no default."""
    return field.default is MISSING and field.default_factory is MISSING


def _of(kind: Any, known: dict[str, Schema]) -> Schema:
    """The schema of a type; types are values without a type of their own."""
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind, known)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_of(part, known) for part in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _of(arguments[0], known)}
    if origin is not None:  # a mapping from texts
        return {"type": "object", "additionalProperties": _of(arguments[1], known)}
    return dict(SIMPLE[kind])
