"""The files of a pack's folder: which there are, their bytes, their trees, and one digest over all of them."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from hashlib import sha256
from importlib.resources.abc import Traversable

from salesdesign.errors import BadInput, MachineFailed, Problem
from salesdesign.model.pack import Accepted
from salesdesign.pack.fields import Read, T
from salesdesign.pack.page import Origin, Page
from salesdesign.records import dataclass
from salesdesign.resources import leads_out
from salesdesign.yamltree import Node, parse

MAX_FILES = 1_000
MAX_FILE_BYTES = 1_000_000
MAX_PACK_BYTES = 10_000_000
MAX_DEPTH = 6
"""Folders within folders; a pack needs three."""

_FLATTER = f"A pack has at most {MAX_DEPTH} levels of folders: move its files up."

BESIDE = frozenset({"tests", "companies"})
"""Folders of rule cases and of facts to try a pack on, which give no advice and are no part of the digest."""


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
    accepted: list[Accepted] = field(default_factory=list)
    """Doubts that the pack accepts, as far as it was read."""
    lent: Mapping[str, str] = field(default_factory=dict)
    """Files of the pack that is extended, each with the folder where it lies."""
    elsewhere: Mapping[int, Origin] = field(default_factory=dict)
    """Values that another file lends, by identity."""
    gone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Options that the extended pack has and this one has not, by decision: conditions may still name them."""
    extends: str = ""
    """The name of the pack that is extended."""
    taken: frozenset[str] = frozenset()
    """What is removed from the pack that is extended, by name."""
    stamp: str = ""
    """The digest, where it is not that of these files alone."""

    def page(self, name: str) -> Page:
        """The page on which the problems of a file are noted."""
        file = f"{self.lent.get(name, self.place)}/{name}"
        return Page(file, self.data.get(name, b""), self.problems, accepted=self.accepted, elsewhere=self.elsewhere)

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
        if self.stamp:
            return f"sha256:{self.stamp}"
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
    for count, (name, file) in enumerate(_walk(folder, folder, "", MAX_DEPTH)):
        if leads_out(file, folder):
            wrong, mend = "This link leads out of the pack.", "A pack reads nothing outside its folder: copy it in."
            raise BadInput([Problem(file=f"{place}/{name}", wrong=wrong, mend=mend)])
        with file.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
        total += len(data)
        if count >= MAX_FILES or len(data) > MAX_FILE_BYTES or total > MAX_PACK_BYTES:
            limits = f"A pack has at most {MAX_FILES} files of {MAX_FILE_BYTES:,} bytes, {MAX_PACK_BYTES:,} in all."
            raise BadInput([Problem(file=f"{place}/{name}", wrong="This is too large for a pack.", mend=limits)])
        yield name, data


def _walk(folder: Traversable, root: Traversable, prefix: str, depth: int) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = prefix + entry.name
        if entry.name.startswith(".") or name in BESIDE:
            continue
        if leads_out(entry, root):
            yield name, entry
        elif entry.is_dir():
            if depth == 1:
                raise BadInput(
                    [Problem(file=str(entry), wrong="This folder lies too deep in the pack.", mend=_FLATTER)]
                )
            yield from _walk(entry, root, f"{name}/", depth - 1)
        elif entry.name.endswith((".yaml", ".yml")) and entry.is_file():
            yield name, entry


def _parsed(folder: Folder) -> dict[str, Node]:
    trees = {}
    for name, data in folder.data.items():
        try:
            trees[name] = parse(data, folder.page(name).file)
        except BadInput as error:
            folder.problems.extend(error.problems)
    return trees
