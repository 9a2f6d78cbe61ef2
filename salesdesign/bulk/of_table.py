"""The portfolio of a table: counted by the engine of tables, which never holds it as a whole."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polars as pl

from salesdesign.bulk.portfolio import MOST, OUT_OF_LINE, Portfolio
from salesdesign.bulk.summary import Summary
from salesdesign.facts.names import NAME
from salesdesign.model.pack import Choose, Decision, Pack
from salesdesign.tables.files import Counts
from salesdesign.tables.kernel import SEEN, Wanted, kernel_of
from salesdesign.tables.outline import Detail
from salesdesign.tables.scan import ROW, scan
from salesdesign.tables.sinks import in_portions


def portfolio_of(source: Path, counts: Counts, results: Path, pack: Pack) -> Portfolio:
    """The portfolio of a table that was scored into `results`, a Parquet file."""
    portfolio = Portfolio(pack, whole="results.csv")
    portfolio.rejected = counts.rejected
    scored = pl.scan_parquet(results)
    verdict = _verdict(pack) if _verdict(pack) in scored.collect_schema() else None
    taken = [f"{decision.id}.chosen" for decision in pack.decisions]
    with in_portions(len(taken)):
        groups = scored.group_by([*taken, *([verdict] if verdict else [])]).len().collect(engine="streaming")
    for group in groups.iter_rows(named=True):
        portfolio.count(_taken(group, pack), group[verdict] if verdict else None, group["len"])
    if verdict and portfolio.out_of_line:
        for company in _most_at_stake(source, pack):
            portfolio.remember(_summary(company, pack), None)
    return portfolio


def _most_at_stake(source: Path, pack: Pack) -> list[dict[str, Any]]:
    """The companies that are out of line, as many as a portfolio lists, those with most at stake first."""
    frame = scan(source)
    stakes = tuple(filter(None, (pack.voice.counts.budget, pack.voice.counts.people)))
    wanted = Wanted(detail=Detail.DECISIONS, keep=(ROW, NAME), seen=stakes)
    found = kernel_of(frame.collect_schema(), pack, wanted, str(source)).results(frame)
    by = [pl.col(f"{SEEN}{name}").fill_null(0.0) for name in stakes] + [pl.col(f"{pack.main}.lead").fill_null(0.0)]
    first = found.filter(pl.col(_verdict(pack)).is_in(list(OUT_OF_LINE))).top_k(
        MOST, by=[*by, -pl.col(ROW).cast(pl.Int64)]
    )
    order = [*by, -pl.col(ROW).cast(pl.Int64)]
    with in_portions(len(frame.collect_schema())):
        return first.collect(engine="streaming").sort(order, descending=True).to_dicts()


def _verdict(pack: Pack) -> str:
    return f"{pack.main}.verdict"


def _taken(row: Mapping[str, Any], pack: Pack) -> tuple[tuple[str, ...], ...]:
    return tuple(_chosen(decision, row[f"{decision.id}.chosen"]) for decision in pack.decisions)


def _chosen(decision: Decision, told: str | None) -> tuple[str, ...]:
    if not told:
        return ()
    return tuple(told.split(",")) if decision.choose is Choose.SEVERAL else (told,)


def _summary(row: Mapping[str, Any], pack: Pack) -> Summary:
    voice, main = pack.voice.counts, pack.main
    return Summary(
        name=row[NAME],
        chosen=_taken(row, pack),
        best_fit=row[f"{main}.best_fit"],
        today=row[f"{main}.current"],
        verdict=row[_verdict(pack)],
        lead=row[f"{main}.lead"],
        closed=False,  # what a batch of files fails on, and no page shows
        budget=row.get(f"{SEEN}{voice.budget}"),
        people=row.get(f"{SEEN}{voice.people}"),
    )
