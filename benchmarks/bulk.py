"""What a batch of YAML companies costs beside reading the same bytes with `yaml.load` and libyaml's C loader."""

import argparse
import gc
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml
from companies import facts_files, write_facts_files
from measured import Table, compared, in_turns, spent
from processes import cost

from salesdesign.advise import advise, planned, probed
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

ROWS_SAID = (
    '{number:,} facts files of {size:,.0f} bytes; start-up left out. "Facts to result rows" is reading, checking, '
    "every decision, scores and bands. The bound is 1.2."
)
REPORTS_SAID = (
    "Stage by stage, for {number} companies. A batch makes reports with probing and without a plan; the plan is "
    "measured for the first two companies alone."
)
GROWTH_SAID = "`salesdesign batch FOLDER -o OUT --format none`, the whole command with all its processes."


def tables(number: int = 1000, runs: int = 7, most: int = 100_000) -> Iterator[Table]:
    """The costs of rows and reports by stage, and how they grow up to so many files."""
    pack = read_pack(rules_folder())
    files = facts_files(number)
    gc.collect()
    gc.freeze()  # as a worker does: what lasts is not looked through again and again
    said = ROWS_SAID.format(number=number, size=sum(map(len, files)) / number)
    yield compared("A thousand YAML companies", said, in_turns(_rows(files, pack), runs), number)
    few = files[: max(number // 100, 9)]
    stages = in_turns(_reports(few, pack), 2)
    stages["plan"] = [_planning(few[:2], pack) * len(few) / 2]
    yield compared("Whole reports", REPORTS_SAID.format(number=len(few)), stages, len(few))
    yield _growth(most)


def _rows(files: Sequence[bytes], pack: Pack) -> Stages:
    scorer, cells = compile_scorer(compile_pack(pack)), result_cells(pack)
    worker = Worker(Task(pack=pack, folder=Path(), stamp=""))
    documents = [Document(file="x", name="x", data=data) for data in files]
    companies = [read_quickly(data, "", pack.catalogue) for data in files]

    def rows() -> None:
        for data in files:
            cells(decided(read_quickly(data, "", pack.catalogue), scorer))

    return {
        "`yaml.load`, C loader": lambda: [yaml.load(data, yaml.CSafeLoader) for data in files],
        "facts to result rows": rows,
        "of it, reading": lambda: [read_quickly(data, "", pack.catalogue) for data in files],
        "of it, deciding": lambda: [decided(company, scorer) for company in companies],
        "rows written as CSV and JSON, too": lambda: list(worker.work(documents)),
    }


def _reports(files: Sequence[bytes], pack: Pack) -> Stages:
    machine = compile_pack(pack)
    companies = [read_company(data, "", pack.catalogue) for data in files]
    advices = [advise(company, pack, machine=machine) for company in companies]
    probings = [probed(advice, company, machine) for advice, company in zip(advices, companies, strict=True)]
    reports = [build(advice, pack) for advice in probings]
    return {
        "read": lambda: [read_company(data, "", pack.catalogue) for data in files],
        "decide": lambda: [advise(company, pack, machine=machine) for company in companies],
        "probe": lambda: [probed(advice, company, machine) for advice, company in zip(advices, companies, strict=True)],
        "build": lambda: [build(advice, pack) for advice in probings],
        **{f"render {form}": lambda form=form: [render(report, form) for report in reports] for form in ("html", "md")},
    }


def _planning(files: Sequence[bytes], pack: Pack) -> float:
    """Seconds that the plans of some companies take."""
    machine = compile_pack(pack)
    companies = [read_company(data, "", pack.catalogue) for data in files]
    advised = [(advise(company, pack, machine=machine), company) for company in companies]
    return spent(lambda: [planned(advice, company, machine) for advice, company in advised])


def _growth(most: int) -> Table:
    rows = []
    number = 1
    while number <= most:
        with tempfile.TemporaryDirectory() as folder:
            write_facts_files(Path(folder) / "in", number)
            command = [sys.executable, "-m", "salesdesign", "batch", f"{folder}/in", "-o", f"{folder}/out"]
            seconds, megabytes, _ = cost([*command, "--format", "none"])
        rows.append((f"{number:,}", f"{seconds:.2f}", f"{1000 * seconds / number:.2f}", f"{megabytes:.0f}"))
        number *= 10
    columns = ("files", "CPU s", "CPU ms a file", "largest process, MB")
    return Table(title="Growth with files", said=GROWTH_SAID, columns=columns, rows=rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--companies", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--most", type=int, default=100_000, help="files up to which growth is measured")
    given = parser.parse_args()
    for table in tables(given.companies, given.runs, given.most):
        print(table.text())
