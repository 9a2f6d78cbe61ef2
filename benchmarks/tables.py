"""What scoring a table costs beside rule engines from elsewhere, and how time and memory grow with rows and rules.

Every engine answers the same rules about the same companies, of which 15 % of the facts are unknown, and its answers
are compared with ours before it is timed. The others are handed Python dictionaries that are ready, and only answer the
rules and add up points; we read Parquet, check every cell, do the same, close gates, rank, choose, and write Parquet.
Seconds of the processor are counted beside those of the clock: on a busy machine they are the fairer measure, though
they give us no credit for using all cores.

    pip install -e '.[tables,bench]' && python benchmarks/tables.py
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl
from tables_libraries import libraries
from tables_rules import OPTIONS, companies, pack_of

from salesdesign.engine.compile import compile_pack
from salesdesign.engine.decide import decide
from salesdesign.model.pack import POINT, Pack
from salesdesign.model.ranking import Ranking
from salesdesign.tables.kernel import Wanted, kernel_of
from salesdesign.tables.outline import Detail
from salesdesign.tables.score import score_table
from salesdesign.tables.sql import sql

BRIEFLY = Wanted(detail=Detail.DECISIONS, keep=())
FULLY = Wanted(detail=Detail.OPTIONS, keep=())
BLOCK = 1_000_000

_Timed: TypeAlias = tuple[int, Callable[[], Any]]
"""How many companies a piece of work is about, and the work."""


def main() -> None:
    """Print the rates of all engines, and then how ours grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the Parquet file that we score")
    parser.add_argument("--asked", type=int, default=20_000, help="companies that the others are asked about")
    parser.add_argument("--rules", type=int, default=60)
    parser.add_argument("--runs", type=int, default=3, help="the best of so many counts")
    parser.add_argument("--most", type=int, default=10_000_000, help="rows up to which growth is measured")
    parser.add_argument("--grow", nargs=2, type=int, metavar=("ROWS", "RULES"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.grow:
        _grown(*given.grow)
        return
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "companies.parquet"
        companies(given.rows).write_parquet(table, compression="snappy", row_group_size=100_000)
        _compare(given, table)
        _growth(given, Path(folder))


def _compare(given: argparse.Namespace, table: Path) -> None:
    pack = pack_of(given.rules)
    asked = pl.read_parquet(table, n_rows=given.asked)
    people = [
        {name.removeprefix("facts."): value for name, value in row.items()} for row in asked.iter_rows(named=True)
    ]
    nets = _nets(pack, asked.head(2_000))
    timed = {
        "salesdesign, choices": (given.rows, lambda: _score(pack, [table], BRIEFLY)),
        "salesdesign, with every option's net and band": (given.rows, lambda: _score(pack, [table], FULLY)),
        **_duckdb(pack, table, given.rows),
        "salesdesign, company by company, with the trace": (given.asked // 10, lambda: _one_by_one(pack, asked)),
    }
    for name, ask in libraries(pack).items():
        some = people[: given.asked // 20] if name == "rule-engine" else people
        if [tuple(map(int, found)) for found in ask(some[:2_000])] != nets[: len(some)]:
            raise SystemExit(f"{name} answers otherwise.")
        timed[name] = (len(some), partial(ask, some))
    _print_rates({name: _rates(given.runs, *work) for name, work in timed.items()}, given)


def _nets(pack: Pack, asked: pl.DataFrame) -> list[tuple[int, ...]]:
    """The nets of every company by the engine; ends the run where a table gets other nets or choices."""
    machine, decision = compile_pack(pack), pack.decisions[0]
    rankings = [decide(machine, decision, facts, {}) for facts in asked.iter_rows(named=True)]
    found = score_table(asked, pack, FULLY)
    nets = [tuple(_net(ranking, option) for option in OPTIONS) for ranking in rankings]
    columns = found.select((pl.col(f"structure.{option}.net") * POINT).round() for option in OPTIONS)
    chosen = [next(iter(ranking.chosen), None) for ranking in rankings]
    if columns.rows() != nets or found["structure.chosen"].to_list() != chosen:
        raise SystemExit("The table answers otherwise than the engine.")
    return nets


def _net(ranking: Ranking, option: str) -> int:
    return next(standing.net for standing in ranking.standings if standing.option == option)


def _score(pack: Pack, tables: Sequence[Path], wanted: Wanted) -> None:
    frame = pl.scan_parquet(list(tables))
    kernel = kernel_of(frame.collect_schema(), pack, wanted, "companies")
    kernel.results(frame).sink_parquet(tables[0].with_name("results.parquet"), row_group_size=50_000)


def _duckdb(pack: Pack, table: Path, rows: int) -> dict[str, _Timed]:
    try:
        import duckdb
    except ImportError:
        return {}
    query = sql(pack, "duckdb", wanted=BRIEFLY).replace("FROM companies", f"FROM '{table}'")
    copy = f"COPY ({query}) TO '{table.with_name('duckdb.parquet')}'"
    return {"salesdesign, choices, as SQL on DuckDB": (rows, lambda: duckdb.sql(copy))}


def _one_by_one(pack: Pack, asked: pl.DataFrame) -> None:
    machine, decision = compile_pack(pack), pack.decisions[0]
    for facts in asked.head(len(asked) // 10).iter_rows(named=True):
        decide(machine, decision, facts, {})


def _rates(runs: int, rows: int, work: Callable[[], Any]) -> tuple[float, float]:
    """Companies a second of the clock, and of the processor: the best of so many runs."""
    spent = [_spent(work) for _ in range(runs)]
    return rows / min(clock for clock, _ in spent), rows / min(processor for _, processor in spent)


def _spent(work: Callable[[], Any]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def _print_rates(rates: dict[str, tuple[float, float]], given: argparse.Namespace) -> None:
    clock, processor = next(iter(rates.values()))
    print(f"{given.rules} rules, {given.rows:,} rows, {os.cpu_count()} cores, best of {given.runs}\n")
    print(f"{'':48} {'companies a second of':^33}  {'the first is faster by':^23}")
    print(f"{'engine':48} {'the clock':>16} {'the processor':>16}  {'clock':>11} {'processor':>11}")
    for name, (by_clock, by_processor) in rates.items():
        times = f"{clock / by_clock:10.1f}x {processor / by_processor:10.1f}x"
        print(f"{name:48} {by_clock:16,.0f} {by_processor:16,.0f}  {times}")


def _growth(given: argparse.Namespace, folder: Path) -> None:
    print(f"\n{'rows':>12} {'rules':>7} {'seconds':>9} {'rows a second':>15} {'most memory, MB':>17}")
    sizes = [10**power for power in range(3, 10) if 10**power <= given.most]
    for rows, rules in [*((rows, given.rules) for rows in sizes), *((100_000, rules) for rules in (20, 200, 2_000))]:
        command = [sys.executable, __file__, "--grow", str(rows), str(rules)]
        done = subprocess.run(
            command, check=True, capture_output=True, text=True, env={**os.environ, "TMPDIR": str(folder)}
        )
        print(done.stdout, end="", flush=True)


def _grown(rows: int, rules: int) -> None:
    """One line of the table of growth, from a process of its own; a file of a million rows is read again and again."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "companies.parquet"
        subprocess.run(
            [
                sys.executable,
                "-c",
                _WRITE.format(here=str(Path(__file__).parent), rows=min(rows, BLOCK), path=str(table)),
            ],
            check=True,
        )
        pack, tables = pack_of(rules), [table] * max(1, rows // BLOCK)
        seconds, _ = _spent(lambda: _score(pack, tables, BRIEFLY))
        memory = _most_memory()
        print(f"{rows:12,} {rules:7,} {seconds:9.2f} {rows / seconds:15,.0f} {memory:17,.0f}")


def _most_memory() -> float:
    """The most memory that this process held, in megabytes; what `getrusage` says may be that of its parent."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return int(next(line for line in status.read_text().splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


_WRITE = """
import sys; sys.path.insert(0, {here!r})
from tables_rules import companies
companies({rows}).write_parquet({path!r}, compression='snappy', row_group_size=100_000)
"""


if __name__ == "__main__":
    main()
