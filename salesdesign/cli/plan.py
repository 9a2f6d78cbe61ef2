"""`salesdesign plan`: the plan alone, as tables and as a workbook."""

import os
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from salesdesign.cli import options
from salesdesign.cli.files import check_target, write_whole
from salesdesign.cli.given import changes_of, facts_at, pack_at, weights_of
from salesdesign.cli.streams import say, show, show_bytes
from salesdesign.errors import BadUsage

if TYPE_CHECKING:  # these take long to import, and `--help` needs none of them
    from salesdesign.model.plan import Plan
    from salesdesign.reporting.view import View

EXAMPLES = """\b
Examples:
  salesdesign plan acme.yaml
  salesdesign plan acme.yaml -o acme.xlsx
  salesdesign plan acme.yaml --structure pod --set plan.target=4000000
  salesdesign plan acme.yaml --format csv --table cost"""


class PlanFormat(StrEnum):
    """What a plan can be written as."""

    TERMINAL = "terminal"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"


class TableName(StrEnum):
    """The tables of a plan, as `--table` names them."""

    PEOPLE = "people"
    BOOKINGS = "bookings"
    COST = "cost"
    FUNNEL = "funnel"
    MONTHS = "months"
    MOVES = "moves"
    SCORECARD = "scorecard"
    ALTERNATIVES = "alternatives"
    TERRITORIES = "territories"
    ASSUMPTIONS = "assumptions"


_SUFFIXES = {
    ".txt": PlanFormat.TERMINAL,
    ".csv": PlanFormat.CSV,
    ".json": PlanFormat.JSON,
    ".xlsx": PlanFormat.XLSX,
}
_STANDARD_OUTPUT = Path("-")


def plan(
    facts: Annotated[Path, options.FACTS],
    output: Annotated[Path | None, options.OUTPUT] = None,
    wanted: Annotated[PlanFormat | None, typer.Option("--format", help="Overrules the suffix of FILE.")] = None,
    table: Annotated[
        TableName | None, typer.Option("--table", help="Which table CSV holds: people unless said.")
    ] = None,
    structure: Annotated[
        str | None, typer.Option("--structure", metavar="ID", help="Plan for this one, not for the recommended one.")
    ] = None,
    changes: Annotated[list[str] | None, options.SET] = None,
    weights: Annotated[list[str] | None, options.WEIGHT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
) -> None:
    """Plan people, time and money for the recommended structure.

    How many people by role and quarter, what they cost, what they book and how surely. The format follows the suffix of
    FILE: .csv, .json, .xlsx (with live formulas), or .txt for what the terminal shows.
    """
    file = None if output == _STANDARD_OUTPUT else output
    shown = _format(file, wanted, table)
    view, made = _made(facts, Given(changes or (), weights or (), rules, structure))
    if shown is PlanFormat.XLSX:
        from salesdesign.workbook.xlsx import to_xlsx

        _deliver(to_xlsx(made, view.advice.company), file)
    else:
        _deliver(_text(view, made, shown, table, plain=file is not None), file)


def _format(file: Path | None, wanted: PlanFormat | None, table: TableName | None) -> PlanFormat:
    """The format of `-o`, `--format` and `--table`.

    Raises: BadUsage where they do not go together, MachineFailed for a file that cannot be written.
    """
    found = wanted or (_of_suffix(file) if file else PlanFormat.CSV if table else PlanFormat.TERMINAL)
    if table and found is not PlanFormat.CSV:
        raise BadUsage(f"--table {table}: Only CSV holds one table. Leave it out, or add --format csv.")
    if found is PlanFormat.XLSX and file is None and sys.stdout.isatty():
        raise BadUsage("--format xlsx: A terminal cannot show a workbook. Add -o FILE.")
    if file:
        check_target(file)
    return found


def _of_suffix(file: Path) -> PlanFormat:
    try:
        return _SUFFIXES[file.suffix.lower()]
    except KeyError:
        raise BadUsage(
            f"{file}: The ending says no format. End it in one of {', '.join(_SUFFIXES)}, or add --format."
        ) from None


class Given(NamedTuple):
    """What a plan was asked for with, as it was typed."""

    changes: Sequence[str]
    weights: Sequence[str]
    rules: Path | None
    structure: str | None


def _made(facts: Path, given: Given) -> "tuple[View, Plan]":
    from salesdesign.advise import Planning, advise, planned, unplannable
    from salesdesign.engine.compile import compile_pack
    from salesdesign.reporting.phrasing import changed_text
    from salesdesign.reporting.view import view_of

    pack = pack_at(given.rules)
    changed = changes_of(given.changes)
    company = facts_at(facts, pack.catalogue, changed)
    machine = compile_pack(pack)
    advice = advise(company, pack, machine=machine, weights=weights_of(given.weights, pack), changes=changed)
    problem = unplannable(advice, pack, given.structure)
    if problem:
        raise BadUsage(f"salesdesign plan: {problem}")
    if changed_text(advice.changes):
        say(changed_text(advice.changes))
    advice = planned(advice, company, machine, Planning(structure=given.structure))
    if advice.plan is None:  # `unplannable` has said so before
        raise BadUsage("salesdesign plan: No plan can be made.")
    return view_of(advice, pack), advice.plan


def _text(view: "View", made: "Plan", shown: PlanFormat, table: TableName | None, *, plain: bool) -> str:
    from salesdesign.reporting.look import PLAIN, look_of
    from salesdesign.workbook.tables import View as Rows
    from salesdesign.workbook.tables import table_of
    from salesdesign.workbook.terminal import to_terminal
    from salesdesign.workbook.texts import to_csv, to_json

    if shown is PlanFormat.JSON:
        return to_json(made)
    if shown is PlanFormat.CSV:
        return to_csv(table_of(made, Rows(table or TableName.PEOPLE)))
    return to_terminal(view, made, PLAIN if plain else look_of(sys.stdout, os.environ))


def _deliver(result: str | bytes, file: Path | None) -> None:
    if file:
        write_whole(file, result)
        say(f"Wrote {file}.")
    elif isinstance(result, bytes):
        show_bytes(result)
    else:
        show(result)
