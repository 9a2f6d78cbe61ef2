"""What every command promises: help with an example, results apart from talk, and an ending that scripts can read."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from salesdesign.cli import recommend
from salesdesign.cli.app import Commands, app
from salesdesign.cli.lazy import LazyGroup, imported
from tests.cli.conftest import FACTS, Command


def commands(command: object, path: tuple[str, ...] = ()) -> Iterator[list[str]]:
    """Every command that there is, and every group of them, as it is typed."""
    yield list(path)
    if isinstance(command, TyperGroup):
        for name, below in sorted(command.commands.items()):
            yield from commands(imported(name) if isinstance(command, LazyGroup) else below, (*path, name))


COMMANDS = list(commands(get_command(app)))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(salesdesign: Command, command: list[str]) -> None:
    ended = salesdesign(*command, "--help")
    assert (ended.code, ended.said) == (0, "")
    assert f"  salesdesign {' '.join(command)}".rstrip() in ended.printed.replace("Example: ", "  ")


def test_the_list_of_commands_says_of_each_what_its_own_help_says() -> None:
    said = {name: (imported(name).help or "").strip().split("\n")[0] for name in Commands.helps}
    assert said == Commands.helps


def test_a_facts_file_can_come_from_standard_input(salesdesign: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FACTS.encode())))
    ended = salesdesign("recommend", "-")
    assert (ended.code, ended.said) == (0, "")
    assert "Acme" in ended.printed


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "json"])
def test_a_file_gets_what_standard_output_would(salesdesign: Command, acme: Path, suffix: str) -> None:
    name = {"txt": "terminal"}.get(suffix, suffix)
    printed = salesdesign("recommend", acme, "--format", name).printed
    ended = salesdesign("recommend", acme, "-o", f"advice.{suffix}")
    assert (ended.code, ended.printed, ended.said) == (0, "", f"Wrote advice.{suffix}.\n")
    assert Path(f"advice.{suffix}").read_text(encoding="utf-8") == printed


def test_a_format_goes_before_a_suffix(salesdesign: Command, acme: Path) -> None:
    assert salesdesign("recommend", acme, "-o", "advice.txt", "--format", "json").code == 0
    assert Path("advice.txt").read_text(encoding="utf-8").startswith("{")


def test_the_starter_file_is_valid_once_the_company_has_a_name(salesdesign: Command, folder: Path) -> None:
    assert salesdesign("init", "acme.yaml").said == "Wrote acme.yaml.\n"
    file = folder / "acme.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("  name:  # such as", "  name: Acme  # such as", 1))
    assert salesdesign("validate", "acme.yaml").code == 0


def test_a_file_that_is_there_is_replaced_when_forced(salesdesign: Command, acme: Path) -> None:
    assert salesdesign("init", acme, "--force").code == 0
    assert acme.read_text(encoding="utf-8") == salesdesign("init").printed


def test_of_several_files_the_worst_ending_counts(salesdesign: Command, acme: Path) -> None:
    ended = salesdesign("validate", acme, "missing.yaml")
    assert (ended.code, ended.said) == (2, f"{acme}: no problems\n")
    assert ended.printed.startswith("missing.yaml: There is no such file.")


def test_a_defect_shows_its_traceback_and_how_to_report_it(
    salesdesign: Command, acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recommend, "target_of", _break)
    ended = salesdesign("recommend", acme)
    assert (ended.code, ended.printed) == (4, "")
    assert "ZeroDivisionError" in ended.said
    assert "Please report it" in ended.said.splitlines()[-2]


def test_an_interruption_ends_with_130(salesdesign: Command, acme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recommend, "target_of", _interrupt)
    ended = salesdesign("recommend", acme)
    assert (ended.code, ended.printed, ended.said) == (130, "", "")


def test_an_interruption_that_python_made_another_error_of_ends_with_130(
    salesdesign: Command, acme: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recommend, "target_of", _interrupt_a_class)
    ended = salesdesign("recommend", acme)
    assert (ended.code, ended.printed, ended.said) == (130, "", "")


def test_a_reader_who_hangs_up_is_no_failure(acme: Path) -> None:
    done = _piped("rules", "list", into="true")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_behind_standard_output_is_the_machines_failure() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = _piped("rules", "list", into="cat >/dev/null", out="/dev/full")
    assert done.returncode == 3


def test_the_output_of_a_pipe_is_utf_8_in_any_locale(acme: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    done = subprocess.run(_command("recommend", str(acme)), capture_output=True, env=environment, check=True)
    assert "Acme" in done.stdout.decode("utf-8")


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "salesdesign", *arguments]


def _piped(*arguments: str, into: str, out: str = "") -> subprocess.CompletedProcess[str]:
    """How the command ends when its output goes into a program, or a file."""
    line = " ".join(_command(*arguments)) + (f" > {out}" if out else f" | {into}; exit ${{PIPESTATUS[0]}}")
    return subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)


def _break(*_: object) -> None:
    raise ZeroDivisionError


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _interrupt_a_class(*_: object) -> None:
    raise RuntimeError from KeyboardInterrupt()
