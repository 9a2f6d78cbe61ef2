"""A TOML document held to the schema of a policy: what is wrong, where in it, and what was meant."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from typing import NamedTuple, TypeAlias

from salesdesign.policy.keys import Json, Schema

Path: TypeAlias = tuple[str | int, ...]
"""Where in a document: keys, and places in lists."""


class Wrong(NamedTuple):
    """One thing that is wrong with a document."""

    path: Path
    what: str
    mend: str


def complaints(value: object, schema: Schema, path: Path = ()) -> Iterator[Wrong]:
    """Everything that is wrong with a value."""
    if "enum" in schema:
        yield from _choice(value, schema, path)
    elif schema["type"] == "string":
        yield from _text(value, schema, path)
    elif schema["type"] == "number":
        yield from _number(value, schema, path)
    else:
        yield from _NESTED[str(schema["type"])](value, schema, path)


def _choice(value: object, schema: Schema, path: Path) -> Iterator[Wrong]:
    choices = _names(schema["enum"])
    if value not in choices:
        yield Wrong(path, f"{_shown(value)} is no choice here.", meant(str(value), choices))


def _text(value: object, schema: Schema, path: Path) -> Iterator[Wrong]:
    if schema.get("format") == "date":
        yield from _day(value, path)
    elif not isinstance(value, str):
        yield Wrong(path, f"{_shown(value)} stands where a text is due.", "Put it in quotes.")
    elif not value.strip():
        yield Wrong(path, "The text is empty.", "Write it, or leave the key out.")
    elif not re.search(str(schema.get("pattern", "")), value):
        yield Wrong(path, f"{_shown(value)} ends in no format.", "End it in .html, .md, .json or .txt.")


def _day(value: object, path: Path) -> Iterator[Wrong]:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        yield Wrong(path, f"{_shown(value)} is no day.", "Write it as 2027-01-31.")


def _number(value: object, schema: Schema, path: Path) -> Iterator[Wrong]:
    low, high = schema.get("minimum"), schema.get("maximum")
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        yield Wrong(path, f"{_shown(value)} stands where a number is due.", "Write it without quotes.")
    elif not (isinstance(low, (int, float)) and low <= value < float("inf")):
        yield Wrong(path, f"{value:g} is no number from {low} up.", f"Write {low} or more.")
    elif isinstance(high, (int, float)) and value > high:
        share = f"Write {value / 100:g}." if high == 1 and value <= 100 else f"Write {high} at most."
        yield Wrong(path, f"{value:g} is above {high}.", share)


def _array(value: object, schema: Schema, path: Path) -> Iterator[Wrong]:
    items = schema["items"]
    assert isinstance(items, dict)  # noqa: S101  our own schema
    if not isinstance(value, list):
        form = f"Write [[{'.'.join(map(str, path))}]] above it." if items.get("type") == "object" else "Use [brackets]."
        yield Wrong(path, f"{_shown(value)} stands where a list is due.", form)
        return
    for place, item in enumerate(value):
        yield from complaints(item, items, (*path, place))


def _object(value: object, schema: Schema, path: Path) -> Iterator[Wrong]:
    properties = schema["properties"]
    assert isinstance(properties, dict)  # noqa: S101  our own schema
    if not isinstance(value, dict):
        yield Wrong(path, f"{_shown(value)} stands where keys are due.", f"There are {', '.join(properties)}.")
        return
    for key in value:
        part = properties.get(key)
        if isinstance(part, dict):
            yield from complaints(value[key], part, (*path, key))
        else:
            yield Wrong((*path, key), "There is no such key.", meant(key, list(properties)))
    for key in _names(schema.get("required", [])):
        if key not in value:
            yield Wrong(path, f"The key {key} is missing.", f"Add {key} = ...")


_NESTED: Mapping[str, Callable[[object, Schema, Path], Iterator[Wrong]]] = {"array": _array, "object": _object}


def meant(word: str, known: list[str]) -> str:
    """What was probably meant; all that there is where nothing is near."""
    near = get_close_matches(word.lower().replace("_", "-"), [name.replace("_", "-") for name in known], n=1)
    names = {name.replace("_", "-"): name for name in known}
    return f"Did you mean {names[near[0]]}?" if near else f"There are {', '.join(known)}."


def _names(values: Json) -> list[str]:
    return [str(value) for value in values] if isinstance(values, list) else []


def _shown(value: object) -> str:
    text = "".join(mark if mark.isprintable() else " " for mark in str(value))
    return f"'{text[:60]}'"
