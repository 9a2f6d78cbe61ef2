"""The policy that holds for a facts file: the nearest one above it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from salesdesign.cli.facts_files import from_here
from salesdesign.cli.given import file_bytes
from salesdesign.errors import BadInput, Problem
from salesdesign.policy.policy import Policy
from salesdesign.policy.read import NOTHING, SHARED, Written, policy_of, written_policy

OWN = "salesdesign.toml"


@dataclass(frozen=True)
class Held:
    """A policy, and the folder that its paths are seen from."""

    policy: Policy
    root: Path

    def key(self, file: Path) -> str:
        """A file as the policy sees it; as it was named where it lies elsewhere."""
        whole = file.resolve()
        inside = whole.is_relative_to(self.root) and file.name != "-"
        return whole.relative_to(self.root).as_posix() if inside else file.as_posix()

    @cached_property
    def reports(self) -> Mapping[Path, tuple[Path, ...]]:
        """The reports of each facts file that the policy speaks of, all with their whole paths."""
        pairs: dict[Path, tuple[Path, ...]] = {}
        facts_of: dict[Path, Path] = {}
        for pair in self.policy.reports:
            for facts in self._matching(pair.facts):
                report = self._inside(pair.report.replace("{name}", facts.stem))
                other = facts_of.setdefault(report, facts)
                if other != facts:
                    both = f"{self.key(other)} and of {self.key(facts)}"
                    wrong = f"{self.key(report)} would be the report of {both}."
                    raise self._bad(wrong, "Give each its own place, or its own name.")
                pairs[facts] = (*pairs.get(facts, ()), report)
        return pairs

    def _matching(self, pattern: str) -> list[Path]:
        try:
            return sorted(self.root.glob(pattern))
        except (ValueError, NotImplementedError) as error:
            raise self._bad(f"{pattern} is no pattern that can be followed from here.") from error

    def _inside(self, report: str) -> Path:
        """A report's whole path. One outside would let a change of the policy write anywhere."""
        path = (self.root / report).resolve()
        if not path.is_relative_to(self.root):
            raise self._bad(f"{report} lies outside the folder of the policy.")
        return path

    def _bad(self, wrong: str, mend: str = "Name a place below the folder of the policy.") -> BadInput:
        return BadInput([Problem(file=self.policy.file, subject="reports", wrong=wrong, mend=mend)])


Holding = Callable[[Path], Held]
"""The policy for a facts file."""


def policies(named: Path | None, overrides: Sequence[str]) -> Holding:
    """Finds the policy of each facts file: the one that is named, else the nearest, else none but the overrides.

    Each is read once.
    """
    known: dict[Path, Held] = {}
    fixed = None if named is None else _held(_named(named), named.resolve().parent, overrides)

    def holding(file: Path) -> Held:
        folder = file.resolve().parent
        if fixed is not None:
            return fixed
        if folder not in known:
            written, root = _nearest(folder)
            known[folder] = next((held for held in known.values() if held.root == root), None) or _held(
                written, root, overrides
            )
        return known[folder]

    return holding


def _held(written: Written, root: Path, overrides: Sequence[str]) -> Held:
    return Held(policy_of(written, overrides), root)


def _named(file: Path) -> Written:
    return written_policy(file_bytes(file), from_here(file).as_posix()) or NOTHING


def _nearest(start: Path) -> tuple[Written, Path]:
    """The nearest policy at or above a folder, within its repository; nothing, seen from here, where there is none."""
    for folder in (start, *start.parents):
        for name in (OWN, SHARED):
            file = folder / name
            written = written_policy(file_bytes(file), from_here(file).as_posix()) if file.is_file() else None
            if written is not None:
                return written, folder
        if (folder / ".git").exists():
            break
    return NOTHING, Path.cwd().resolve()
