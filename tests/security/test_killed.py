"""A batch that is killed at any moment and run again with --resume: nothing half, nothing lost, nothing done twice."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from tests.security.strangers import company, strange_pack

KILLS = 100 if os.environ.get("SALESDESIGN_PROVE") else 3
COMPANIES = 60 if KILLS > 10 else 24
CHANCE = Random(11)


@pytest.mark.skipif(os.name != "posix", reason="there is no kill -9")
def test_a_killed_batch_goes_on_where_it_was(tmp_path: Path) -> None:
    strange_pack(tmp_path / "plain", ["Plain words"])
    (tmp_path / "in").mkdir()
    for number in range(COMPANIES):
        (tmp_path / f"in/c{number:03}.yaml").write_text(company(f"Company {number}"))
    started = time.monotonic()
    assert batch(tmp_path, "whole").wait() == 0
    whole_seconds = time.monotonic() - started
    kills = 0
    while kills < KILLS:
        out = tmp_path / f"out{kills}"
        kills += killed_until_done(tmp_path, out, whole_seconds, KILLS - kills)
        assert files(out) == files(tmp_path / "whole")
    with (tmp_path / "whole/results.csv").open() as rows:
        names = [row["company.name"] for row in csv.DictReader(rows)]
    assert names == [f"Company {number}" for number in range(COMPANIES)]


def killed_until_done(folder: Path, out: Path, seconds: float, most: int) -> int:
    """How often a batch was killed until it came to its end; each time what it left is looked at."""
    made: Mapping[str, int] = {}
    for kills in range(min(most, 8)):
        process = batch(folder, out.name)
        time.sleep(CHANCE.uniform(0.1, seconds))
        process.send_signal(signal.SIGKILL)
        process.wait()
        wait_for_the_others(process.pid)
        look_at(out)
        now = noted(out)
        assert {report: now.get(report) for report in made} == made, "a report that was made was made again"
        made = now
        if process.returncode == 0:
            return max(kills, 1)
    assert batch(folder, out.name).wait() == 0
    return min(most, 8)


def look_at(out: Path) -> None:
    """What is there is whole, whatever is missing."""
    for page in out.rglob("*.html"):
        assert page.read_text(encoding="utf-8").rstrip().endswith("</html>"), page
    for name in ("results.csv", "results.jsonl"):
        if (out / name).exists():
            lines = (out / name).read_text(encoding="utf-8").splitlines()
            assert len(lines) == COMPANIES + (name == "results.csv")


def noted(out: Path) -> Mapping[str, int]:
    """By report that the list says is made, which file it is."""
    listed = out / ".reports.jsonl"
    lines = listed.read_text(encoding="utf-8").splitlines() if listed.exists() else []
    names = [json.loads(line)["report"] for line in lines if line.endswith("}")]
    return {name: (out / f"reports/{name}.html").stat().st_ino for name in names}


def batch(folder: Path, out: str) -> subprocess.Popen[bytes]:
    """A batch that is running, in a group of its own."""
    command = [
        sys.executable,
        "-m",
        "salesdesign",
        "batch",
        "in",
        "-o",
        out,
        "--rules",
        "plain",
        "--jobs",
        "2",
        "--resume",
    ]
    root = str(Path(__file__).resolve().parents[2])
    environment = {**os.environ, "PYTHONPATH": root}
    return subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL, env=environment, start_new_session=True)


def wait_for_the_others(group: int) -> None:
    """Processes of a batch end with the one that started them."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("processes of a killed batch live on")


def files(out: Path) -> Mapping[str, bytes]:
    """All files of a folder but the list of reports, whose order is that of the making."""
    found = {str(file.relative_to(out)): file for file in out.rglob("*") if file.is_file()}
    return {name: file.read_bytes() for name, file in found.items() if name != ".reports.jsonl"}
