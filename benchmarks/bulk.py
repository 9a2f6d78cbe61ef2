"""What a batch of YAML companies costs beside reading the same bytes with `yaml.load` and libyaml's C loader.

Prints tables: result rows by stage, whole reports by stage, and with `--grow` how the cost of the command grows. All
seconds are CPU seconds; the runs of one table alternate, and each figure is the median of its own.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import yaml
from companies import facts_files, write_facts_files
from processes import cost

from salesdesign.advise import advise
from salesdesign.bulk.columns import result_cells
from salesdesign.bulk.decide import decided
from salesdesign.bulk.documents import Document
from salesdesign.bulk.work import Task, Worker
from salesdesign.engine.compile import compile_pack
from salesdesign.engine.rows.compile import compile_scorer
from salesdesign.facts.quick import read_quickly
from salesdesign.facts.read import read_company
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.reporting.build import build
from salesdesign.reporting.render import render
from salesdesign.resources import rules_folder

Stages = Mapping[str, Callable[[], object]]


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--companies", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--grow", type=int, default=0, metavar="N", help="also run the command on 1, 10, ... N files")
    given = parser.parse_args()
    pack = read_pack(rules_folder())
    files = facts_files(given.companies)
    print(f"{len(files):,} companies, {sum(map(len, files)) / len(files):,.0f} bytes each")
    _print("result rows", _rows(files, pack), given.runs, len(files))
    few = files[: max(len(files) // 50, 9)]
    _print("whole reports", _reports(few, pack), 3, len(few))
    if given.grow:
        _print_growth(given.grow)


def _rows(files: Sequence[bytes], pack: Pack) -> Stages:
    scorer, cells = compile_scorer(compile_pack(pack)), result_cells(pack)
    worker = Worker(Task(pack=pack, folder=Path(), stamp=""))
    documents = [Document(file="x", name="x", data=data) for data in files]
    companies = [read_quickly(data, "", pack.catalogue) for data in files]

    def rows() -> None:
        for data in files:
            cells(decided(read_quickly(data, "", pack.catalogue), scorer))

    return {
        "yaml.load, C loader": lambda: [yaml.load(data, yaml.CSafeLoader) for data in files],
        "facts to result rows": rows,
        "  of it, reading": lambda: [read_quickly(data, "", pack.catalogue) for data in files],
        "  of it, deciding": lambda: [decided(company, scorer) for company in companies],
        "rows as CSV and JSON, too": lambda: worker.work(documents),
        "reading with places": lambda: [read_company(data, "", pack.catalogue) for data in files],
    }


def _reports(files: Sequence[bytes], pack: Pack) -> Stages:
    machine = compile_pack(pack)
    companies = [read_company(data, "", pack.catalogue) for data in files]
    advices = [advise(company, pack, machine=machine) for company in companies]
    reports = [build(advice, pack) for advice in advices]
    return {
        "yaml.load, C loader": lambda: [yaml.load(data, yaml.CSafeLoader) for data in files],
        "advise": lambda: [advise(company, pack, machine=machine) for company in companies],
        "build": lambda: [build(advice, pack) for advice in advices],
        **{f"render {form}": _rendering(reports, form) for form in ("html", "md", "json")},
    }


def _rendering(reports: Sequence[object], form: str) -> Callable[[], object]:
    return lambda: [render(report, form) for report in reports]  # type: ignore[arg-type]  # they are reports


def _print(title: str, stages: Stages, runs: int, companies: int) -> None:
    gc.collect()
    gc.freeze()  # as a worker does: what lasts is not looked through again and again
    seconds: dict[str, list[float]] = {name: [] for name in stages}
    for run in range(runs + 1):
        for name, stage in stages.items():
            spent = _spent(stage)
            if run:  # the first round only warms up
                seconds[name].append(spent)
    medians = {name: statistics.median(values) for name, values in seconds.items()}
    first = next(iter(medians.values()))
    print(f"\n{title:28} {'ms a company':>13} {'ratio':>7}")
    for name, median in medians.items():
        print(f"{name:28} {1000 * median / companies:13.3f} {median / first:7.2f}")


def _spent(stage: Callable[[], object]) -> float:
    start = time.process_time()
    stage()
    return time.process_time() - start


def _print_growth(most: int) -> None:
    print(f"\n{'files':>9} {'CPU s':>9} {'ms a file':>10} {'largest process, MB':>20}")
    number = 1
    while number <= most:
        with tempfile.TemporaryDirectory() as folder:
            write_facts_files(Path(folder) / "in", number)
            command = [sys.executable, "-m", "salesdesign", "batch", f"{folder}/in", "-o", f"{folder}/out"]
            seconds, megabytes = cost([*command, "--format", "none"])
        print(f"{number:9,} {seconds:9.2f} {1000 * seconds / number:10.2f} {megabytes:20.0f}")
        number *= 10


if __name__ == "__main__":
    main()
