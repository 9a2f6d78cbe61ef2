"""One advice in every format, as documents that are read in review. `UPDATE_GOLDEN=1` writes them anew."""

import os
from pathlib import Path

import pytest

from salesdesign.reporting.build import build
from salesdesign.reporting.render import render
from tests.reporting.examples import ADVICE, PACK, keeping, undecided

GOLDEN = Path(__file__).parent / "golden"
CASES = {
    "change.html": (ADVICE, "html"),
    "change.md": (ADVICE, "md"),
    "change.txt": (ADVICE, "terminal"),
    "change.json": (ADVICE, "json"),
    "keep.md": (keeping(), "md"),
    "undecided.md": (undecided(), "md"),
}


@pytest.mark.parametrize("name", CASES)
def test_reads_as_reviewed(name: str) -> None:
    advice, wanted = CASES[name]
    text = render(build(advice, PACK), wanted)
    file = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
    assert text == file.read_text(encoding="utf-8")
