"""A facts file read."""

from collections.abc import Mapping

from salesdesign.facts.validate import validate
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.company import Company
from salesdesign.yamltree import parse


def read_company(
    data: bytes, file: str, catalogue: Catalogue, changes: Mapping[str, str] | None = None, *, lines_above: int = 0
) -> Company:
    """The company that a file states, with `changes` (fact to value, as typed after `--set`) made to it.

    `lines_above` are those that stand in the file before `data`, which is one document of several.

    Raises:
        BadInput: with every problem; those of changes are reported at the file `--set`.
        MachineFailed: PyYAML lacks its C parser.
    """
    return validate(parse(data, file, lines_above), file, catalogue, changes or {})
