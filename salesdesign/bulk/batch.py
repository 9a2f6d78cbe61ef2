"""A batch from beginning to end: every company read, decided and reported, then the pages over all of them."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryFile
from typing import TextIO

from msgspec import json

from salesdesign.bulk.documents import Document, documents
from salesdesign.bulk.inputs import STANDARD_INPUT, as_they_come, common_folder, facts_files
from salesdesign.bulk.kept import swept
from salesdesign.bulk.manifest import Manifest, made_reports, stamp_of
from salesdesign.bulk.pages import Pages
from salesdesign.bulk.pool import outcomes
from salesdesign.bulk.portfolio import Portfolio
from salesdesign.bulk.progress import Progress
from salesdesign.bulk.results import REJECTED, Results, results_in
from salesdesign.bulk.summary import Summary
from salesdesign.bulk.whole import alone_in
from salesdesign.bulk.work import Accepted, Outcome, Task
from salesdesign.errors import MOST_TOLD, ExitCode
from salesdesign.model.advice import NO_CHANGES, Changes
from salesdesign.model.pack import Pack
from salesdesign.reporting.phrasing import changed_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a batch is asked for."""

    named: tuple[Path, ...]
    """Files, folders and patterns; - is standard input."""
    folder: Path
    """Where everything is written."""
    pack: Pack
    formats: tuple[str, ...] = ("html",)
    """Of the reports; none where only results are wanted."""
    templates: Path | None = None
    jobs: int = 1
    changes: Changes = NO_CHANGES
    """Facts and weights that are replaced for this batch only."""
    resume: bool = False
    """Whether reports that are made already, and would be the same, stay as they are."""


@dataclass(slots=True, kw_only=True)
class Tally:
    """What became of a batch."""

    portfolio: Portfolio
    code: ExitCode = ExitCode.DONE
    """The worst of what was wrong with files."""
    made: int = 0
    """Companies whose reports were written now."""
    excluded: int = 0
    """Companies whose organisation of today is closed by a gate."""
    problems: int = 0
    """Of companies that could not be read."""


def run(order: Order, progress: Progress) -> Tally:
    """What became of a batch, once all of its files are written."""
    with alone_in(order.folder):
        swept(order.folder)
        return _run(order, progress)


def _run(order: Order, progress: Progress) -> Tally:
    pages = Pages(order.pack, order.templates, changed_text(order.changes))
    tally = Tally(portfolio=Portfolio(order.pack))
    with TemporaryFile("w+", encoding="utf-8", dir=order.folder) as spool:
        with (
            results_in(order.folder, order.pack) as results,
            closing(Manifest(order.folder, keep=order.resume)) as manifest,
        ):
            for outcome in _outcomes(order):
                _file(outcome, results, spool, tally)
                _note(outcome, manifest, tally)
                _say(outcome, progress, tally)
                progress.step(outcome.document.read)
        progress.end()
        if tally.problems > MOST_TOLD:
            progress.say(f"There are {tally.problems - MOST_TOLD:,} problems more: see {order.folder / REJECTED}.")
        spool.seek(0)
        pages.write_index(order.folder, _listed(spool), tally.portfolio)
    pages.write_portfolio(order.folder, tally.portfolio)
    return tally


def bytes_in(named: Iterable[Path]) -> int | None:
    """How much there is to read, for a guess at the time left; None where standard input is among it."""
    total = 0
    for file in as_they_come(named):
        if file == STANDARD_INPUT:
            return None
        total += file.stat().st_size if file.is_file() else 0
    return total


def _outcomes(order: Order) -> Iterator[Outcome]:
    task = Task(
        pack=order.pack,
        folder=order.folder,
        formats=order.formats,
        templates=order.templates,
        changes=order.changes,
        stamp=stamp_of(order.pack, order.templates, order.changes),
    )
    found = documents(facts_files(order.named, order.folder), common_folder(order.named))
    remembered = _remembered(found, order.folder) if order.resume else found
    with closing(outcomes(remembered, task, order.jobs)) as following:
        yield from following


def _remembered(found: Iterable[Document], folder: Path) -> Iterator[Document]:
    """The documents with what their reports were made from when they were made last."""
    with closing(made_reports(folder)) as made:
        for document in found:
            before = made.get(document.name)
            yield replace(document, made_from=before) if before else document


def _file(outcome: Outcome, results: Results, spool: TextIO, tally: Tally) -> None:
    """Puts an outcome where it belongs."""
    if isinstance(outcome, Accepted):
        results.accept(outcome.line)
        tally.portfolio.add(outcome.summary, outcome.report)
        tally.excluded += outcome.summary.closed
        spool.write(json.encode((outcome.summary, outcome.report)).decode() + "\n")
    else:
        results.reject(outcome.document, outcome.problems)
        tally.portfolio.rejected += 1
        tally.code = max(tally.code, outcome.code)


def _note(outcome: Outcome, manifest: Manifest, tally: Tally) -> None:
    if isinstance(outcome, Accepted) and outcome.made_from:
        manifest.add(outcome.document.name, outcome.made_from)
        tally.made += 1


def _say(outcome: Outcome, progress: Progress, tally: Tally) -> None:
    """Says what is wrong with a document, while anybody still reads."""
    if not isinstance(outcome, Accepted):
        for problem in outcome.problems[: max(0, MOST_TOLD - tally.problems)]:
            progress.say(str(problem))
        tally.problems += len(outcome.problems)


def _listed(spool: TextIO) -> Iterator[tuple[Summary, str | None]]:
    for line in spool:
        yield json.decode(line, type=tuple[Summary, str | None])
