"""A small whole pack about the lending desk of a library, and copies of it with one change."""

from pathlib import Path
from shutil import copytree
from typing import NamedTuple

from salesdesign.errors import BadInput
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack

SMALL = Path(__file__).parent / "small"


class Change(NamedTuple):
    """One text in one file of the small pack, replaced by another."""

    file: str
    old: str
    new: str

    def make(self, folder: Path) -> Path:
        """A copy of the small pack in `folder` with the change."""
        copy = Path(copytree(SMALL, folder / "pack"))
        text = (copy / self.file).read_text()
        assert self.old in text
        (copy / self.file).write_text(text.replace(self.old, self.new, 1))
        return copy


def changed(change: Change, folder: Path) -> Pack:
    """The small pack with one change."""
    return read_pack(change.make(folder))


def problems_in(pack: Path) -> list[str]:
    """The problems of a pack, told of files within it."""
    try:
        read_pack(pack)
    except BadInput as error:
        return [str(problem).removeprefix(f"{pack}/") for problem in error.problems]
    return []
