"""What scoring a table costs beside rule engines from elsewhere, and how time and memory grow with rows and rules.

Every engine answers the same rules about the same companies, of which 15 % of the facts are unknown, and its answers
are compared with ours before it is timed. All start from the same Parquet file: those that ask for dictionaries are
handed what Polars reads. They answer the rules and add up points; we check every cell, do the same, close gates, rank,
choose, and write Parquet.

    pip install pyarrow zen-engine datalogic-py common-expression-language cel-expr-python
    pip install rule-engine jsonlogic-rs blazerules
"""

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event, Thread
from typing import Any, NamedTuple

import polars as pl
from measured import Table
from pyarrow.parquet import write_table
from tables_libraries import SLOW, columnar, libraries
from tables_rules import OPTIONS, companies, pack_of

from salesdesign.engine.compile import Machine, compile_pack
from salesdesign.engine.decide import decide
from salesdesign.engine.rows.compile import compile_scorer
from salesdesign.engine.rows.nets import compile_nets, compile_traced
from salesdesign.model.pack import POINT, Facts, Pack
from salesdesign.model.ranking import Ranking
from salesdesign.tables.kernel import Wanted, kernel_of
from salesdesign.tables.outline import Detail
from salesdesign.tables.passes import batches
from salesdesign.tables.scan import hold_little
from salesdesign.tables.score import score_table
from salesdesign.tables.sinks import Format, write_results
from salesdesign.tables.sql import sql

BRIEFLY = Wanted(detail=Detail.DECISIONS, keep=())
FULLY = Wanted(detail=Detail.OPTIONS, keep=())
BLOCK = 1_000_000
ASKED = 20_000

TABLE_SAID = (
    "{rules} rules, {rows:,} companies in Parquet, 15 % of the facts unknown; best of {runs} alternating runs. "
    "Seconds of the processor count all threads, so they give us no credit for using all cores; those of the "
    "clock do. All but blazerules and DuckDB have one thread, as we have in the first line; the second uses all cores. "
    "Every engine has read its rules before, and is asked about fewer companies where it would take minutes. "
    "The file is one of PyArrow, with dictionaries, Snappy and groups of a million rows, as pandas writes them. The "
    "bound is 100 times zen-engine, and ahead of all. Where zen-engine is asked for each rule once, NumPy adds up the "
    "points of all companies together."
)
ONE_SAID = (
    "The same rules about one company after the other, as dictionaries in memory, one thread; best of {runs} "
    "alternating runs. The bounds: twice the fastest of the others with the trace (what every rule answered, in "
    "three truth values, as two rows of bits), three times without."
)
GROWTH_SAID = (
    "Each line is a process of its own, from Parquet to Parquet. Memory is the most that it ever held, and the most in "
    "the first and in the last tenth of its time, looked at every 10 ms: what grew would hold more in the last. Rows "
    "beyond ten million come from a file of ten million, read again and again."
)


class Timed(NamedTuple):
    """A piece of work, and how many companies it is about."""

    companies: int
    work: Callable[[], Any]


def tables(rows: int = 1_000_000, rules: int = 60, runs: int = 3, most: int = 10_000_000) -> Iterator[Table]:
    """The rates of all engines on a table and on one company after the other, and how ours grows."""
    pack = pack_of(rules)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "companies.parquet"
        write_table(companies(rows).to_arrow(), table)
        found = {_ALONE: _alone(table, rules, rows, runs), **_rates(_on_a_table(pack, table, rows), runs)}
        yield _printed("A million companies in a table", TABLE_SAID.format(rules=rules, rows=rows, runs=runs), found)
        found = _rates(_one_by_one(pack, table), runs)
        yield _printed("One company in Python", ONE_SAID.format(runs=runs), found)
        yield _growth(Path(folder), rules, most)


_ALONE = "salesdesign, choices, on one thread"


def _alone(table: Path, rules: int, rows: int, runs: int) -> tuple[float, float]:
    """The rates of a process of its own in which Polars has one thread: two on one core wait for each other."""
    command = [sys.executable, __file__, "--alone", str(table), str(rules), str(runs)]
    environment = {**os.environ, "POLARS_MAX_THREADS": "1"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    processor, clock = map(float, done.stdout.split())
    return rows / processor, rows / clock


def _on_a_table(pack: Pack, table: Path, rows: int) -> Mapping[str, Timed]:
    asked = pl.read_parquet(table, n_rows=2_000)
    nets = _nets(pack, asked)
    timed = {
        "salesdesign, choices": Timed(rows, _scoring(pack, [table], BRIEFLY)),
        "salesdesign, with every option's net and band": Timed(rows, _scoring(pack, [table], FULLY)),
        **_duckdb(pack, table, rows),
    }
    for name, ask in columnar(pack).items():
        _check(name, zip(*ask(asked), strict=True), nets)
        timed[name] = Timed(rows, lambda ask=ask: ask(pl.read_parquet(table)))
    for name, ask in libraries(pack).items():
        few = 400 if name in SLOW else ASKED
        _check(name, ask(_people(table, 400)), nets[:400])
        timed[name] = Timed(few, lambda ask=ask, few=few: ask(_people(table, few)))
    return timed


def _one_by_one(pack: Pack, table: Path) -> Mapping[str, Timed]:
    asked = pl.read_parquet(table, n_rows=4_000)
    known = [{name: value for name, value in row.items() if value is not None} for row in asked.iter_rows(named=True)]
    machine, decision = compile_pack(pack), pack.decisions[0]
    nets, traced = compile_nets(pack)[decision.id], compile_traced(pack)[decision.id]
    scored = compile_scorer(machine).decide[decision.id]
    if [traced(facts) for facts in known] != [(nets(facts), *_answers(machine, facts)) for facts in known]:
        raise SystemExit("The trace answers otherwise than the engine.")
    people = _people(table, 4_000)
    others = {name: ask for name, ask in libraries(pack).items() if name not in SLOW}
    return {
        "salesdesign, nets": Timed(len(known), lambda: [nets(facts) for facts in known]),
        "salesdesign, nets with the trace": Timed(len(known), lambda: [traced(facts) for facts in known]),
        "salesdesign, bands, gates, ranks and choice": Timed(len(known), lambda: [scored(facts) for facts in known]),
        "salesdesign, findings for a report": Timed(
            200, lambda: [decide(machine, decision, facts, {}) for facts in known[:200]]
        ),
        **{name: Timed(len(people), partial(ask, people)) for name, ask in others.items()},
    }


def _answers(machine: Machine, facts: Facts) -> tuple[int, int]:
    """The rules that the engine finds met, and those of which it does not know, as bits."""
    (judge,) = machine.judges.values()
    answers = list(enumerate(judge(facts).rules))
    return (
        sum(1 << place for place, answer in answers if answer is True),
        sum(1 << place for place, answer in answers if answer is None),
    )


def _people(table: Path, count: int) -> list[dict[str, Any]]:
    """Companies as the other engines are handed them."""
    asked = pl.read_parquet(table, n_rows=count).rename(lambda name: name.removeprefix("facts."))
    return asked.to_dicts()


def _check(name: str, found: Any, nets: list[tuple[int, ...]]) -> None:
    if [tuple(map(int, each)) for each in found] != nets:
        raise SystemExit(f"{name} answers otherwise.")


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


def _scoring(pack: Pack, files: Sequence[Path], wanted: Wanted) -> Callable[[], None]:
    """What scores the files, with all that can be made ready before, as it is for the other engines."""
    hold_little()  # as `scan` does
    frame = pl.scan_parquet(list(files))
    kernel = kernel_of(frame.collect_schema(), pack, wanted, "companies")
    written = files[0].with_name("results.parquet")
    return lambda: write_results(Format.PARQUET, batches(files[0], frame, kernel.results), written)


def _duckdb(pack: Pack, table: Path, rows: int) -> dict[str, Timed]:
    try:
        import duckdb
    except ImportError:
        return {}
    query = sql(pack, "duckdb", wanted=BRIEFLY).replace("FROM companies", f"FROM '{table}'")
    copy = f"COPY ({query}) TO '{table.with_name('duckdb.parquet')}'"
    return {"salesdesign, choices, as SQL on DuckDB": Timed(rows, lambda: duckdb.sql(copy))}


def _rates(timed: Mapping[str, Timed], runs: int) -> Mapping[str, tuple[float, float]]:
    """Companies a second of the processor, and of the clock: the best of rounds in which all take turns."""
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in timed}
    for _ in range(runs):
        for name, (_, work) in timed.items():
            gc.collect()
            clock, processor = time.perf_counter(), time.process_time()
            work()
            spent[name].append((time.process_time() - processor, time.perf_counter() - clock))
    best = {name: tuple(map(min, zip(*each, strict=True))) for name, each in spent.items()}
    return {name: (timed[name].companies / best[name][0], timed[name].companies / best[name][1]) for name in timed}


def _printed(title: str, said: str, rates: Mapping[str, tuple[float, float]]) -> Table:
    first = next(iter(rates.values()))
    columns = (
        "engine",
        "a second of the processor",
        "the first is faster",
        "a second of the clock",
        "the first is faster ",
    )
    rows = [
        (
            name,
            *chain.from_iterable((f"{rate:,.0f}", f"{own / rate:.1f}x") for own, rate in zip(first, each, strict=True)),
        )
        for name, each in rates.items()
    ]
    return Table(title=title, said=said, columns=columns, rows=rows)


def _growth(folder: Path, rules: int, most: int) -> Table:
    sizes = [10**power for power in range(3, 10) if 10**power <= most]
    asked = [*((rows, rules) for rows in sizes), *((100_000, many) for many in (20, 200, 2_000))]
    lines = [_in_a_process(rows, many, folder) for rows, many in asked]
    columns = ("rows", "rules", "CPU s", "rows a CPU second", "most memory, MB", "first tenth", "last tenth")
    return Table(title="Growth with rows and rules", said=GROWTH_SAID, columns=columns, rows=lines)


def _in_a_process(rows: int, rules: int, folder: Path) -> tuple[str, ...]:
    command = [sys.executable, __file__, "--grow", str(rows), str(rules)]
    environment = {**os.environ, "TMPDIR": str(folder)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return tuple(done.stdout.strip().split("\t"))


def _grown(rows: int, rules: int) -> None:
    """One line of the table of growth, from a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "companies.parquet"
        block, times = min(rows, BLOCK), min(max(1, rows // BLOCK), 10)
        write = _WRITE.format(here=str(Path(__file__).parent), rows=block, path=str(table), times=times)
        subprocess.run([sys.executable, "-c", write], check=True)
        score = _scoring(pack_of(rules), [table] * max(1, rows // (block * times)), BRIEFLY)
        start = time.process_time()
        held = _held_while(score)
        seconds = time.process_time() - start
        tenth = max(1, len(held) // 10)
        memory = (_most_memory(), max(held[:tenth]), max(held[-tenth:]))
        cells = (f"{rows:,}", f"{rules:,}", f"{seconds:.2f}", f"{rows / seconds:,.0f}")
        print("\t".join([*cells, *(f"{each:,.0f}" for each in memory)]))


def _held_while(work: Callable[[], None]) -> list[float]:
    """The memory that this process held while it worked, in megabytes, every 10 ms."""
    held, done = [], Event()

    def look() -> None:
        while not done.wait(0.01):
            pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
            held.append(pages * os.sysconf("SC_PAGE_SIZE") / 1024**2)

    looking = Thread(target=look)
    looking.start()
    work()
    done.set()
    looking.join()
    return held or [_most_memory()]


def _most_memory() -> float:
    """The most memory that this process held, in megabytes; what `getrusage` says may be that of its parent."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]) / 1024


_WRITE = """
import sys; sys.path.insert(0, {here!r})
import pyarrow.parquet
from tables_rules import companies
table = companies({rows}).to_arrow()
with pyarrow.parquet.ParquetWriter({path!r}, table.schema) as file:
    for _ in range({times}):
        file.write_table(table)
"""


def main() -> None:
    """Print the rates of all engines, and then how ours grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=BLOCK, help="rows of the Parquet file that we score")
    parser.add_argument("--rules", type=int, default=60)
    parser.add_argument("--runs", type=int, default=3, help="the best of so many counts")
    parser.add_argument("--most", type=int, default=10_000_000, help="rows up to which growth is measured")
    parser.add_argument("--grow", nargs=2, type=int, metavar=("ROWS", "RULES"), help=argparse.SUPPRESS)
    parser.add_argument("--alone", nargs=3, metavar=("TABLE", "RULES", "RUNS"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.grow:
        _grown(*given.grow)
        return
    if given.alone:
        table, rules, runs = given.alone
        work = Timed(1, _scoring(pack_of(int(rules)), [Path(table)], BRIEFLY))
        ((processor, clock),) = _rates({_ALONE: work}, int(runs)).values()
        print(1 / processor, 1 / clock)
        return
    for table in tables(given.rows, given.rules, given.runs, given.most):
        print(table.text())


if __name__ == "__main__":
    main()
