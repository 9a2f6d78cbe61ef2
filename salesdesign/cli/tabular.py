"""The part of `salesdesign batch` that is about tables: which paths are tables, and what runs over them."""

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from salesdesign.cli.streams import say
from salesdesign.errors import BadInput, BadUsage, ExitCode, Problem
from salesdesign.records import dataclass

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

    from salesdesign.model.pack import Pack
    from salesdesign.tables.sinks import Format

SUFFIXES = frozenset({".csv", ".tsv", ".jsonl", ".ndjson", ".parquet"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabular:
    """What a batch over a table was given."""

    named: tuple[Path, ...]
    table: str | None
    spark: bool
    results: tuple[str, ...] | None = None
    """Formats that were asked for beside Parquet; None where nobody asked."""
    keep: tuple[str, ...] = ()
    """Columns that are carried through."""
    changed: str = ""
    """What was changed on the command line, in words."""


def is_table(path: Path) -> bool:
    """Whether a path names a table."""
    return path.suffix.lower() in SUFFIXES


def run_table(given: Tabular, folder: Path, pack: "Pack") -> ExitCode:
    """How a batch over a table ended: its results are in `folder`."""
    need("polars", "tables")
    if given.spark:
        return _with_spark(given, folder, pack)
    if given.table is not None:
        raise BadUsage("--table: It names a table of Spark. Add --engine spark.")
    if len(given.named) != 1:
        raise BadUsage("salesdesign batch: Name one table, and nothing beside it.")
    return _with_polars(given, folder, pack)


def need(library: str, extra: str) -> None:
    """Nothing, where a library is installed.

    Raises:
        BadUsage: it is not; it comes with an extra.
    """
    if find_spec(library) is None:
        raise BadUsage(f"{library} is not installed. Install it with: pip install 'salesdesign[{extra}]'")


def _with_polars(given: Tabular, folder: Path, pack: "Pack") -> ExitCode:
    from salesdesign.bulk.of_table import portfolio_of
    from salesdesign.bulk.pages import PORTFOLIO, Pages
    from salesdesign.bulk.whole import alone_in
    from salesdesign.facts.names import NAME
    from salesdesign.tables.files import FEW, score_file
    from salesdesign.tables.kernel import Wanted
    from salesdesign.wording.numbers import counted

    file = given.named[0]
    with alone_in(folder):
        wanted = Wanted(keep=(NAME, *given.keep))
        counts = score_file(file, pack, folder, wanted=wanted, formats=_formats(given.results))
        (folder / PORTFOLIO).unlink(missing_ok=True)
        if counts.rows > counts.rejected:
            Pages(pack, None, given.changed).write_portfolio(folder, portfolio_of(file, counts, pack, given.keep))
    say(f"{counted(counts.rows, 'row')}, {counts.rejected:,} rejected")
    for path in (*counts.results, counts.rejects, *(page for page in [folder / PORTFOLIO] if page.is_file())):
        say(f"Wrote {path}.")
    if counts.rows > FEW and given.results is None:
        say(f"Above {FEW:,} rows results are Parquet alone. Add --results csv or --results jsonl for more.")
    return ExitCode.INPUT if counts.rejected else ExitCode.DONE


def _formats(asked: tuple[str, ...] | None) -> "tuple[Format, ...] | None":
    """Parquet, and what else was asked for."""
    from salesdesign.tables.sinks import Format

    return None if asked is None else tuple(dict.fromkeys((Format.PARQUET, *map(Format, asked))))


def _with_spark(given: Tabular, folder: Path, pack: "Pack") -> ExitCode:
    """Reads and writes what Spark does: a table of its catalogue, or files at any address that it knows."""
    if given.results:
        raise BadUsage("--results: Spark writes Parquet, and reads it as anything else. Leave it out.")
    need("pyspark", "spark")
    need("pyarrow", "spark")
    if (given.table is None) == (len(given.named) != 1):
        raise BadUsage("--engine spark: Name one table: a path, or --table NAME.")
    from pyspark.sql import SparkSession

    from salesdesign.facts.names import NAME
    from salesdesign.tables.kernel import Wanted
    from salesdesign.tables.spark import score_spark

    wanted = Wanted(keep=(NAME, *given.keep))
    session = SparkSession.builder.appName("salesdesign").getOrCreate()
    frame = _found(session, given)
    scored = score_spark(frame, pack, wanted)
    results, rejects = (f"{_address(folder)}/{name}" for name in ("results", "rejected"))
    scored.filter("problem is null").drop("problem").write.mode("overwrite").parquet(results)
    scored.filter("problem is not null").select(
        *(f"`{name}`" for name in dict.fromkeys(wanted.keep)), "problem"
    ).write.mode("overwrite").parquet(rejects)
    counts = [session.read.parquet(written).count() for written in (results, rejects)]
    say(f"{sum(counts):,} rows, {counts[1]:,} rejected")
    for written in (results, rejects):
        say(f"Wrote {written}.")
    return ExitCode.INPUT if counts[1] else ExitCode.DONE


def _found(session: "SparkSession", given: Tabular) -> "DataFrame":
    """The table that was named.

    Raises:
        BadInput: Spark does not find it, or cannot read it.
    """
    from pyspark.errors import AnalysisException

    try:
        return session.read.table(given.table) if given.table else _read(session, given.named[0])
    except AnalysisException as error:
        wrong = f"Spark does not find it: {str(error).splitlines()[0]}"
        name = given.table or _address(given.named[0])
        raise BadInput([Problem(file=name, wrong=wrong, mend="Check the name.")]) from error


def _read(session: "SparkSession", path: Path) -> "DataFrame":
    read, address = session.read, _address(path)
    match path.suffix.lower():
        case ".parquet":
            return read.parquet(address)
        case ".jsonl" | ".ndjson":
            return read.json(address)
        case ".csv":
            return read.csv(address, header=True)
        case ".tsv":
            return read.csv(address, header=True, sep="\t")
        case suffix:
            raise BadUsage(
                f"{address}: What {suffix or 'this'} holds is not known. End it in {', '.join(sorted(SUFFIXES))}."
            )


def _address(path: Path) -> str:
    """A path as it was typed: `s3://bucket` has lost a slash on its way here."""
    return re.sub(r"^([a-z][a-z0-9+.-]+):/(?=[^/])", r"\1://", path.as_posix())
