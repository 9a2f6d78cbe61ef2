"""`salesdesign batch`: many companies in one go."""

import sys
from enum import StrEnum
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from salesdesign.cli import options
from salesdesign.cli.given import changes_of, pack_at, templates_at, weights_of
from salesdesign.cli.streams import say
from salesdesign.errors import BadUsage, ExitCode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from salesdesign.bulk.batch import Order, Tally

EXAMPLES = """\b
Examples:
  salesdesign batch companies/ -o out/
  salesdesign batch 'clients/**/*.yaml' -o out/ --format html --format json --resume
  cat all.yaml | salesdesign batch - -o out/ --format none
  salesdesign batch accounts.parquet -o out/"""


class Format(StrEnum):
    """What each company gets."""

    HTML = "html"
    MARKDOWN = "md"
    JSON = "json"
    NONE = "none"


class Gate(StrEnum):
    """What makes a batch end with 1."""

    CHANGE = "change"
    PILOT = "pilot"
    EXCLUDED = "excluded"
    UNDECIDED = "undecided"


class Engine(StrEnum):
    """What runs over a table."""

    POLARS = "polars"
    SPARK = "spark"


class Results(StrEnum):
    """What the results of a table are written as."""

    PARQUET = "parquet"
    CSV = "csv"
    JSON_LINES = "jsonl"


def batch(
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="Write everything there.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...", help="YAML files, folders, patterns in quotes, or a table; - is standard input."
        ),
    ] = None,
    formats: Annotated[
        list[Format] | None, typer.Option("--format", help="A report for each company; repeatable. Without it: html.")
    ] = None,
    jobs: Annotated[int | None, typer.Option(min=1, metavar="N", help="Processes; without it, all cores.")] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Leave reports that would be the same as they are.")] = False,
    fail_on: Annotated[
        list[Gate] | None, typer.Option("--fail-on", help="End with 1 if this is so for any company; repeatable.")
    ] = None,
    engine: Annotated[Engine, typer.Option(help="What runs over a table.")] = Engine.POLARS,
    table: Annotated[str | None, typer.Option(metavar="NAME", help="With Spark: the table to read.")] = None,
    results: Annotated[
        list[Results] | None,
        typer.Option("--results", help="Of a table, beside Parquet; repeatable. Without it: all up to 100,000 rows."),
    ] = None,
    keep: Annotated[list[str] | None, options.KEEP] = None,
    changes: Annotated[list[str] | None, options.SET] = None,
    weights: Annotated[list[str] | None, options.WEIGHT] = None,
    rules: Annotated[Path | None, options.RULES] = None,
    templates: Annotated[Path | None, options.TEMPLATES] = None,
) -> ExitCode:
    """Decide for many companies.

    A report for each, an index page and a portfolio page over all of them, and the results as results.csv,
    results.jsonl and results.parquet. A table (CSV, JSON Lines, Parquet) of any size gives results and a portfolio;
    above 100,000 rows they are Parquet alone. What cannot be read is listed in rejected.csv, and does not stop the
    others.
    """
    from salesdesign.bulk.batch import Order
    from salesdesign.bulk.pool import usable_cores
    from salesdesign.cli.tabular import Tabular, is_table, run_table
    from salesdesign.engine.weighed import weighed
    from salesdesign.model.advice import Changes
    from salesdesign.reporting.phrasing import changed_text

    named, pack = tuple(paths or ()), pack_at(rules)
    changed = Changes(facts=changes_of(changes or ()), weights=weights_of(weights or (), pack))
    if output.exists() and not output.is_dir():
        raise BadUsage(f"{output}: This is a file. Name a folder.")
    if table is not None or engine is Engine.SPARK or any(map(is_table, named)):
        _refuse_for_tables({"--format": formats, "--resume": resume, "--templates": templates, "--set": changes})
        if fail_on:
            raise BadUsage("--fail-on: It is about files. Of a table, count `structure.verdict` in the results.")
        written = tuple(str(form) for form in results) if results else None
        asked = Tabular(
            named=named,
            table=table,
            spark=engine is Engine.SPARK,
            results=written,
            keep=tuple(keep or ()),
            changed=changed_text(changed),
        )
        return run_table(asked, output, weighed(pack, changed.weights))
    if results:
        raise BadUsage("--results: It is about tables; files always give all three. Leave it out.")
    if keep:
        raise BadUsage("--keep: It is about columns of a table. Leave it out.")
    if not named:
        raise BadUsage("salesdesign batch: Name files or folders of YAML, or a table.")
    order = Order(
        named=named,
        folder=output,
        pack=pack,
        formats=_formats(formats or [Format.HTML]),
        templates=templates_at(templates),
        jobs=jobs or usable_cores(),
        changes=changed,
        resume=resume,
    )
    tally = _run(order)
    _say_what_was_done(tally, order)
    return max(tally.code, _gate(tally, fail_on or []))


def _refuse_for_tables(given: "Mapping[str, object]") -> None:
    wrong = [name for name, value in given.items() if value]
    if wrong:
        raise BadUsage(f"{', '.join(wrong)}: A table gives results from its own columns alone. Leave it out.")


def _formats(wanted: list[Format]) -> tuple[str, ...]:
    if Format.NONE in wanted and len(set(wanted)) > 1:
        raise BadUsage("--format none: It stands alone. Leave out the others, or leave it out.")
    return tuple(dict.fromkeys(str(one) for one in wanted if one is not Format.NONE))


def _run(order: "Order") -> "Tally":
    from salesdesign.bulk.batch import bytes_in, run
    from salesdesign.bulk.parquet import can_write, write_parquet
    from salesdesign.bulk.progress import Progress

    progress = Progress(stream=sys.stderr, clock=monotonic, of=bytes_in(order.named), live=sys.stderr.isatty())
    tally = run(order, progress)
    if can_write():
        write_parquet(order.folder, order.pack)
    return tally


def _say_what_was_done(tally: "Tally", order: "Order") -> None:
    from salesdesign.bulk.parquet import HOW_TO, can_write
    from salesdesign.wording.numbers import counted, number

    portfolio = tally.portfolio
    companies = counted(portfolio.companies, "company", "companies")
    say(f"{companies}, {number(portfolio.rejected)} rejected, {number(portfolio.out_of_line)} out of line")
    if order.formats:
        unchanged = portfolio.companies - tally.made
        say(f"{number(tally.made)} reported, {number(unchanged)} unchanged since the last time")
    if not can_write():
        say(HOW_TO)
    say(f"Wrote {order.folder / 'index.html'}.")


def _gate(tally: "Tally", gates: list[Gate]) -> ExitCode:
    """Whether anything is so that the batch is to fail on."""
    from salesdesign.wording.numbers import counted

    verdicts, undecided = tally.portfolio.verdicts, tally.portfolio.undecided
    found = {
        Gate.CHANGE: verdicts["change"],
        Gate.PILOT: verdicts["pilot"],
        Gate.EXCLUDED: tally.excluded,
        Gate.UNDECIDED: undecided,
    }
    failed = [gate for gate in dict.fromkeys(gates) if found[gate]]
    for gate in failed:
        say(f"--fail-on {gate}: {counted(found[gate], 'company', 'companies')}")
    return ExitCode.GATE if failed else ExitCode.DONE
