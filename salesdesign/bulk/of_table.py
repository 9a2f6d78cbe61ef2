"""The portfolio of a table: counted by the engine of tables, which never holds it as a whole."""

from collections.abc import Collection, Mapping
from heapq import nlargest
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
from salesdesign.tables.passes import batches
from salesdesign.tables.scan import ROW, scan


def portfolio_of(source: Path, counts: Counts, pack: Pack, keep: Collection[str] = ()) -> Portfolio:
    """The portfolio of a table that was scored; columns in `keep` are no facts."""
    texts = (path.name for path in counts.results if path.suffix == ".csv")
    portfolio = Portfolio(pack, whole=next(texts, counts.results[0].name))
    portfolio.rejected = counts.rejected
    for answers, rows in counts.alike:
        portfolio.count(_taken(answers, pack), answers.get(_verdict(pack)), rows)
    if portfolio.out_of_line:
        for company in _most_at_stake(source, keep, pack):
            portfolio.remember(_summary(company, pack), None)
    return portfolio


def _most_at_stake(source: Path, keep: Collection[str], pack: Pack) -> list[dict[str, Any]]:
    """The companies that are out of line, as many as a portfolio lists, those with most at stake first."""
    frame = scan(source)
    stakes = tuple(filter(None, (pack.voice.counts.budget, pack.voice.counts.people)))
    wanted = Wanted(detail=Detail.OPTIONS, keep=(ROW, NAME, *keep), seen=stakes)
    kernel = kernel_of(frame.collect_schema(), pack, wanted, str(source))
    out_of_line = pl.col(_verdict(pack)).is_in(list(OUT_OF_LINE))
    stake = [*(f"{SEEN}{name}" for name in stakes), f"{pack.main}.lead"]
    by = [*(pl.col(name).fill_null(0.0) for name in stake), -pl.col(ROW).cast(pl.Int64)]
    asked = [ROW, NAME, *(f"{SEEN}{name}" for name in stakes), *_shown(pack)]

    def first_of(piece: pl.LazyFrame) -> pl.LazyFrame:
        found = kernel.results(piece)
        there = set(found.collect_schema())
        return found.select(name for name in asked if name in there).filter(out_of_line).top_k(MOST, by=by)

    first = batches(source, frame, first_of)
    rows = (row for batch in first for row in batch.iter_rows(named=True))  # a frame would hold the texts of all others
    return nlargest(MOST, rows, key=lambda row: (*(row[name] or 0.0 for name in stake), -row[ROW]))


def _shown(pack: Pack) -> list[str]:
    """The results that a line about a company is made of."""
    main = [f"{pack.main}.{name}" for name in ("best_fit", "current", "verdict", "lead")]
    closed = [f"{pack.main}.{option.id}.closed" for option in pack.decision(pack.main).options]
    return [*(f"{decision.id}.chosen" for decision in pack.decisions), *main, *closed]


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
        closed=bool(row.get(f"{main}.{row[f'{main}.current']}.closed")),
        budget=row.get(f"{SEEN}{voice.budget}"),
        people=row.get(f"{SEEN}{voice.people}"),
    )
