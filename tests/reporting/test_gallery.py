"""The gallery and the pictures show what the program says today; `make docs` writes them anew."""

import runpy
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_report_of_the_gallery_is_stale() -> None:
    command = (sys.executable, "-m", "salesdesign", "report", "--check")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert (done.stdout, done.returncode) == ("", 0)


def test_the_picture_of_the_terminal_is_not_stale() -> None:
    drawn: str = runpy.run_path(str(ROOT / "docs" / "pictures.py"))["terminal_svg"]()
    assert drawn == (ROOT / "docs" / "terminal.svg").read_text(encoding="utf-8")


def test_every_example_is_in_the_gallery() -> None:
    index = (ROOT / "docs" / "gallery" / "README.md").read_text(encoding="utf-8")
    names = [file.stem for file in (ROOT / "examples").glob("*.yaml")]
    assert [name for name in names if f"({name}.html)" not in index] == []
