"""`salesdesign rules new` and `diff`: beginning a rule pack, and seeing what a change of one does."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.cli.facts_files import facts_files
from salesdesign.cli.files import write_whole
from salesdesign.cli.given import facts_at, pack_at
from salesdesign.cli.streams import say, show_lines
from salesdesign.errors import BadInput, BadUsage, ExitCode, MachineFailed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable

    from salesdesign.cases.change import Edits, Move
    from salesdesign.engine.compile import Machine
    from salesdesign.model.pack import Pack

NEW_EXAMPLES = """\b
Examples:
  salesdesign rules new my-rules
  salesdesign rules new my-rules --alone"""
DIFF_EXAMPLES = """\b
Examples:
  salesdesign rules diff salesdesign my-rules --on companies/
  salesdesign rules diff old-rules new-rules --on acme.yaml --on beta.yaml"""


def new_pack(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet, or empty.")],
    alone: Annotated[bool, typer.Option("--alone", help="A pack that stands alone, about anything.")] = False,
) -> None:
    """Begin a rule pack.

    It extends the program's own with a rule, its evidence, and its first test; it is valid, tested and free of doubts.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BadUsage(f"{folder}: There is something here already. Name another folder.")
    from importlib.resources import files

    starter = files("salesdesign.pack") / "starters" / ("alone" if alone else "house")
    for name, text in _texts(starter, ""):
        file = folder / name
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise MachineFailed(f"{file.parent}: It cannot be made ({error.strerror}).") from error
        write_whole(file, text.replace("name: house\n", f"name: {_slug(folder)}\n", 1) if name == "pack.yaml" else text)
    say(f"Wrote {folder}. Next: salesdesign rules test --rules {folder}")


def _slug(folder: Path) -> str:
    """A name for the pack, after its folder."""
    from re import sub

    return sub("[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "house"


def diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A pack, or `salesdesign` for the program's own.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The same after the change.")],
    on: Annotated[
        list[Path] | None, typer.Option("--on", metavar="PATH", help="Facts files, or folders of them; repeatable.")
    ] = None,
) -> ExitCode:
    """Show what a change of the rules moves.

    First the rules, gates and weights that differ; then every company that is advised otherwise, with the rules that
    moved it. Ends with 2 where the facts of a company were refused; the others are shown all the same.
    """
    from salesdesign.cases.change import edits
    from salesdesign.engine.compile import compile_pack
    from salesdesign.wording.numbers import counted

    before, after = _pack(old), _pack(new)
    show_lines(_listed(edits(before, after)))
    machines = compile_pack(before), compile_pack(after)
    found = {file: _moved(file, *machines) for file in facts_files(on or ())}
    for file, moved in found.items():
        show_lines("".join(f"{file}: {move}\n" for move in moved or ()))
    read = [moved for moved in found.values() if moved is not None]
    refused = f", {len(found) - len(read)} refused" if len(read) < len(found) else ""
    otherwise = sum(1 for moved in read if moved)
    say(f"{counted(len(read), 'company', 'companies')}, {otherwise} advised otherwise{refused}")
    return ExitCode.INPUT if None in found.values() else ExitCode.DONE


def _pack(path: Path) -> "Pack":
    own = str(path) == "salesdesign" and not (path / "pack.yaml").is_file()
    return pack_at(None if own else path)


def _moved(file: Path, old: "Machine", new: "Machine") -> "tuple[Move, ...] | None":
    """What comes out otherwise for one company; None where a pack refuses its facts, which is said."""
    from salesdesign.cases.change import moves

    try:
        read = {"old": facts_at(file, old.pack.catalogue, {}), "new": facts_at(file, new.pack.catalogue, {})}
    except BadInput as error:
        say(str(error))
        return None
    return moves(read, old, new)


def _listed(found: "Edits") -> str:
    parts = {"added": found.added, "removed": found.removed, "changed": found.changed}
    lines = [f"{word}: {', '.join(names)}\n" for word, names in parts.items() if names]
    return "".join(lines) or "no rule, gate or weight differs\n"


def _texts(folder: "Traversable", prefix: str) -> "Iterator[tuple[str, str]]":
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _texts(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".yaml"):
            yield prefix + entry.name, entry.read_text(encoding="utf-8")
