"""Whoever ends a command, and whenever: it ends with 130 or in silence, and leaves files and terminal in order."""

import os
import pty
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

PROVE = bool(os.environ.get("SALESDESIGN_PROVE"))
MOMENTS = tuple(n / 20 for n in range(1, 41)) if PROVE else (0.05, 0.3, 0.9)
"""Seconds after the start; which line of ours is met is left to chance, what has to hold is not."""
INTERRUPTED = (130, -signal.SIGINT)
"""The second where Python was met inside a text that it compiled: it then ends itself by the signal. A shell says 130."""
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

COMMANDS = (
    "recommend acme.yaml -o advice.html",
    "plan acme.yaml",
    "explain acme.yaml",
    "whatif acme.yaml --vary headcount.sellers=2..60",
    "compare acme.yaml acme.yaml",
    "check acme.yaml",
    "batch in -o out --jobs 2",
    "validate acme.yaml",
    "init",
    "schema pack",
    "rules lint",
    "rules coverage",
    "rules sql --dialect duckdb",
    "rules docs -o book",
)
FACTS = "company: {name: Acme}\nheadcount: {sellers: 12}\ncurrent: {structure: island}\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A folder with a company, and with thirty of them."""
    (tmp_path / "acme.yaml").write_text(FACTS)
    (tmp_path / "in").mkdir()
    for number in range(30):
        (tmp_path / f"in/c{number}.yaml").write_text(FACTS.replace("Acme", f"Acme {number}"))
    return tmp_path


@pytest.fixture(autouse=True)
def nobody_ignores_hangups() -> Iterator[None]:
    """Whoever is started by `nohup` ignores them, and so does whatever it starts."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize("command", COMMANDS if PROVE else COMMANDS[::3])
@pytest.mark.parametrize("ending", SIGNALS if PROVE else SIGNALS[:1], ids=lambda ending: ending.name)
def test_a_command_ends_quietly_whenever_it_is_ended(here: Path, command: str, ending: signal.Signals) -> None:
    for moment in MOMENTS:
        process = started(command, here)
        time.sleep(moment)
        process.send_signal(ending)
        try:
            _, said = process.communicate(timeout=300)
        finally:
            process.kill()
        early = process.returncode == -ending or (b"Traceback" in said and b"salesdesign" not in said)
        """Before a line of ours was run; Python then says so in its own way."""
        assert early or process.returncode in (0, 1, *INTERRUPTED), (moment, process.returncode, said)
        assert early or b"Traceback" not in said, (moment, said)
        assert [file.name for file in here.iterdir() if file.name.startswith(".")] == []


MET_IN_A_CLASS = """
import sys, types
from salesdesign.__main__ import main

def run(arguments):
    raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

sys.modules["salesdesign.cli.run"] = types.SimpleNamespace(run=run)
sys.exit(main())
"""


def test_an_interrupt_that_meets_a_class_being_made_is_one_too(here: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": root()}
    command = [sys.executable, "-c", MET_IN_A_CLASS]
    ended = subprocess.run(command, cwd=here, env=environment, capture_output=True, check=False, timeout=120)
    assert (ended.returncode, ended.stderr) == (130, b"")


@pytest.mark.parametrize("command", COMMANDS if PROVE else COMMANDS[8:])
def test_a_reader_that_hangs_up_is_no_failure(here: Path, command: str) -> None:
    line = f"{sys.executable} -m salesdesign {command} 2>said | head -c 1 >/dev/null; echo ${{PIPESTATUS[0]}}"
    ended = subprocess.run(["bash", "-c", line], cwd=here, capture_output=True, text=True, check=False, timeout=120)
    assert ended.stdout.strip() in ("0", "1")
    assert "Traceback" not in (here / "said").read_text()


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&-"])
def test_closed_streams_are_no_defect(here: Path, closed: str) -> None:
    line = f"{sys.executable} -m salesdesign recommend acme.yaml {closed}"
    ended = subprocess.run(["bash", "-c", line], cwd=here, capture_output=True, text=True, check=False, timeout=120)
    assert ended.returncode == (3 if closed.startswith(">") else 0)
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("ending", SIGNALS, ids=lambda ending: ending.name)
@pytest.mark.parametrize("moment", [0.4, 2.5])
def test_the_wizard_gives_the_terminal_back(here: Path, ending: signal.Signals, moment: float) -> None:
    ours, theirs = pty.openpty()
    before = termios.tcgetattr(theirs)
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": root()}
    command = [sys.executable, "-m", "salesdesign", "wizard", "-o", "new.yaml"]
    process = subprocess.Popen(command, cwd=here, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    drain(ours, moment)
    process.send_signal(ending)
    drain(ours, 1.0)
    assert process.wait(30) in (*INTERRUPTED, -ending)
    assert termios.tcgetattr(theirs)[3] == before[3]
    assert b"Traceback" not in drain(ours, 0.1)


def test_a_wizard_whose_terminal_is_gone_ends(here: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "salesdesign", "wizard", "-o", "new.yaml"]
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": root()}
    process = subprocess.Popen(
        command, cwd=here, stdin=theirs, stdout=theirs, stderr=theirs, env=environment, start_new_session=True
    )
    os.close(theirs)
    drain(ours, 2.0)
    os.close(ours)
    assert process.wait(30) in (0, 2, 3, 130, -signal.SIGHUP)


def started(command: str, folder: Path) -> subprocess.Popen[bytes]:
    """A command, running."""
    words = [sys.executable, "-m", "salesdesign", *command.split()]
    environment = {**os.environ, "PYTHONPATH": root()}
    return subprocess.Popen(words, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def root() -> str:
    """The folder of the project."""
    return str(Path(__file__).resolve().parents[2])


def drain(terminal: int, seconds: float) -> bytes:
    """What a terminal shows within some seconds."""
    import select

    shown, end = b"", time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([terminal], [], [], left)
        try:
            shown += os.read(terminal, 65536) if ready else b""
        except OSError:
            break
    return shown
