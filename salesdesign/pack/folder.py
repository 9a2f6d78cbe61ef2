"""The files of a pack's folder: which there are, their bytes, their trees, and one digest over all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources.abc import Traversable

from salesdesign.errors import BadInput, MachineFailed, Problem
from salesdesign.pack.fields import Read, T
from salesdesign.pack.page import Page
from salesdesign.yamltree import Node, parse

MAX_FILES = 1_000
MAX_FILE_BYTES = 1_000_000
MAX_PACK_BYTES = 10_000_000
MAX_DEPTH = 6
"""Folders within folders; a pack needs three."""

CASES = "tests"
"""The folder of rule cases, which give no advice and are no part of the digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """A pack's files, parsed, and the problems found so far."""

    place: str
    """The folder as the user wrote it."""
    data: Mapping[str, bytes]
    """By name within the folder, sorted."""
    trees: Mapping[str, Node]
    """Those that could be parsed."""
    problems: list[Problem]

    def page(self, name: str) -> Page:
        """The page on which the problems of a file are noted."""
        return Page(f"{self.place}/{name}", self.data.get(name, b""), self.problems)

    def read(self, name: str, read: Read[T], absent: T) -> T:
        """What a file says, or `absent` where it is not there or cannot be read."""
        tree = self.trees.get(name)
        value = None if tree is None else read(tree, self.page(name))
        return absent if value is None else value

    def need(self, name: str) -> None:
        """Notes the problem where a file is not there."""
        if name not in self.data:
            self.reject(name, "The pack has no such file.", "docs/pack-format.md shows what belongs in it.")

    def reject(self, name: str, wrong: str, mend: str) -> None:
        """Notes what is wrong with a file as a whole."""
        self.problems.append(Problem(file=f"{self.place}/{name}", wrong=wrong, mend=mend))

    def under(self, prefix: str) -> tuple[str, ...]:
        """The names of the files whose path begins so, sorted."""
        return tuple(name for name in self.data if name.startswith(prefix))

    @property
    def digest(self) -> str:
        """The sha256 over the names and bytes of all files."""
        total = sha256()
        for name, data in self.data.items():
            total.update(f"{name}\0{len(data)}\0".encode())
            total.update(data)
        return f"sha256:{total.hexdigest()}"


def open_folder(folder: Traversable) -> Folder:
    """All files of a pack, parsed.

    Raises:
        BadInput: there is no such folder, or it is far too large.
        MachineFailed: a file cannot be read.
    """
    place = str(folder)
    try:
        if not folder.is_dir():
            wrong = "There is no such folder of rules."
            raise BadInput([Problem(file=place, wrong=wrong, mend="Name a folder that holds a pack.yaml.")])
        data = dict(sorted(_files(folder, place)))
    except OSError as error:
        raise MachineFailed(f"{place}: the rules cannot be read: {error.strerror or error}.") from error
    opened = Folder(place=place, data=data, trees={}, problems=[])
    return Folder(place=place, data=data, trees=_parsed(opened), problems=opened.problems)


def _files(folder: Traversable, place: str) -> Iterator[tuple[str, bytes]]:
    total = 0
    for count, (name, file) in enumerate(_walk(folder, "", MAX_DEPTH)):
        data = file.read_bytes()
        total += len(data)
        if count >= MAX_FILES or len(data) > MAX_FILE_BYTES or total > MAX_PACK_BYTES:
            limits = f"A pack has at most {MAX_FILES} files of {MAX_FILE_BYTES:,} bytes, {MAX_PACK_BYTES:,} in all."
            raise BadInput([Problem(file=f"{place}/{name}", wrong="This is too large for a pack.", mend=limits)])
        yield name, data


def _walk(folder: Traversable, prefix: str, depth: int) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = prefix + entry.name
        if entry.name.startswith(".") or name == CASES:
            continue
        if entry.is_dir():
            if depth > 1:
                yield from _walk(entry, f"{name}/", depth - 1)
        elif entry.name.endswith((".yaml", ".yml")):
            yield name, entry


def _parsed(folder: Folder) -> dict[str, Node]:
    trees = {}
    for name, data in folder.data.items():
        try:
            trees[name] = parse(data, folder.page(name).file)
        except BadInput as error:
            folder.problems.extend(error.problems)
    return trees
