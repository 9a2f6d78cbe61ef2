"""A policy read from TOML: salesdesign.toml whole, or [tool.salesdesign] of pyproject.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from salesdesign.errors import BadInput, Problem
from salesdesign.policy.keys import policy_schema
from salesdesign.policy.places import Spot, key_places, spot_of
from salesdesign.policy.policy import Policy, ReportPair, Suppression
from salesdesign.policy.severity import Severity
from salesdesign.policy.validate import Path, complaints

OVERRIDES = "--config"
"""The file of what was set on the command line."""

SHARED = "pyproject.toml"
SECTION: Path = ("tool", "salesdesign")

MOST_BYTES = 1_000_000
"""Of a policy; most take a few lines."""

_AT = re.compile(r" \(at line (\d+), column (\d+)\)| \(at end of document\)")

Table = dict[str, Any]
"""A TOML table: what is in it is only known once it has been validated."""


class Written(NamedTuple):
    """A policy before it is validated."""

    file: str
    keys: Table
    places: Mapping[Path, Spot]


NOTHING = Written("", {}, {})


def written_policy(data: bytes, file: str) -> Written | None:
    """The policy that a file holds, not yet validated; None where a shared file says nothing of us.

    Raises: BadInput where it is no TOML, or more of it than a policy takes.
    """
    text, document = _parsed(data, file)
    places = key_places(text)
    if not file.endswith(SHARED):
        return Written(file, document, places)
    section = document.get("tool", {}).get("salesdesign")
    within = {path[len(SECTION) :]: spot for path, spot in places.items() if path[: len(SECTION)] == SECTION}
    return None if section is None else Written(file, section, within)


def policy_of(written: Written, overrides: Iterable[str] = ()) -> Policy:
    """The policy, with keys of the command line (`KEY=VALUE`, the value in TOML) before those of the file.

    Raises: BadInput with every problem.
    """
    changes = _overrides(overrides)
    keys = _merged(written.keys, changes)
    problems = [
        _problem(wrong.path, wrong.what, wrong.mend, written, changes) for wrong in complaints(keys, policy_schema())
    ]
    if problems:
        raise BadInput(problems)
    return _policy(keys, written.file)


def _parsed(data: bytes, file: str) -> tuple[str, Table]:
    if len(data) > MOST_BYTES:
        wrong = f"The file has more than {MOST_BYTES:,} bytes."
        raise BadInput([Problem(file=file, wrong=wrong, mend="A policy takes a few lines: check the file.")])
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        wrong = "The file is not in UTF-8."
        raise BadInput([Problem(file=file, wrong=wrong, mend="Save it as UTF-8.")]) from error
    except RecursionError as error:
        raise BadInput([Problem(file=file, wrong="The file is nested too deeply.", mend="Write it flat.")]) from error
    except tomllib.TOMLDecodeError as error:
        at = _AT.search(str(error))
        line, column = (int(at[1]), int(at[2])) if at and at[1] else (0, 0)
        wrong = f"This is no TOML: {_AT.sub('', str(error)).rstrip('.')}."
        mend = "Mend the line." if line else "Something is left open."
        raise BadInput([Problem(file=file, line=line, column=column, wrong=wrong, mend=mend)]) from error


def _overrides(texts: Iterable[str]) -> Table:
    changes: Table = {}
    for text in texts:
        key, equals, value = (part.strip() for part in text.partition("="))
        if not (key and equals):
            mend = "Write KEY=VALUE, such as margin=12 or severity.facts-old=off."
            raise BadInput(
                [Problem(file=OVERRIDES, subject=text, wrong="This is not of the form KEY=VALUE.", mend=mend)]
            )
        changes = _merged(changes, _override(key, value))
    return changes


def _override(key: str, value: str) -> Table:
    """One key with its value; a value that is no TOML is taken as a text, so that words need no quotes."""
    try:
        return tomllib.loads(f"{key} = {value}")
    except tomllib.TOMLDecodeError:
        keys: Any = value
        for part in reversed(key.split(".")):
            keys = {part: keys}
        return dict(keys)


def _merged(below: Table, above: Table) -> Table:
    merged = dict(below)
    for key, value in above.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merged(merged[key], value) if both else value
    return merged


def _problem(path: Path, what: str, mend: str, written: Written, changes: Table) -> Problem:
    subject = ".".join(map(str, path))
    if _reaches(changes, path) or not written.file:
        return Problem(file=OVERRIDES, subject=subject, wrong=what, mend=mend)
    spot = spot_of(path, written.places)
    return Problem(file=written.file, line=spot.line, column=spot.column, subject=subject, wrong=what, mend=mend)


def _reaches(table: object, path: Path) -> bool:
    """Whether the key at a path comes from a table."""
    for part in path:
        if isinstance(table, list):
            return True
        if not isinstance(table, dict) or part not in table:
            return not isinstance(table, dict)
        table = table[part]
    return bool(path)


def _policy(keys: Table, file: str) -> Policy:
    plain = {
        name: keys[name] for name in ("margin", "confidence", "max_age_days", "max_span", "baseline") if name in keys
    }
    return Policy(
        file=file,
        **plain,
        required=tuple(keys["required"]) if "required" in keys else None,
        unchecked=Severity(keys.get("unchecked", Severity.WARNING)),
        severity={rule: Severity(value) for rule, value in keys.get("severity", {}).items()},
        suppress=tuple(_suppression(entry) for entry in keys.get("suppress", [])),
        reports=tuple(ReportPair(**entry) for entry in keys.get("reports", [])),
    )


def _suppression(entry: Table) -> Suppression:
    until = entry.get("until")
    day = None if until is None else date.fromisoformat(str(until))
    return Suppression(**{**entry, "until": day})
