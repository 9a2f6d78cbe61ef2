"""Facts compared with what git remembers of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath

from salesdesign.advise import advise
from salesdesign.cli.facts_files import ENDINGS
from salesdesign.cli.revisions import Revision, bytes_at, deleted_since, path_in, renamed_since, revision_at
from salesdesign.comparing.compare import compare
from salesdesign.comparing.state import State, both_planned
from salesdesign.comparing.told import told
from salesdesign.engine.compile import Machine
from salesdesign.errors import BadInput
from salesdesign.facts.read import read_company
from salesdesign.policy.judge import recommended
from salesdesign.policy.outcome import Since


@dataclass(frozen=True, kw_only=True)
class Past:
    """The facts as they were at a revision, with the rules of today, so that only facts make a difference."""

    revision: Revision
    machine: Machine
    weights: Mapping[str, float]
    plans: bool
    """Whether the plans are compared as well, which takes some seconds a company that changed."""

    @cached_property
    def renamed(self) -> Mapping[str, str]:
        """Old paths by new ones."""
        return renamed_since(self.revision)

    def changes(self, file: Path, now: State | None) -> Since:
        """What differs since; `now` is None where the facts cannot be read."""
        asked = self.revision.asked
        inside = path_in(self.revision, file)
        if inside is None:
            return Since(lines=(f"It lies outside the repository, which holds no {asked} of it.",))
        old = self.renamed.get(inside, inside)
        data = bytes_at(self.revision, old)
        if data is None:
            return Since(lines=(f"New since {asked}.",))
        found = self._told(data, old, now)
        return replace(found, lines=(f"Renamed from {old}.", *found.lines)) if old != inside else found

    def _told(self, data: bytes, old: str, now: State | None) -> Since:
        try:
            before = self._state(data, old)
        except BadInput as error:
            return Since(lines=(f"At {self.revision.asked} it could not be read: {error.problems[0]}",))
        if now is None:
            return Since(lines=(f"At {self.revision.asked} it could be read.",))
        comparison = compare(before, now, self.machine)
        if comparison.same:
            return Since()
        if self.plans:
            comparison = compare(*both_planned(before, now, self.machine), self.machine)
        was = recommended(before.advice, self.machine.pack.main) if comparison.decisions[0].moved else ""
        return Since(lines=told(comparison), was=was)

    def deleted(self, paths: Iterable[Path]) -> tuple[str, ...]:
        """The facts files that are gone from the folders that were named, and from those of files that were."""
        folders = tuple(_folder(self.revision, path) for path in paths)
        gone = (path for path in deleted_since(self.revision) if PurePosixPath(path).suffix in ENDINGS)
        return tuple(self._gone(path) for path in gone if any(inside(path) for inside in folders))

    def _gone(self, path: str) -> str:
        try:
            company = read_company(bytes_at(self.revision, path) or b"", path, self.machine.pack.catalogue, {})
        except BadInput:
            return f"{path}: Deleted since {self.revision.asked}. It could not be read there."
        return f"{path}: Deleted since {self.revision.asked}. It held the facts of {company.name}."

    def _state(self, data: bytes, file: str) -> State:
        company = read_company(data, file, self.machine.pack.catalogue, {})
        advice = advise(company, self.machine.pack, machine=self.machine, weights=self.weights)
        return State(company=company, advice=advice)


def past(asked: str, machine: Machine, weights: Mapping[str, float], *, plans: bool) -> Past:
    """The revision that is named, in the repository around this folder."""
    return Past(revision=revision_at(Path.cwd(), asked), machine=machine, weights=weights, plans=plans)


def _folder(revision: Revision, path: Path) -> Callable[[str], bool]:
    """Whether a file lies in a folder, at any depth, or beside a file."""
    inside = path_in(revision, path) or ""
    if path.is_dir():
        start = "" if inside in ("", ".") else f"{inside}/"
        return lambda file: file.startswith(start)
    return lambda file: PurePosixPath(file).parent == PurePosixPath(inside).parent
