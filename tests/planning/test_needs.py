"""What planning says that it needs of a pack is what it reads."""

import re
from pathlib import Path

from salesdesign.planning.needs import BENCHMARKS, lacking
from tests.planning.figures import benchmarks

SOURCES = Path(__file__).parents[2] / "salesdesign" / "planning"
ID = re.compile(r'"((?:[A-Z]+(?:-[A-Z0-9]+)+)|LOAD)"')
OPTIONAL = {"RAMP-RULE", "HISTORY", "JDG-TRAVEL"}
"""Read where they are there, or named only as a source."""


def test_every_figure_that_planning_names_is_among_its_needs() -> None:
    named = {
        found for file in SOURCES.glob("*.py") if file.name != "needs.py" for found in ID.findall(file.read_text())
    }
    assert named - BENCHMARKS - OPTIONAL == set()


def test_the_shipped_pack_has_all_of_them() -> None:
    assert lacking(benchmarks()) == ()


def test_a_pack_without_figures_lacks_all_of_them() -> None:
    assert lacking({}) == tuple(sorted(BENCHMARKS))
