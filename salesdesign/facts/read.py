"""A facts file read."""

from collections.abc import Mapping

from salesdesign.facts.validate import validate
from salesdesign.model.catalogue import Catalogue
from salesdesign.model.company import Company
from salesdesign.yamltree import parse


def read_company(data: bytes, file: str, catalogue: Catalogue, changes: Mapping[str, str] | None = None) -> Company:
    """The company that a file states, with `changes` (fact to value, as typed after `--set`) made to it.

    Raises:
        BadInput: with every problem; those of changes are reported at the file `--set`.
        MachineFailed: PyYAML lacks its C parser.
    """
    return validate(parse(data, file), file, catalogue, changes or {})
