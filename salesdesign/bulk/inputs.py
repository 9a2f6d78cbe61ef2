"""Which files a batch reads: files, folders and patterns as they are named, each file once, in an order of its own."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from glob import iglob
from pathlib import Path
from typing import TypeAlias

from salesdesign.bulk.kept import Kept, in_order
from salesdesign.errors import BadInput, Problem

ENDINGS = (".yaml", ".yml")
STANDARD_INPUT = Path("-")

_FOLDER = "\0"
"""Ends the name of a folder: no name holds it, and it changes no order."""

_Sorting: TypeAlias = Callable[[Iterable[str]], Iterator[str]]
"""What gives names back in the order in which their files are read."""


def facts_files(named: Iterable[Path], folder: Path) -> Iterator[Path]:
    """The facts files, each once; those of a folder, and of those below it, by name.

    Where there are very many, their names are sorted by way of a file in `folder`.

    Raises:
        BadInput: a pattern fits nothing, or a folder holds no YAML.
    """
    paths, sorting = tuple(named), partial(in_order, folder=folder)
    if len(paths) == 1 and not _is_pattern(paths[0]):  # it names no file twice
        yield from _found(paths[0], sorting)
        return
    with closing(Kept(folder)) as seen:
        for path in paths:
            yield from (file for file in _found(path, sorting) if seen.is_new(str(whole_path(file))))


def as_they_come(named: Iterable[Path]) -> Iterator[Path]:
    """The same files in no order; one that is named twice comes twice."""
    for path in named:
        yield from _found(path, iter)


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


def _found(path: Path, sorting: _Sorting) -> Iterator[Path]:
    """The files of a path; there is at least one."""
    nothing = True
    for file in _files(path, sorting):
        nothing = False
        yield file
    if nothing:
        raise BadInput([_nothing(path)])


def _files(path: Path, sorting: _Sorting) -> Iterator[Path]:
    if path == STANDARD_INPUT:
        yield path
    elif _is_pattern(path):
        fixed = _fixed_part(path)
        for match in sorting(iglob(str(path), recursive=True)):  # noqa: PTH207  a pattern may start anywhere
            if not _through_link(Path(match), fixed):
                yield from _files(Path(match), sorting)
    elif path.is_dir():
        yield from _inside(path, sorting)
    else:
        yield path


def _through_link(match: Path, fixed: Path) -> bool:
    """Whether a match lies behind a link to a folder, or is one: `**` follows those that lead back for ever."""
    folders = [fixed / folder for folder in match.relative_to(fixed).parents if folder != Path()]
    return any(folder.is_symlink() for folder in folders) or (match.is_symlink() and match.is_dir())


def _inside(folder: Path, sorting: _Sorting) -> Iterator[Path]:
    """The facts files of a folder by name; hidden ones, and links to folders, are passed over."""
    for name in sorting(_names(folder)):
        if name.endswith(_FOLDER):
            yield from _inside(folder / name.removesuffix(_FOLDER), sorting)
        else:
            yield folder / name


def _names(folder: Path) -> Iterator[str]:
    """The names of facts files, and of folders with their sign."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield entry.name + _FOLDER
            elif entry.name.lower().endswith(ENDINGS) and entry.is_file():
                yield entry.name


def _nothing(path: Path) -> Problem:
    if path.is_dir():
        return Problem(file=str(path), wrong="There is no YAML file in this folder.", mend="Name another folder.")
    return Problem(file=str(path), wrong="The pattern fits no file.", mend="Check it, and put it in quotes.")
