"""What the pages over all companies say of one."""

from typing import NamedTuple

from salesdesign.bulk.decide import Decided
from salesdesign.engine.rows.take import Taken
from salesdesign.model.company import Company
from salesdesign.model.pack import POINT, Pack


class Summary(NamedTuple):
    """A company in one line."""

    name: str
    chosen: tuple[tuple[str, ...], ...]
    """By decision, in the order of the pack."""
    best_fit: str | None
    """Of the main decision, as all below."""
    today: str | None
    verdict: str | None
    lead: float | None
    """Net points of the best fit over today's option."""
    closed: bool
    """Whether a gate closes today's option."""
    budget: float | None
    """US dollars a year."""
    people: float | None
    """Who do the work."""


def summary_of(company: Company, decided: Decided, pack: Pack) -> Summary:
    """The summary of a company."""
    place = next(place for place, decision in enumerate(pack.decisions) if decision.id == pack.main)
    main = decided.taken[place]
    return Summary(
        name=company.name,
        chosen=tuple(taken.chosen for taken in decided.taken),
        best_fit=main.best_fit,
        today=main.current,
        verdict=main.verdict,
        lead=None if main.lead is None else main.lead / POINT,
        closed=_is_closed(main, pack),
        budget=_number(decided, pack.voice.counts.budget),
        people=_number(decided, pack.voice.counts.people),
    )


def _is_closed(main: Taken, pack: Pack) -> bool:
    ids = [option.id for option in pack.decision(pack.main).options]
    return main.current in ids and bool(main.weighed.closed >> ids.index(main.current) & 1)


def _number(decided: Decided, name: str) -> float | None:
    value = decided.facts.get(name)
    return value if isinstance(value, int | float) else None
