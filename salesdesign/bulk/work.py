"""What is done with one company, in any process: its facts read, its decisions taken, its reports written."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from salesdesign.advise import advise, completed, probed
from salesdesign.bulk.columns import result_cells
from salesdesign.bulk.decide import decided
from salesdesign.bulk.documents import Document
from salesdesign.bulk.results import Line, Lines
from salesdesign.bulk.summary import Summary, summary_of
from salesdesign.bulk.whole import write_whole
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.engine.rows.compile import Scorer, compile_scorer
from salesdesign.engine.weighed import weighed
from salesdesign.errors import BadInput, ExitCode, Problem
from salesdesign.facts.quick import read_quickly
from salesdesign.facts.read import read_company
from salesdesign.model.advice import NO_CHANGES, Changes
from salesdesign.model.company import Company
from salesdesign.model.pack import Pack
from salesdesign.records import dataclass

REPORTS = "reports"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a batch does with every company; it travels to other processes."""

    pack: Pack
    folder: Path
    """Where everything is written."""
    formats: tuple[str, ...] = ()
    """Of the reports; none where only results are wanted."""
    templates: Path | None = None
    changes: Changes = NO_CHANGES
    """Facts and weights that are replaced for this batch only."""
    stamp: str
    """A digest of everything that a report hangs on beside its facts."""

    def report(self, document: Document) -> str | None:
        """The path of a company's report in the folder, the first of them where there are several formats."""
        return f"{REPORTS}/{document.name}.{self.formats[0]}" if self.formats else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A company that could be read."""

    document: Document
    """Without its data."""
    summary: Summary
    report: str | None
    """The path of its report, seen from the folder of the batch; None where none is wanted."""
    line: Line
    """Its results."""
    made_from: str = ""
    """The digest of what its reports are made from; empty where none is wanted or all were there already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A company with problems."""

    document: Document
    problems: tuple[Problem, ...]
    code: ExitCode


Outcome: TypeAlias = Accepted | Rejected


class Worker:
    """A process's own copy of everything that companies share."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._machine: Machine = compile_pack(task.pack)
        self._scorer: Scorer = compile_scorer(compile_pack(weighed(task.pack, task.changes.weights)))
        self._cells = result_cells(task.pack)
        self._lines = Lines(task.pack)

    def work(self, documents: Sequence[Document]) -> Iterator[Outcome]:
        """What became of each document, in their order, each as soon as it is known."""
        return map(self._outcome, documents)

    def _outcome(self, document: Document) -> Outcome:
        if document.refused:
            return Rejected(document=document.bare(), problems=document.refused, code=document.code)
        try:
            company = self._read(document)
            made_from = self._report(document, company)
        except BadInput as error:
            return Rejected(document=document.bare(), problems=error.problems, code=error.exit_code)
        except Exception as error:  # noted, and raised again: a traceback tells no file
            error.add_note(f"This happened with {document.place}.")
            raise
        found, report = decided(company, self._scorer), self._task.report(document)
        own = (document.file, document.number or None, company.name, report)
        return Accepted(
            document=document.bare(),
            summary=summary_of(company, found, self._task.pack),
            report=report,
            line=self._lines.of(own, self._cells(found)),
            made_from=made_from,
        )

    def _read(self, document: Document) -> Company:
        catalogue, changed = self._task.pack.catalogue, self._task.changes.facts
        if not (self._task.formats or changed):
            return read_quickly(document.data, document.file, catalogue, document.lines_above)
        return read_company(document.data, document.file, catalogue, changed, lines_above=document.lines_above)

    def _report(self, document: Document, company: Company) -> str:
        """The digest of what the company's reports were made from now; empty where none had to be made."""
        task = self._task
        if not task.formats:
            return ""
        digest = sha256(task.stamp.encode() + document.data).hexdigest()[:32]
        files = {form: task.folder / f"{REPORTS}/{document.name}.{form}" for form in task.formats}
        if document.made_from == digest and all(file.is_file() for file in files.values()):
            return ""
        self._write(company, files)
        return digest

    def _write(self, company: Company, files: Mapping[str, Path]) -> None:
        from salesdesign.reporting.build import build
        from salesdesign.reporting.render import render

        pack, machine, changes = self._task.pack, self._machine, self._task.changes
        advice = advise(company, pack, machine=machine, weights=changes.weights, changes=changes.facts)
        report = build(completed(probed(advice, company, machine), company, machine), pack)
        for form, file in files.items():
            write_whole(file, render(report, form, self._task.templates), self._task.folder)
