"""Draws the pictures of the README: what a terminal shows for one of the examples, as SVG."""

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from salesdesign.advise import advise, completed, probed
from salesdesign.engine.compile import compile_pack
from salesdesign.facts.read import read_company
from salesdesign.pack.read import read_pack
from salesdesign.reporting.build import build
from salesdesign.reporting.drawing import FINE
from salesdesign.reporting.look import NARROW, Look
from salesdesign.reporting.render import render
from salesdesign.resources import rules_folder

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "stalled-islands.yaml"
TARGET = ROOT / "docs" / "terminal.svg"
LINES = 26
"""So much of it fits on a screen."""

LOOK = Look(width=NARROW, colour=True, signs=FINE, encoding="utf-8")
FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
"""Fonts that would be fetched from elsewhere; a reader's own will do."""


def terminal_svg() -> str:
    """The first screen of an advice as a terminal shows it."""
    console = Console(width=NARROW + 2, record=True, file=io.StringIO(), force_terminal=True, legacy_windows=False)
    shown = "\n".join(_shown().splitlines()[:LINES]).rstrip()
    for line in shown.split("\n"):
        console.print(Text.from_ansi(line))
    picture = console.export_svg(title=f"salesdesign recommend {EXAMPLE.name}", unique_id="terminal")
    return FONTS.sub("", picture).rstrip() + "\n"


def _shown() -> str:
    pack = read_pack(rules_folder())
    machine = compile_pack(pack)
    company = read_company(EXAMPLE.read_bytes(), EXAMPLE.name, pack.catalogue)
    advice = completed(probed(advise(company, pack, machine=machine), company, machine), company, machine)
    return render(build(advice, pack), "terminal", look=LOOK)


if __name__ == "__main__":
    TARGET.write_text(terminal_svg(), encoding="utf-8", newline="\n")
