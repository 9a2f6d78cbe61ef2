"""The portfolio page: every number and sentence of it decided."""

from collections import Counter
from collections.abc import Iterator

from salesdesign.bulk.index import VERDICTS, Cell, Column, Wording, figure, named, stake_cells
from salesdesign.bulk.portfolio import INDEX, Portfolio
from salesdesign.bulk.summary import Summary
from salesdesign.model.pack import Decision, Pack
from salesdesign.records import dataclass
from salesdesign.wording.numbers import capitalised, counted, number, share


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A share of all companies."""

    label: str
    count: str
    share: str
    percent: str
    """The length, for a drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """How the companies spread over something."""

    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of texts."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the portfolio page shows."""

    headline: str
    stamp: str
    verdicts: Bars
    spread: Table | None
    """Main options against stages of growth; None where the pack has no stages."""
    decisions: tuple[Bars, ...]
    at_stake: Table
    whole: str
    """The file that lists every company."""
    whole_title: str
    """What the link to it says."""
    in_order: str
    """What the companies that are out of line are sorted by."""


def overview_of(portfolio: Portfolio, pack: Pack, words: Wording, changed: str = "") -> Overview:
    """The portfolio page of a batch; `changed` says what was changed on the command line."""
    return Overview(
        headline=" ".join(filter(None, [_headline(portfolio), changed])),
        stamp=f"Rules: {pack.name} {pack.version}, {pack.digest}",
        verdicts=_bars("Today's organisation", portfolio.verdicts, portfolio.companies, _verdict_names()),
        spread=_spread(portfolio, pack, words),
        decisions=tuple(
            _bars(decision.name, counter, portfolio.companies, _option_names(decision, words))
            for decision, counter in zip(pack.decisions, portfolio.chosen, strict=True)
        ),
        at_stake=_at_stake(portfolio, words),
        whole=portfolio.whole,
        whole_title="All companies" if portfolio.whole == INDEX else f"The results of all companies: {portfolio.whole}",
        in_order=_in_order(words),
    )


def _in_order(words: Wording) -> str:
    stakes = (
        f"the {words.budget.lower()} in US dollars a year" if words.budget else "",
        f"the number of {words.people.lower()}" if words.people else "",
        "by how many net points today's organisation is behind",
    )
    told = ", then ".join(stake for stake in stakes if stake)
    return f"Sorted by what is at stake: {told}. What a company does not state counts as nothing."


def _headline(portfolio: Portfolio) -> str:
    companies = counted(portfolio.companies, "company", "companies")
    refused = f" {number(portfolio.rejected)} more could not be read."
    return (
        f"{companies}; {number(portfolio.out_of_line)} of them out of line with their own facts."
        f"{refused if portfolio.rejected else ''}"
    )


def _verdict_names() -> dict[str, str]:
    return {
        "keep": "Keep: today's fits",
        "pilot": "Pilot: another leads",
        "change": "Change: another leads clearly, or today's is ruled out",
        "": "Today's not known, or not among the options",
    }


def _option_names(decision: Decision, words: Wording) -> dict[str, str]:
    return {**{option.id: words.option(decision, option.id) for option in decision.options}, "": "None"}


def _bars(title: str, counter: Counter[str], companies: int, names: dict[str, str]) -> Bars:
    return Bars(
        title=title,
        bars=tuple(
            Bar(
                label=label,
                count=number(counter[key]),
                share=share(counter[key] / companies),
                percent=f"{100 * counter[key] / companies:.2f}",
            )
            for key, label in names.items()
            if counter[key]
        ),
    )


def _spread(portfolio: Portfolio, pack: Pack, words: Wording) -> Table | None:
    if not pack.stages or pack.stages == pack.main:
        return None
    main, stages = pack.decision(pack.main), pack.decision(pack.stages)
    rows = [key for key in _option_names(main, words) if any(one == key for one, _ in portfolio.spread)]
    columns = [key for key in _option_names(stages, words) if any(other == key for _, other in portfolio.spread)]
    names, headings = _option_names(main, words), _option_names(stages, words)
    return Table(
        caption=f"{capitalised(main.name)} against {stages.name.lower()}: companies",
        columns=(Column(main.name), *(Column(headings[key], numeric=True) for key in columns)),
        rows=tuple(
            (Cell(names[row]), *(Cell(_count(portfolio.spread[row, column]), numeric=True) for column in columns))
            for row in rows
        ),
    )


def _count(companies: int) -> str:
    return number(companies) if companies else ""


def _at_stake(portfolio: Portfolio, words: Wording) -> Table:
    rows = tuple(tuple(_stake_cells(summary, report, words)) for summary, report in portfolio.most_at_stake())
    left = portfolio.out_of_line - len(rows)
    more = f" The first {len(rows)}; {portfolio.whole} has all." if left else ""
    return Table(
        caption=f"{counted(portfolio.out_of_line, 'company', 'companies')} out of line.{more}",
        columns=(
            Column("Company"),
            Column("Today"),
            Column("The facts speak for"),
            Column("Verdict"),
            Column("Behind by", numeric=True),
            *words.stakes(),
        ),
        rows=rows,
    )


def _stake_cells(summary: Summary, report: str | None, words: Wording) -> Iterator[Cell]:
    yield named(summary, report)
    yield Cell(words.today(summary))
    yield Cell(words.option(words.main, summary.best_fit))
    yield Cell(VERDICTS.get(summary.verdict or "", ""))
    yield figure(summary.lead)
    yield from stake_cells(summary, words)
