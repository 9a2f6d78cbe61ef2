"""The reports that are opened: of every example, and of companies that are hard to lay out."""

from dataclasses import dataclass
from pathlib import Path

from salesdesign.advise import advise, completed, probed
from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.facts.read import read_company
from salesdesign.model.advice import Advice
from salesdesign.model.pack import Pack
from salesdesign.pack.read import read_pack
from salesdesign.reporting.build import build
from salesdesign.reporting.render import render
from salesdesign.resources import rules_folder

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
HARD = sorted((Path(__file__).parent / "companies").glob("*.yaml"))
NAMES = tuple(file.stem for file in (*EXAMPLES, *HARD))


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One company's report in the formats that are looked at."""

    name: str
    html: Path
    markdown: str
    json: str


def write_reports(folder: Path) -> tuple[Written, ...]:
    """The reports of all companies, their pages written into a folder."""
    pack = read_pack(rules_folder())
    machine = compile_pack(pack)
    return tuple(_write(file.stem, _advised(file, machine), pack, folder) for file in (*EXAMPLES, *HARD))


def _advised(file: Path, machine: Machine) -> Advice:
    company = read_company(file.read_bytes(), file.name, machine.pack.catalogue)
    return completed(probed(advise(company, machine.pack, machine=machine), company, machine), company, machine)


def _write(name: str, advice: Advice, pack: Pack, folder: Path) -> Written:
    report = build(advice, pack)
    page = folder / f"{name}.html"
    page.write_text(render(report, "html"), encoding="utf-8")
    return Written(name=name, html=page, markdown=render(report, "md"), json=render(report, "json"))
