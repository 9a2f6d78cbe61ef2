"""Which facts files a command was given: files as they are named, folders with every YAML file in them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from salesdesign.cli.given import STANDARD_INPUT

ENDINGS = (".yaml", ".yml")


def facts_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files, each once, those of a folder by name; seen from here, as other tools and CI name them."""
    return tuple(dict.fromkeys(from_here(file) for path in paths for file in _files(path)))


def from_here(file: Path) -> Path:
    """A path as short as it can be said from here."""
    here = Path.cwd()
    return file.relative_to(here) if file.is_absolute() and file.is_relative_to(here) else file


def readable(text: str) -> str:
    """A path in which bytes that are no UTF-8 are replaced, so that every format can hold it."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _files(path: Path) -> Iterator[Path]:
    if path == STANDARD_INPUT or not path.is_dir():
        yield path
        return
    inside = (file for file in path.rglob("*") if file.suffix in ENDINGS and file.is_file())
    yield from sorted(file for file in inside if not _hidden(file.relative_to(path)))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
