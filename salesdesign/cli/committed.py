"""Reports that are committed beside the facts: which there are, what they should be, and what they are."""

from collections.abc import Callable
from importlib.resources.abc import Traversable
from pathlib import Path

from salesdesign.cli.given import file_bytes
from salesdesign.cli.policies import Held
from salesdesign.cli.target import Format
from salesdesign.engine.compile import Machine
from salesdesign.model.pack import Pack
from salesdesign.policy.subject import CommittedReport
from salesdesign.records import dataclass

_FORMATS = {".html": Format.HTML, ".md": Format.MARKDOWN, ".json": Format.JSON, ".txt": Format.TERMINAL}


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What it takes to make a report."""

    pack: Pack
    machine: Machine
    templates: Traversable | None = None


def committed(facts: Path, held: Held, press: Press) -> tuple[CommittedReport, ...]:
    """The reports of a facts file, as they are and as they should be.

    Raises: BadInput for facts that cannot be followed.
    """
    reports = held.reports.get(facts.resolve(), ())
    if not reports:
        return ()
    written = _printer(facts, press)
    return tuple(
        CommittedReport(path=held.key(report), wanted=written(_format_of(report)), found=_found(report))
        for report in reports
    )


def _printer(facts: Path, press: Press) -> Callable[[Format], str]:
    """Renders the facts in any format, as `recommend` does without further options."""
    from salesdesign.advise import advise, completed, probed
    from salesdesign.facts.read import read_company
    from salesdesign.reporting.build import build
    from salesdesign.reporting.render import render

    company = read_company(file_bytes(facts), str(facts), press.pack.catalogue, {})
    advice = probed(advise(company, press.pack, machine=press.machine), company, press.machine)
    report = build(completed(advice, company, press.machine), press.pack)
    return lambda wanted: render(report, wanted, press.templates)


def _found(report: Path) -> str | None:
    return file_bytes(report).decode("utf-8", "replace") if report.is_file() else None


def _format_of(report: Path) -> Format:
    return _FORMATS[report.suffix.lower()]
