"""Which files a batch reads: files, folders and patterns as they are named, each file once, in an order of its own."""

import os
from collections.abc import Iterable, Iterator
from glob import glob
from pathlib import Path

from salesdesign.errors import BadInput, Problem

ENDINGS = (".yaml", ".yml")
STANDARD_INPUT = Path("-")


def facts_files(named: Iterable[Path]) -> Iterator[Path]:
    """The facts files, each once; those of a folder, and of those below it, by name.

    Raises:
        BadInput: a pattern fits nothing, or a folder holds no YAML.
    """
    paths = tuple(named)
    seen: set[str] = set()
    for path in paths:
        found = 0
        for file in _files(path):
            found += 1
            whole = str(whole_path(file)) if len(paths) > 1 else ""  # one path names no file twice
            if not whole or whole not in seen:
                seen.add(whole)
                yield file
        if not found:
            raise BadInput([_nothing(path)])


def common_folder(named: Iterable[Path]) -> Path:
    """The deepest folder that everything named lies in; names of reports leave it out."""
    folders = [_fixed_part(whole_path(path)) for path in named if path != STANDARD_INPUT]
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # two drives have nothing in common
        return Path.cwd()


def whole_path(path: Path) -> Path:
    """A path from the root on, without dots; links are left as they are."""
    return Path(os.path.normpath(path.absolute()))


def _fixed_part(path: Path) -> Path:
    """The folder that surely holds all that a path names."""
    if _is_pattern(path):
        return next(folder for folder in path.parents if not _is_pattern(folder))
    return path if path.is_dir() else path.parent


def _is_pattern(path: Path) -> bool:
    return any(sign in str(path) for sign in "*?[") and not path.exists()


def _files(path: Path) -> Iterator[Path]:
    if path == STANDARD_INPUT:
        yield path
    elif _is_pattern(path):
        for match in sorted(glob(str(path), recursive=True)):  # noqa: PTH207  a pattern may start anywhere
            yield from _files(Path(match))
    elif path.is_dir():
        yield from _inside(path)
    else:
        yield path


def _inside(folder: Path) -> Iterator[Path]:
    """The facts files of a folder by name; hidden ones, and links to folders, are passed over."""
    folders, names = set(), []  # names alone, for there may be very many
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.add(entry.name)
            elif not (entry.name.lower().endswith(ENDINGS) and entry.is_file()):
                continue
            names.append(entry.name)
    names.sort()
    for name in names:
        if name in folders:
            yield from _inside(folder / name)
        else:
            yield folder / name


def _nothing(path: Path) -> Problem:
    if path.is_dir():
        return Problem(file=str(path), wrong="There is no YAML file in this folder.", mend="Name another folder.")
    return Problem(file=str(path), wrong="The pattern fits no file.", mend="Check it, and put it in quotes.")
