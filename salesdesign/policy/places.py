"""Where the keys of a TOML document are written; Python's reader of TOML does not say."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from salesdesign.policy.validate import Path

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*((?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([A-Za-z0-9_-]+)")


class Spot(NamedTuple):
    """A line and a column, from 1."""

    line: int
    column: int


def key_places(text: str) -> Mapping[Path, Spot]:
    """The places of tables and keys by their path. A key within an inline table or a text of several lines has none."""
    places: dict[Path, Spot] = {}
    lengths: dict[Path, int] = {}
    table: Path = ()
    for line, written in enumerate(text.splitlines(), 1):
        header, key = _HEADER.match(written), _KEY.match(written)
        if header:
            table = _table(_parts(header[2]), lengths, listed=header[1] == "[[")
            places.setdefault(table, Spot(line, header.start(2) + 1))
        elif key:
            places.setdefault((*table, *_parts(key[1])), Spot(line, key.start(1) + 1))
    return places


def spot_of(path: Path, places: Mapping[Path, Spot]) -> Spot:
    """The place of a path, or of the nearest thing around it."""
    for end in range(len(path), 0, -1):
        if path[:end] in places:
            return places[path[:end]]
    return Spot(0, 0)


def _table(parts: Path, lengths: dict[Path, int], *, listed: bool) -> Path:
    """The path of a table; one of a list of tables ends with its place among them."""
    if not listed:
        return parts
    lengths[parts] = lengths.get(parts, -1) + 1
    return (*parts, lengths[parts])


def _parts(dotted: str) -> Path:
    return tuple(match[1] or match[2] or match[3] for match in _PART.finditer(dotted))
