"""What a command was given: files, folders and NAME=VALUE pairs, as the program's own values."""

import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesign.errors import BadInput, BadUsage, MachineFailed, Problem

if TYPE_CHECKING:  # these take long to import, and `--help` needs none of them
    from importlib.resources.abc import Traversable

    from salesdesign.cases.case import Case
    from salesdesign.model.catalogue import Catalogue
    from salesdesign.model.company import Company
    from salesdesign.model.pack import Pack

STANDARD_INPUT = Path("-")

MOST_BYTES = 128_000_000
"""One byte more than this is read at most, so that an endless stream ends; the reader of facts refuses far less."""


def file_bytes(path: Path) -> bytes:
    """The content of a file, or of standard input for `-`.

    Raises: BadInput when there is no such file, MachineFailed when it cannot be read.
    """
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        mend = "Check the path, or let `salesdesign init` write one."
        raise BadInput([Problem(file=str(path), wrong="There is no such file.", mend=mend)]) from error
    except IsADirectoryError as error:
        raise BadInput([Problem(file=str(path), wrong="This is a folder.", mend="Name a file in it.")]) from error
    except OSError as error:
        raise MachineFailed(f"{path}: It cannot be read ({error.strerror}).") from error


def pack_at(folder: Path | None) -> "Pack":
    """The rule pack in a folder, or the one that comes with the program."""
    from salesdesign.pack.read import read_pack

    return read_pack(_rules_at(folder))


def catalogue_at(folder: Path | None) -> "Catalogue":
    """The fact catalogue of that rule pack."""
    return pack_at(folder).catalogue


def facts_at(path: Path, catalogue: "Catalogue", changes: Mapping[str, str]) -> "Company":
    """The company that a facts file states, with some facts replaced."""
    from salesdesign.facts.read import read_company

    return read_company(file_bytes(path), str(path), catalogue, changes)


def cases_at(paths: Collection[Path], rules: Path | None) -> "tuple[Case, ...]":
    """The cases in files and folders, or those of the rule pack where none are named; never no case at all."""
    folders: Collection[Traversable] = paths or [_tests_of(rules)]
    cases = _cases(folders)
    if not cases:
        mend = "Name a case file, or a folder of them; `salesdesign rules coverage` writes some."
        raise BadInput([Problem(file=str(folder), wrong="There are no cases here.", mend=mend) for folder in folders])
    return cases


def cases_so_far(paths: Collection[Path], rules: Path | None) -> "tuple[Case, ...]":
    """The same, of a pack that may have none yet."""
    return cases_at(paths, rules) if paths else _cases([_tests_of(rules)] if _tests_of(rules).is_dir() else [])


def _cases(folders: "Iterable[Traversable]") -> "tuple[Case, ...]":
    from salesdesign.cases.read import read_cases

    return tuple(case for folder in folders for case in read_cases(folder))


def _tests_of(rules: Path | None) -> "Traversable":
    return _rules_at(rules) / "tests"


def templates_at(folder: Path | None) -> Path | None:
    """A folder of report templates, which must be there; none where none is named."""
    if folder is not None and not folder.is_dir():
        mend = "Name a folder of report templates."
        raise BadInput([Problem(file=str(folder), wrong="There is no such folder.", mend=mend)])
    return folder


def _rules_at(folder: Path | None) -> "Traversable":
    from salesdesign.resources import rules_folder

    return folder or rules_folder()


def changes_of(texts: Iterable[str]) -> Mapping[str, str]:
    """Facts by name from `FACT=VALUE` texts; what they mean is for the reader of facts to say."""
    return _pairs(texts, option="--set", form="FACT=VALUE")


def weights_of(texts: Iterable[str], pack: "Pack") -> Mapping[str, float]:
    """Weights by criterion from `CRITERION=N` texts."""
    criteria = sorted({criterion.id for decision in pack.decisions for criterion in decision.criteria})
    pairs = _pairs(texts, option="--weight", form="CRITERION=N")
    return {_known(name, criteria): _weight(name, value) for name, value in pairs.items()}


def _pairs(texts: Iterable[str], *, option: str, form: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in texts:
        name, equals, value = (part.strip() for part in text.partition("="))
        if not (name and equals):
            raise BadUsage(f"{option} {_short(text)}: This is not of the form {form}.")
        if name in pairs:
            raise BadUsage(f"{option} {_short(name)}: It is given twice. Give it once.")
        pairs[name] = value
    return pairs


def _known(name: str, criteria: list[str]) -> str:
    if name in criteria:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name, criteria, n=1)
    mend = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(criteria)}."
    raise BadUsage(f"--weight {_short(name)}: There is no such criterion. {mend}")


def _weight(name: str, text: str) -> float:
    from salesdesign.model.pack import HEAVIEST, LIGHTEST, is_weight

    try:
        weight = float(text)
    except ValueError:
        weight = -1.0
    if not is_weight(weight):
        wrong = f"A weight is 0, or {LIGHTEST:g} to {HEAVIEST}. Most lie between 1 and 3."
        raise BadUsage(f"--weight {name}={_short(text)}: {wrong}")
    return weight


def _short(text: str) -> str:
    from salesdesign.facts.problems import shown

    return shown(text)
