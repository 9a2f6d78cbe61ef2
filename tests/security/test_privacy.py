"""Facts stay where the user put them: no command asks the network, or writes where it was not told to."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

ROOT = Path(__file__).resolve().parents[2]
FACTS = "company: {name: Verysecret}\nheadcount: {sellers: 12}\ndeal: {value: 20000}\ncurrent: {structure: island}\n"

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "recommend acme.yaml": (),
    "recommend acme.yaml -o out.html": ("out.html",),
    "recommend acme.yaml -o out.md": ("out.md",),
    "recommend acme.yaml -o out.json": ("out.json",),
    "plan acme.yaml -o out.xlsx": ("out.xlsx",),
    "explain acme.yaml": (),
    "whatif acme.yaml --vary headcount.sellers=4..30 -o out.html": ("out.html",),
    "compare acme.yaml acme.yaml --set headcount.sellers=30": (),
    "check acme.yaml -o out.sarif -o out.xml": ("out.sarif", "out.xml"),
    "batch acme.yaml -o out --jobs 2": ("out",),
    "batch table.csv -o out": ("out",),
    "validate acme.yaml": (),
    "init new.yaml": ("new.yaml",),
    "schema facts": (),
    "wizard -o new.yaml --answers answers.txt": ("new.yaml", "new.html"),
    "rules list": (),
    "rules lint": (),
    "rules coverage": (),
    "rules sql --dialect duckdb": (),
    "rules docs -o book": ("book",),
    "rules evidence": (),
    "rules new mine": ("mine",),
    "rules diff salesdesign salesdesign --on acme.yaml": (),
}
"""By command, what it writes."""

WATCHER = """
import sys
def watch(event, arguments):
    if event.startswith("socket.") and event not in ("socket.gethostname",):
        if event == "socket.__new__" and arguments[1] == 1:
            return  # a socket of this machine, between processes of ours
        sys.stderr.write(f"NETWORK {event} {arguments}\\n")
sys.addaudithook(watch)
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with facts, and empty folders for whatever is written elsewhere."""
    (tmp_path / "work").mkdir()
    for place in ("home", "tmp", "site"):
        (tmp_path / place).mkdir()
    (tmp_path / "work/acme.yaml").write_text(FACTS)
    (tmp_path / "work/table.csv").write_text("company.name,headcount.sellers\nVerysecret,12\n")
    (tmp_path / "work/answers.txt").write_text("Verysecret\n12\n")
    (tmp_path / "site/sitecustomize.py").write_text(WATCHER)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_asks_no_network_and_writes_only_where_it_was_told(here: Path, command: str) -> None:
    ended = run(here, command)
    assert ended.returncode in (0, 1), ended.stderr
    assert "NETWORK" not in ended.stderr
    written = {file.name for file in (here / "work").iterdir()} - {"acme.yaml", "table.csv", "answers.txt"}
    assert written == set(COMMANDS[command])
    assert [file for place in ("home", "tmp") for file in (here / place).rglob("*")] == []


def test_a_pdf_is_printed_without_network_and_beside_its_place_alone(here: Path) -> None:
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        if os.environ.get("SALESDESIGN_REQUIRE_ALL"):
            pytest.fail("there is no browser")
        pytest.skip("there is no browser")
    with TemporaryDirectory(dir="/tmp") as short:  # the browser's sockets bear no long paths
        (here / "tmp").rmdir()
        (here / "tmp").symlink_to(short)
        ended = run(here, "recommend acme.yaml -o out.pdf", unreachable=can_be_cut_off())
        left = [file.name for place in ("home", "tmp") for file in (here / place).rglob("*")]
    assert (ended.returncode, ended.stderr, left) == (0, "Wrote out.pdf.\n", [])
    assert {file.name for file in (here / "work").iterdir()} == {"acme.yaml", "table.csv", "answers.txt", "out.pdf"}


@pytest.mark.parametrize("command", COMMANDS if os.environ.get("SALESDESIGN_PROVE") else list(COMMANDS)[::6])
def test_a_command_runs_where_nothing_can_be_reached(here: Path, command: str) -> None:
    if not can_be_cut_off():
        if os.environ.get("SALESDESIGN_PROVE"):
            pytest.fail("this machine gives nobody a network of their own (unshare -n)")
        pytest.skip("this machine gives nobody a network of their own (unshare -n)")
    ended = run(here, command, unreachable=True)
    assert ended.returncode in (0, 1), ended.stderr


def test_what_the_wizard_writes_is_its_owners_alone(here: Path) -> None:
    assert run(here, "wizard -o new.yaml --answers answers.txt").returncode == 0
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (here / "work").iterdir() if file.stem == "new"}
    assert modes == {"new.yaml": 0o600, "new.html": 0o600}


def test_no_fact_stands_on_a_command_line(here: Path) -> None:
    """Everybody on a machine sees the words of a command; processes that are started are handed facts otherwise."""
    (here / "site/sitecustomize.py").write_text(
        "import sys\n"
        "def watch(event, arguments):\n"
        "    if event in ('subprocess.Popen', 'os.exec', 'os.posix_spawn'):\n"
        "        sys.stderr.write(f'STARTED {arguments[1]}\\n')\n"
        "sys.addaudithook(watch)\n"
    )
    started = run(here, "batch acme.yaml acme.yaml -o out --jobs 2").stderr
    assert "Verysecret" not in "".join(line for line in started.splitlines() if line.startswith("STARTED"))


def can_be_cut_off() -> bool:
    """Whether a process can have a network of its own, in which nothing is."""
    return subprocess.run(["unshare", "-n", "true"], capture_output=True, check=False).returncode == 0


def run(here: Path, command: str, *, unreachable: bool = False) -> subprocess.CompletedProcess[str]:
    """Runs a command, watched."""
    apart = ["unshare", "-n"] if unreachable else []
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(here / "home"),
        "TMPDIR": str((here / "tmp").resolve()),
        "PYTHONPATH": f"{here / 'site'}:{ROOT}",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return subprocess.run(
        [*apart, sys.executable, "-m", "salesdesign", *command.split()],
        cwd=here / "work", env=environment, capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
