"""Where the program's own rules and templates lie: in an installed wheel, in a zipped one, or in a checkout."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from os.path import realpath
from pathlib import Path


def rules_folder() -> Traversable:
    """The rule pack that comes with the program."""
    return _folder("rules")


def templates_folder() -> Traversable:
    """The report templates that come with the program."""
    return _folder("templates")


def _folder(name: str) -> Traversable:
    """The folder inside the package (a wheel), else the one beside it (a checkout)."""
    packed = files("salesdesign") / name
    return packed if packed.is_dir() else Path(__file__).resolve().parent.parent / name


def leads_out(entry: Traversable, folder: Traversable) -> bool:
    """Whether an entry is a link to what lies outside the folder, which a pack must not read."""
    if not (isinstance(entry, Path) and isinstance(folder, Path) and entry.is_symlink()):
        return False
    return not Path(realpath(entry)).is_relative_to(realpath(folder))
