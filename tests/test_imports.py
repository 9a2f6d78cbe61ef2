"""What a command may import: a list is steadier than a stopwatch."""

import subprocess
import sys
from pathlib import Path

import pytest

_RUN = """
import sys
from salesdesign.__main__ import main
sys.argv = ["salesdesign", *{arguments}]
code = main()
sys.stderr.write("\\n" + " ".join({{name.partition(".")[0] for name in sys.modules}}))
sys.exit(code)
"""

EXAMPLE = Path(__file__).parents[1] / "examples/stalled-islands.yaml"
OURS = {"typer", "rich", "yaml", "jinja2", "msgspec"}


def imported(*arguments: str, code: int = 0) -> set[str]:
    """The packages that a command line has imported when it ends, as it should, with `code`."""
    script = _RUN.format(arguments=list(arguments))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    return set(done.stderr.splitlines()[-1].split())


def test_the_version_is_printed_without_any_library() -> None:
    assert not imported("--version") & OURS


@pytest.mark.parametrize(
    "arguments", [["--help"], ["recommend", "--help"], ["plan", "--help"], ["rules", "--help"], ["rules", "test", "-h"]]
)
def test_help_is_printed_with_nothing_but_typer(arguments: list[str]) -> None:
    assert imported(*arguments) & OURS == {"typer"}


def test_a_wrong_option_is_refused_with_nothing_but_typer() -> None:
    assert imported("recommend", "--formt", code=2) & OURS == {"typer"}


def test_the_schema_of_the_advice_needs_no_rules() -> None:
    assert imported("schema", "advice") & OURS == {"typer"}


@pytest.mark.parametrize(
    ("form", "needed"), [("json", set()), ("md", {"jinja2"}), ("html", {"jinja2"}), ("terminal", {"rich"})]
)
def test_a_format_imports_what_it_alone_needs(form: str, needed: set[str]) -> None:
    found = imported("recommend", str(EXAMPLE), "--no-plan", "--format", form)
    assert found & {"rich", "jinja2"} == needed
    assert {"yaml", "typer"} <= found
    assert "numpy" not in found
