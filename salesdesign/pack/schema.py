"""The JSON Schema of a pack's files, so that editors complete and check them: one document for every kind of file."""

from collections.abc import Mapping

from salesdesign.model.pack import Pack
from salesdesign.pack.schema_kinds import LISTS, MAPPINGS, Names, Schema, kinds_of

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_IDS = frozenset({"id", "name", "option", "decision", "criterion", "role", "department", "phase"})
"""Keys that name an entry: all that it needs in a pack that extends another, as it inherits the rest."""


def pack_schema(pack: Pack) -> Schema:
    """What the files of a pack may hold, with the names that the pack has: claims, options, facts, roles.

    A file is told apart by a key that only its kind has.
    """
    kinds = kinds_of(_names(pack))
    described: Schema = {
        "$schema": _DRAFT,
        "$id": "salesdesign-pack",
        "title": "A file of a rule pack",
        "$defs": kinds,
        "if": {"type": "array"},
        "then": {"items": _told_apart(LISTS, {})},
        "else": _told_apart(MAPPINGS, {"$ref": "#/$defs/glossary"}),
    }
    return {**described, "$defs": _inherited(kinds)} if pack.extends else described


def _told_apart(kinds: Mapping[str, str], otherwise: Schema) -> Schema:
    """The kind of a mapping by a key; by nothing, `otherwise`."""
    schema = otherwise
    for key, kind in reversed(list(kinds.items())):
        schema = {"if": {"required": [key]}, "then": {"$ref": f"#/$defs/{kind}"}, "else": schema}
    return schema


def _names(pack: Pack) -> Names:
    options = {option.id for decision in pack.decisions for option in decision.options}
    return Names(
        claims=sorted(pack.claims),
        options=sorted(options),
        roles=sorted(pack.library.roles),
        departments=sorted(department.id for department in pack.library.departments),
        facts=sorted({*pack.catalogue.facts, *pack.catalogue.derived}),
        decisions=[decision.id for decision in pack.decisions],
    )


def _inherited(schema: object) -> object:
    """A schema in which only ids are required."""
    if isinstance(schema, Mapping):
        return {key: _ids(value) if key == "required" else _inherited(value) for key, value in schema.items()}
    return [_inherited(item) for item in schema] if isinstance(schema, list) else schema


def _ids(required: object) -> object:
    """The key that names an entry, which is always the first."""
    return [key for key in required[:1] if key in _IDS] if isinstance(required, list) else _inherited(required)
