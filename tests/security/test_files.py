"""Files are written whole, where the user said, and nowhere else: whatever names, links, disks and rights are like."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from salesdesign.bulk.names import fit
from salesdesign.bulk.whole import alone_in
from salesdesign.errors import BadUsage
from salesdesign.whole import replacing
from salesdesign.wizard.store import free_path
from tests.security.carriers import CARRIERS
from tests.security.strangers import call, company, strange_pack

WINDOWS = ("con", "prn", "aux", "nul", "com1", "COM9", "lpt1", "Con.txt", "nul.tar.gz", "conin$", "com¹")
NAMES = (*WINDOWS, "..", ".", "", " ", "...", "a/b", "a\\b", "../../x", "/etc/passwd", "x" * 300, "ü" * 200, "-rf", "~", "a:b",
         "trailing.", "trailing ", "\u202egnp", "a\x00b", "a\nb", "İstanbul", *CARRIERS.values())  # fmt: skip
RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    "conin$",
    "conout$",
    *(f"{kind}{n}" for kind in ("com", "lpt") for n in "0123456789¹²³"),
}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the current one, with a small pack."""
    monkeypatch.chdir(tmp_path)
    strange_pack(tmp_path / "plain", ["Plain words"])
    return tmp_path


def portable(name: str) -> bool:
    """Whether any file system takes a name for a plain file."""
    stem = name.split(".", maxsplit=1)[0].rstrip(" ").lower()
    fitting = not set(name) & set('<>:"/\\|?*') and name.isprintable() and not name.endswith((" ", "."))
    return fitting and stem not in RESERVED and name not in ("", ".", "..") and len(os.fsencode(name)) < 200


@pytest.mark.parametrize("text", NAMES)
def test_a_report_is_named_so_that_any_system_takes_it(text: str) -> None:
    assert portable(f"{fit(text)}.html")


@pytest.mark.parametrize("text", NAMES)
def test_a_facts_file_of_the_wizard_too(tmp_path: Path, text: str) -> None:
    path = free_path(tmp_path, text)
    assert path.parent == tmp_path
    assert portable(path.name)
    path.write_text("")


def test_names_that_differ_give_reports_that_differ() -> None:
    names = dict.fromkeys((*NAMES, "acme", "Acme", "ACME", "acme "))
    assert len({fit(name).lower() for name in names}) == len(names)


# Links


def test_a_link_in_the_folder_of_a_batch_leads_nowhere(here: Path) -> None:
    (here / "away").mkdir()
    (here / "in/north").mkdir(parents=True)
    (here / "in/north/acme.yaml").write_text(company("Acme"))
    (here / "out/reports").mkdir(parents=True)
    (here / "out/reports/north").symlink_to(here / "away")
    ended = call("batch", "in", "-o", "out", "--jobs", "1", "--rules", "plain")
    assert (ended.code, list((here / "away").iterdir())) == (3, [])
    assert "A link leads out of out" in ended.said


@pytest.mark.parametrize("name", ["results.csv", "results.jsonl", "index.html", "portfolio.html", ".index.html.unfinished",
                                  ".results.csv.unfinished", "reports/acme.html", "reports/.acme.html.unfinished"])  # fmt: skip
def test_a_link_in_place_of_a_file_is_replaced_and_not_followed(here: Path, name: str) -> None:
    (here / "secret").write_text("untouched")
    (here / "acme.yaml").write_text(company("Acme"))
    (here / "out/reports").mkdir(parents=True)
    (here / "out" / name).symlink_to(here / "secret")
    assert call("batch", "acme.yaml", "-o", "out", "--jobs", "1", "--rules", "plain").code == 0
    assert (here / "secret").read_text() == "untouched"
    assert not (here / "out" / name).is_symlink()


def test_the_list_of_reports_is_no_link(here: Path) -> None:
    (here / "secret").write_text("untouched")
    (here / "acme.yaml").write_text(company("Acme"))
    (here / "out").mkdir()
    (here / "out/.reports.jsonl").symlink_to(here / "secret")
    assert call("batch", "acme.yaml", "-o", "out", "--jobs", "1", "--rules", "plain").code == 3
    assert (here / "secret").read_text() == "untouched"


def test_names_that_are_no_text_are_shown_as_escapes(here: Path) -> None:
    (here / "in").mkdir()
    (here / "in" / os.fsdecode(b"bad\xff.yaml")).write_text(company("Acme"))
    ended = call("batch", "in", "-o", "out", "--jobs", "1", "--rules", "plain")
    assert (ended.code, len(list((here / "out/reports").iterdir()))) == (0, 1)
    assert (here / "out/results.csv").read_text().splitlines()[1].startswith("in/bad\\udcff.yaml,")


def test_links_among_facts_are_read_and_links_to_folders_are_not(here: Path) -> None:
    (here / "in").mkdir()
    (here / "acme.yaml").write_text(company("Acme"))
    (here / "in/acme.yaml").symlink_to(here / "acme.yaml")
    (here / "in/loop").symlink_to(here / "in")
    ended = call("batch", "in", "-o", "out", "--jobs", "1", "--rules", "plain", "--format", "none")
    assert (ended.code, ended.said.split(",")[0]) == (0, "1 company")


@pytest.mark.parametrize("kind", ["pipe", "device", "loop"])
def test_a_pack_with_what_is_no_file_is_read_without_it(here: Path, kind: str) -> None:
    place = here / "plain/plan/strange.yaml"
    _MADE[kind](place)
    (here / "acme.yaml").write_text(company("Acme"))
    assert call("recommend", "acme.yaml", "--rules", "plain").code in (0, 2, 3)


_MADE: Mapping[str, Callable[[Path], None]] = {
    "pipe": lambda path: os.mkfifo(str(path)),
    "device": lambda path: path.symlink_to("/dev/zero"),
    "loop": lambda path: path.symlink_to(path),
}


# Disks and rights


@pytest.mark.parametrize(
    "command",
    ["recommend acme.yaml -o advice.html", "batch acme.yaml -o out --jobs 1", "batch acme.yaml -o out --jobs 2"],
)
def test_a_full_disk_is_said_and_leaves_no_half_file(here: Path, command: str) -> None:
    (here / "acme.yaml").write_text(company("Acme"))
    said = run_limited(
        here, f"{command} --rules plain", "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))"
    )
    assert said.returncode == 3
    assert "cannot be written (File too large)." in said.stderr
    assert "Traceback" not in said.stderr
    assert not [
        file for file in here.rglob("*") if "unfinished" in file.name or file.name in ("advice.html", "index.html")
    ]


def test_standard_output_on_a_full_disk_is_said(here: Path) -> None:
    (here / "acme.yaml").write_text(company("Acme"))
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(
            [sys.executable, "-m", "salesdesign", "recommend", "acme.yaml", "--rules", "plain"],
            stdout=full, stderr=subprocess.PIPE, text=True, cwd=here, check=False,
        )  # fmt: skip
    assert (said.returncode, said.stderr) == (3, "Standard output: It cannot be written (No space left on device).\n")


@pytest.mark.parametrize("command", ["recommend acme.yaml -o shut/advice.html", "batch acme.yaml -o shut/out --jobs 1", "init shut/new.yaml",
                                     "wizard -o shut/new.yaml --answers answers.txt", "rules new shut/pack", "rules docs -o shut/book"])  # fmt: skip
def test_without_rights_nothing_is_written_and_the_reason_is_said(here: Path, command: str) -> None:
    (here / "acme.yaml").write_text(company("Acme"))
    (here / "answers.txt").write_text("Acme\n")
    (here / "shut").mkdir(mode=0o555)
    rules = "" if command.startswith("rules new") else " --rules plain"
    said = run_limited(here, command + rules, _WITHOUT_RIGHTS)
    assert (said.returncode, "Traceback" in said.stderr, list((here / "shut").iterdir())) == (3, False, [])
    assert "ermission denied" in said.stderr or "may not be written" in said.stderr


_WITHOUT_RIGHTS = """
import ctypes, os, sys
for right in (1, 2):  # to write and to read what one may not: root has them until it starts anew without
    ctypes.CDLL(None).prctl(24, right)
if "anew" not in os.environ:
    os.execve(sys.executable, sys.orig_argv, {**os.environ, "anew": "1"})
"""


def run_limited(folder: Path, command: str, first: str) -> subprocess.CompletedProcess[str]:
    """Runs a command in a process of its own that does something first."""
    start = f"{first}\nimport signal; signal.signal(getattr(signal, 'SIGXFSZ', signal.SIGINT), signal.SIG_IGN)\n"
    start += "import sys; sys.argv[0] = 'salesdesign'\nfrom salesdesign.__main__ import main\nsys.exit(main())"
    root = Path(__file__).resolve().parents[2]
    return subprocess.run(
        [sys.executable, "-B", "-c", start, *command.split()],
        cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(root), "HOME": "/nonexistent"},
    )  # fmt: skip


# Two at a time, and clocks


def test_two_batches_never_write_into_one_folder(tmp_path: Path) -> None:
    with alone_in(tmp_path), pytest.raises(BadUsage, match="Another batch is writing there"), alone_in(tmp_path):
        pass
    with alone_in(tmp_path):
        pass


def test_two_writers_of_one_file_leave_it_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with replacing(path) as one:
        one.write(b"one")
        with replacing(path) as other:
            other.write(b"other")
        assert path.read_bytes() == b"other"
    assert (path.read_bytes(), [file.name for file in tmp_path.iterdir()]) == (b"one", ["a.txt"])


@pytest.mark.parametrize("when", [0, 2**31 - 1, 2**33])
def test_files_of_any_age_are_made_again_only_when_they_have_to_be(here: Path, when: int) -> None:
    (here / "acme.yaml").write_text(company("Acme"))
    command = ("batch", "acme.yaml", "-o", "out", "--jobs", "1", "--rules", "plain", "--resume")
    assert "1 reported" in call(*command).said
    for file in (here / "acme.yaml", *(here / "out").rglob("*")):
        os.utime(file, (when, when))
    assert "0 reported, 1 unchanged" in call(*command).said
    (here / "acme.yaml").write_text(company("Acme II"))
    os.utime(here / "acme.yaml", (0, 0))
    assert "1 reported" in call(*command).said


# Languages and consoles


CONSOLES: Mapping[str, Mapping[str, str]] = {
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "POSIX": {"LC_ALL": "POSIX"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8"},
    "UTF-16": {"PYTHONIOENCODING": "utf-16"},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "an old code page": {"PYTHONIOENCODING": "cp437"},
}


@pytest.mark.parametrize("environment", CONSOLES.values(), ids=CONSOLES)
def test_results_are_the_same_bytes_in_every_language(here: Path, environment: Mapping[str, str]) -> None:
    (here / "acme.yaml").write_text(company("İstanbul Çelik €"), encoding="utf-8")
    command = [sys.executable, "-m", "salesdesign", "recommend", "acme.yaml", "--format", "md", "--rules", "plain"]
    said = subprocess.run(command, capture_output=True, cwd=here, env={**os.environ, **environment}, check=False)
    assert (said.returncode, said.stderr) == (0, b"")
    assert said.stdout.decode("utf-8") == call(*command[3:]).printed
