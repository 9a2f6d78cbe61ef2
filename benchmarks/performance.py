"""All benchmarks in one run, written to docs/performance.md with the machine, the versions and the date."""

import argparse
import os
import platform
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import bulk
import recommend
import start
import tables
from measured import Table
from processes import ROOT

PAGE = ROOT / "docs" / "performance.md"
PACKAGES = (
    *("salesdesign", "polars", "pyyaml", "typer", "duckdb", "zen-engine", "datalogic-py", "jsonlogic-rs"),
    *("common-expression-language", "cel-expr-python", "rule-engine", "blazerules"),
)
HEAD = """# How fast, and how large

Written by `python benchmarks/performance.py`. Only ratios within one run say something: machines differ, and so does
what else they do. Seconds are those of the processor, of all processes and threads, unless a column says otherwise.
Every engine's answers are checked against ours before it is timed.
"""


def main() -> None:
    """Measure everything, print it, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefly", action="store_true", help="small sizes, to see that everything runs")
    parser.add_argument("--rows", type=int, default=10_000_000, help="rows up to which growth is measured")
    parser.add_argument("--files", type=int, default=10_000, help="files up to which growth is measured")
    parser.add_argument("-o", "--output", type=Path, default=PAGE)
    given = parser.parse_args()
    pages = [HEAD, _machine()]
    for table in _tables(given):
        print(table.text(), flush=True)
        pages.append(table.markdown())
        given.output.write_text("\n".join(pages).rstrip() + "\n", encoding="utf-8")


def _tables(given: argparse.Namespace) -> Iterator[Table]:
    if given.briefly:
        yield from start.tables(1)
        yield from tables.tables(20_000, 60, 1, 10_000)
        return
    yield from start.tables()
    yield from recommend.tables(5)
    yield from tables.tables(runs=5, most=given.rows)
    yield from bulk.tables(most=given.files)


def _machine() -> str:
    cores, today = os.cpu_count(), datetime.now(tz=UTC).date()
    about = f"{_processor()}, {cores} cores, {_memory():.0f} GB of memory, {platform.system()}, {today.isoformat()}"
    versions = [
        f"Python {platform.python_version()}",
        *(f"{name} {found}" for name in PACKAGES if (found := _version(name))),
    ]
    return f"Machine: {about}.\n\nVersions: {', '.join(versions)}.\n"


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", info.read_text(encoding="utf-8")) if info.exists() else None
    return " ".join(found[1].split()) if found else platform.machine()


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


if __name__ == "__main__":
    main()
