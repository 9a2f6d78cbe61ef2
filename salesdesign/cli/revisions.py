"""Facts files as git remembers them."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesign.cli.given import STANDARD_INPUT, facts_at
from salesdesign.errors import BadInput, BadUsage, MachineFailed, Problem
from salesdesign.records import dataclass

if TYPE_CHECKING:
    from salesdesign.model.catalogue import Catalogue
    from salesdesign.model.company import Company


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """A commit of the repository around a folder."""

    top: Path
    """The folder of the repository."""
    commit: str
    asked: str
    """As it was typed."""


def revision_at(folder: Path, asked: str) -> Revision:
    """The commit that `asked` names.

    Raises:
        BadUsage: the folder is in no repository, or nothing in it has that name.
        MachineFailed: git is missing, or refuses.
    """
    top = _git(folder, "rev-parse", "--show-toplevel")
    if top is None:
        raise BadUsage(f"{asked}: {folder} is in no git repository.")
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{asked}^{{commit}}")
    if commit is None:
        mend = "In CI, fetch it first: a checkout often holds the last commit only (fetch-depth: 0)."
        raise BadUsage(f"{asked}: git knows no such revision. {mend}")
    return Revision(top=Path(top.decode().rstrip("\n")), commit=commit.decode().strip(), asked=asked)


def bytes_at(revision: Revision, path: str) -> bytes | None:
    """The content of a file, its path given from the top of the repository; None where there was none."""
    return _git(revision.top, "cat-file", "blob", f"{revision.commit}:{path}")


def renamed_since(revision: Revision) -> Mapping[str, str]:
    """The old path of each file that has been renamed since, by its new one."""
    records = _records(revision, "R")
    return {records[place + 2]: records[place + 1] for place in range(0, len(records) - 2, 3)}


def deleted_since(revision: Revision) -> tuple[str, ...]:
    """The files that have been deleted since, in order."""
    return tuple(sorted(_records(revision, "D")[1::2]))


def path_in(revision: Revision, file: Path) -> str | None:
    """A file's path from the top of the repository; None where it lies outside."""
    try:
        return file.resolve().relative_to(revision.top.resolve()).as_posix()
    except ValueError:
        return None


def company_at(named: str, catalogue: "Catalogue", changes: Mapping[str, str]) -> "Company":
    """The company that a file states, or a file of a revision: REVISION:PATH, the path from here."""
    from salesdesign.facts.read import read_company

    path, (asked, colon, inside) = Path(named), named.partition(":")
    if path == STANDARD_INPUT or path.exists() or not (asked and colon and inside):
        return facts_at(path, catalogue, changes)
    revision = revision_at(Path.cwd(), asked)
    content = bytes_at(revision, path_in(revision, Path(inside)) or inside)
    if content is None:
        mend = "Check the path: it is read from this folder."
        raise BadInput([Problem(file=named, wrong="There is no such file in that revision.", mend=mend)])
    return read_company(content, named, catalogue, changes)


def _records(revision: Revision, kind: str) -> list[str]:
    """What `git diff` lists of one kind, cut at its zero bytes."""
    wanted = ("--name-status", "-z", "--find-renames", f"--diff-filter={kind}", "--no-ext-diff")
    listed = _git(revision.top, "diff", *wanted, revision.commit, "--") or b""
    return [record.decode("utf-8", "surrogateescape") for record in listed.split(b"\0")][:-1]


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What a git command prints; None where it says no."""
    command = ["git", "--no-pager", "--no-optional-locks", "-c", "core.quotePath=false", *arguments]
    try:
        done = subprocess.run(command, cwd=folder, env=_surroundings(), capture_output=True, check=False)  # noqa: S603  our own words, no shell
    except FileNotFoundError as error:
        raise MachineFailed("git is not installed here, and old facts are read with it. Install git.") from error
    if b"dubious ownership" in done.stderr:
        raise MachineFailed(
            f"git refuses the repository: {done.stderr.decode(errors='replace').strip().splitlines()[0]}"
        )
    return done.stdout if done.returncode == 0 else None


def _surroundings() -> dict[str, str]:
    """The environment without what ties git to another folder: a hook that git runs has it set."""
    tied = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
    return {name: value for name, value in os.environ.items() if name not in tied}
