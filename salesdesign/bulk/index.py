"""The rows of the index page: every company in one line, every text decided."""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote

from salesdesign.bulk.portfolio import Portfolio
from salesdesign.bulk.summary import Summary
from salesdesign.model.pack import Decision, Pack
from salesdesign.wording.numbers import capitalised, counted, list_of, money, number

VERDICTS = {"change": "Change", "pilot": "Pilot", "keep": "Keep"}


class Column(NamedTuple):
    """A column of a page."""

    title: str
    numeric: bool = False


class Cell(NamedTuple):
    """One value in it."""

    text: str
    sort: str = ""
    """What it is sorted by where that is another text: a number as it is calculated with."""
    link: str = ""
    numeric: bool = False


class Wording:
    """How a pack's options read on the pages."""

    def __init__(self, pack: Pack) -> None:
        self.main = pack.decision(pack.main)
        self.decisions = pack.decisions
        self._pack = pack
        self._names = {
            (decision.id, option.id): option.name for decision in pack.decisions for option in decision.options
        }

    def stakes(self) -> tuple[Column, ...]:
        """What is at stake for a company, as the catalogue calls it; what the pack has no fact for is left out."""
        return tuple(Column(title, numeric=True) for title in (self.people, self.budget) if title)

    @property
    def people(self) -> str:
        """The title of the fact that counts those who do the work; empty where there is none."""
        return self._title(self._pack.voice.counts.people)

    @property
    def budget(self) -> str:
        """The title of the budget; empty where there is none."""
        return self._title(self._pack.voice.counts.budget)

    def _title(self, name: str) -> str:
        catalogue = self._pack.catalogue
        fact = catalogue.facts.get(name) or catalogue.derived.get(name)
        return fact.title if fact else ""

    def option(self, decision: Decision, option: str | None) -> str:
        """The name of an option; what the pack does not know is shown as it is stated."""
        if not option:
            return "–"
        return capitalised(self._name(decision, option))

    def today(self, summary: Summary) -> str:
        """The name of today's option, and whether the rules leave it open."""
        return f"{self.option(self.main, summary.today)}{' (ruled out)' if summary.closed else ''}"

    def options(self, decision: Decision, chosen: tuple[str, ...]) -> str:
        """The names of all that are chosen."""
        return capitalised(list_of(self._name(decision, option) for option in chosen)) or "–"

    def _name(self, decision: Decision, option: str) -> str:
        return self._names.get((decision.id, option), option.replace("_", " "))


def index_caption(portfolio: Portfolio) -> str:
    """What the index lists, and what it cannot."""
    companies = counted(portfolio.companies, "company", "companies")
    rejected = f"; {number(portfolio.rejected)} more could not be read, see rejected.csv" if portfolio.rejected else ""
    return f"{companies}{rejected}"


def index_columns(words: Wording) -> tuple[Column, ...]:
    """The columns of the index."""
    others = (Column(decision.name) for decision in words.decisions if decision is not words.main)
    return (
        Column("Company"),
        Column("Verdict"),
        Column("Today"),
        Column(words.main.name),
        Column("Behind by", numeric=True),
        *others,
        *words.stakes(),
    )


def index_cells(summary: Summary, report: str | None, words: Wording) -> Iterator[Cell]:
    """A company's row; `report` is the path of its report, seen from the page."""
    main = words.main
    yield named(summary, report)
    yield Cell(VERDICTS.get(summary.verdict or "", "–"))
    yield Cell(words.today(summary))
    yield Cell(words.options(main, _chosen(summary, main, words)))
    yield figure(summary.lead)
    for decision in words.decisions:
        if decision is not main:
            yield Cell(words.options(decision, _chosen(summary, decision, words)))
    yield from stake_cells(summary, words)


def stake_cells(summary: Summary, words: Wording) -> Iterator[Cell]:
    """What is at stake for a company, in the columns of the wording."""
    if words.people:
        yield figure(summary.people)
    if words.budget:
        yield dollars(summary.budget)


def named(summary: Summary, report: str | None) -> Cell:
    """The company's name, with a link to its report where it has one."""
    return Cell(summary.name, link=quote(report) if report else "")


def figure(value: float | None, show: Callable[[float], str] = number) -> Cell:
    """A number, or nothing where it is not known."""
    if value is None:
        return Cell("", numeric=True)
    return Cell(show(value), sort=f"{value:.10g}", numeric=True)


def dollars(value: float | None) -> Cell:
    """An amount in US dollars, or nothing where it is not known."""
    return figure(value, lambda amount: money(amount, "USD"))


def _chosen(summary: Summary, decision: Decision, words: Wording) -> tuple[str, ...]:
    return summary.chosen[words.decisions.index(decision)]
