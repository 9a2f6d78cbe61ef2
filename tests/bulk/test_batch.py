"""A batch from beginning to end."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from salesdesign.advise import advise, completed, probed
from salesdesign.bulk import batch as batches
from salesdesign.bulk.batch import Order
from salesdesign.bulk.documents import Document, documents
from salesdesign.engine.compile import compile_pack
from salesdesign.errors import ExitCode
from salesdesign.facts.read import read_company
from salesdesign.reporting.build import build
from salesdesign.reporting.render import render
from tests.bulk.companies import PACK, batch, facts, tree, write_companies


@pytest.fixture
def order(tmp_path: Path) -> Order:
    """A batch over a folder, into another."""
    (tmp_path / "in").mkdir()
    return Order(named=(tmp_path / "in",), folder=tmp_path / "out", pack=PACK)


def test_each_company_gets_the_report_that_it_would_get_alone(order: Order) -> None:
    write_companies(order.named[0], 1)
    batch(replace(order, formats=("html", "md", "json")))
    file = order.named[0] / "c000.yaml"
    company, machine = read_company(file.read_bytes(), str(file), PACK.catalogue), compile_pack(PACK)
    advice = completed(probed(advise(company, PACK, machine=machine), company, machine), company, machine)
    for form in ("html", "md", "json"):
        written = (order.folder / "reports" / f"c000.{form}").read_text(encoding="utf-8")
        assert written == render(build(advice, PACK), form)


def test_a_bad_file_is_told_with_its_place_and_stops_nobody(order: Order) -> None:
    (order.named[0] / "a.yaml").write_text(facts("A", "deal: {value: lots}\n"))
    (order.named[0] / "b.yaml").write_text(facts("B"))
    tally, said = batch(replace(order, formats=()))
    assert (tally.code, tally.portfolio.companies, tally.portfolio.rejected) == (ExitCode.INPUT, 1, 1)
    assert "a.yaml:7:15: deal.value: 'lots' is no number." in said
    with (order.folder / "rejected.csv").open() as file:
        (row,) = csv.DictReader(file)
    assert (row["file"], row["line"], row["column"], row["fact"]) == (
        str(order.named[0] / "a.yaml"),
        "7",
        "15",
        "deal.value",
    )


def test_of_very_many_problems_the_first_are_told_and_the_rest_is_counted(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("salesdesign.bulk.batch.MOST_TOLD", 3)
    bad = "---\ncompany: {name: A}\nheadcount: {sellers: few}\ndeal: {value: much}\n"
    (order.named[0] / "bad.yaml").write_text(bad * 4)
    _, said = batch(order)
    assert said.count("is no number") == 3
    assert f"There are 5 problems more: see {order.folder / 'rejected.csv'}.\n" in said
    assert (order.folder / "rejected.csv").read_text().count("is no number") == 8


def test_documents_of_one_file_are_companies_of_their_own(order: Order) -> None:
    (order.named[0] / "all.yaml").write_text("---\n".join([facts("A"), facts("B", "x: 1\n"), facts("C")]))
    _, said = batch(order)
    assert "all.yaml:14:1: x: There is no such section." in said
    results = [json.loads(line) for line in (order.folder / "results.jsonl").read_text().splitlines()]
    assert [(row["document"], row["company.name"], row["report"]) for row in results] == [
        (1, "A", "reports/all.yaml/1.html"),
        (3, "C", "reports/all.yaml/3.html"),
    ]
    assert all((order.folder / row["report"]).is_file() for row in results)


def test_csv_and_json_lines_say_the_same(order: Order) -> None:
    write_companies(order.named[0], 2)
    batch(replace(order, formats=()))
    with (order.folder / "results.csv").open() as file:
        rows = list(csv.reader(file))
    told = [json.loads(line) for line in (order.folder / "results.jsonl").read_text().splitlines()]
    assert rows[0] == list(told[0])
    assert [[_as_csv(cell) for cell in one.values()] for one in told] == rows[1:]


@pytest.mark.parametrize("formats", [(), ("html",)])
def test_output_does_not_depend_on_the_number_of_processes(order: Order, formats: tuple[str, ...]) -> None:
    write_companies(order.named[0], 12 if formats else 200)
    (order.named[0] / "bad.yaml").write_text("company: 1\n")
    one, many = (replace(order, folder=order.folder / name, formats=formats) for name in ("one", "many"))
    assert batch(one)[1] == batch(replace(many, jobs=2))[1]
    assert tree(one.folder) == tree(many.folder)


def test_resuming_makes_what_changed_and_nothing_else(order: Order) -> None:
    write_companies(order.named[0], 3)
    batch(order)
    kept = order.folder / "reports" / "c000.html"
    kept.write_text("as it was")
    (order.folder / "reports" / "c001.html").unlink()
    (order.named[0] / "c002.yaml").write_text(facts("Another"))
    tally, _ = batch(replace(order, resume=True))
    assert tally.made == 2
    assert kept.read_text() == "as it was"
    assert (order.folder / "reports" / "c001.html").is_file()
    assert "Another" in (order.folder / "reports" / "c002.html").read_text()
    assert len((order.folder / "results.csv").read_text().splitlines()) == 4


def test_another_pack_or_other_templates_make_everything_anew(order: Order, tmp_path: Path) -> None:
    write_companies(order.named[0], 1)
    batch(order)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.j2").touch()
    changed = [replace(order, pack=replace(PACK, digest="sha256:1")), replace(order, templates=tmp_path / "templates")]
    assert [batch(replace(one, resume=True))[0].made for one in changed] == [1, 1]


def test_without_resuming_everything_is_made_anew(order: Order) -> None:
    write_companies(order.named[0], 2)
    batch(order)
    assert batch(order)[0].made == 2


def test_a_line_of_the_manifest_that_was_cut_off_is_as_if_it_were_not_there(order: Order) -> None:
    write_companies(order.named[0], 2)
    batch(order)
    manifest = order.folder / ".reports.jsonl"
    manifest.write_text(manifest.read_text()[:-20])
    assert batch(replace(order, resume=True))[0].made == 1


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="needs signals as POSIX has them")
def test_an_interruption_leaves_whole_files_and_what_is_done_counts(order: Order) -> None:
    write_companies(order.named[0], 30)
    source = (
        "import sys; from pathlib import Path; from tests.bulk.companies import PACK, batch;"
        "from salesdesign.bulk.batch import Order;"
        "batch(Order(named=(Path(sys.argv[1]),), folder=Path(sys.argv[2]), pack=PACK, jobs=2))"
    )
    command = [
        sys.executable,
        "-c",
        f"if __name__ == '__main__':\n    {source}",
        str(order.named[0]),
        str(order.folder),
    ]
    with subprocess.Popen(
        command, stderr=subprocess.DEVNULL, start_new_session=True, cwd=Path(__file__).parents[2]
    ) as process:
        _wait_for_reports(order.folder / ".reports.jsonl", process)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) != 0
    files = tree(order.folder)
    assert not [name for name in files if "unfinished" in name]
    assert all(data.rstrip().endswith(b"</html>") for name, data in files.items() if name.endswith(".html"))
    assert "results.csv" not in files
    done = len((order.folder / ".reports.jsonl").read_text().splitlines())
    assert 0 < done < 30
    assert batch(replace(order, resume=True, formats=("html",)))[0].made == 30 - done


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_report_that_an_interruption_leaves_is_noted(
    order: Order, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(files: Iterable[Path], root: Path) -> Iterator[Document]:
        yield from islice(documents(files, root), 12)
        raise KeyboardInterrupt

    write_companies(order.named[0], 14)
    monkeypatch.setattr(batches, "documents", interrupted)
    with pytest.raises(KeyboardInterrupt):
        batch(replace(order, jobs=jobs))
    noted = [json.loads(line)["report"] for line in (order.folder / ".reports.jsonl").read_text().splitlines()]
    made = [name for name in tree(order.folder) if name.startswith("reports/")]
    assert made == [f"reports/{name}.html" for name in noted] != []


def _wait_for_reports(manifest: Path, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None and not (manifest.is_file() and manifest.stat().st_size):
        time.sleep(0.05)


def _as_csv(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)
