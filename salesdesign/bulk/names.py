"""Names for reports: they mirror where the facts are, fit every file system, and never meet or wander off."""

import re
import unicodedata
from hashlib import sha256
from pathlib import Path

from salesdesign.bulk.inputs import STANDARD_INPUT, whole_path

_LONGEST = 60
_UNFIT = re.compile(r"[^a-z0-9]+")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?")


def name_of(file: Path, root: Path, number: int = 0) -> str:
    """The name of a document's report, without an ending.

    It mirrors the path of the file below `root`; documents of one file lie in a folder of its name, by `number`.

    >>> name_of(Path("/c/north/acme.yaml"), Path("/c")), name_of(Path("/c/all.yaml"), Path("/c"), 7)
    ('north/acme', 'all.yaml/7')
    """
    if file == STANDARD_INPUT:
        return "/".join(["standard-input", *_numbered(number)])
    whole = whole_path(file)
    inside = whole.is_relative_to(root)
    *folders, last = whole.relative_to(root).parts if inside else whole.parts[1:]
    stem = f"{fit(last.removesuffix('.yaml'))}.yaml" if number else fit(last.removesuffix(".yaml"))
    away = () if inside else (f"elsewhere-{_digest(whole.anchor)}",)
    return "/".join([*away, *map(fit, folders), stem, *_numbered(number)])


def legible(file: Path) -> str:
    r"""A path as a text: bytes that are none stand as escapes, such as `\udcff`.

    >>> legible(Path("acme.yaml"))
    'acme.yaml'
    """
    return str(file).encode("utf-8", "backslashreplace").decode()


def fit(text: str) -> str:
    """A text as a part of a path: its own where it is plain, else what is plain in it and a digest of the whole.

    >>> fit("acme-2"), fit("..") == fit("."), fit("con").startswith("con-")
    ('acme-2', False, True)
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = _UNFIT.sub("-", plain).strip("-")[:_LONGEST].strip("-")
    if words == text and not _DEVICES.fullmatch(words):
        return words
    return f"{words or 'company'}-{_digest(text)}"


def _numbered(number: int) -> list[str]:
    return [str(number)] if number else []


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
