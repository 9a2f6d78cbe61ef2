"""Today: the bookings that keep today's people busy as they are organised now, where nobody said what is wanted."""

from salesdesign.planning.basis import Care, Sources
from salesdesign.records import dataclass

ROUNDS = 40
"""Halvings that find the bookings to a part of a million million."""
CARE_MOST = 0.5
"""The largest part of the week that looking after customers takes from people who do every step; our judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Today's people of one market."""

    closers: float
    developers: float
    """Zero where nobody is specialised."""
    generalist_factor: float | None
    """Time of one person for all steps over that of specialists; None where today's people are specialists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selling:
    """What selling takes in one market."""

    output: float
    """Bookings of somebody who does nothing but close, a month."""
    worth: float
    """Bookings that an accepted opportunity brings on average."""
    sources: Sources
    care: Care


def carried(team: Team, selling: Selling) -> float:
    """Bookings a month that today's people bring: all of their closing, or less where finding takes too many of them.

    >>> from salesdesign.planning.basis import Care, Sources
    >>> sources = Sources(leads=None, inbound_share=0.0, referral=0.0, partner=0.0, self_sourced=1.0, meetings=6.0,
    ...     leads_per_person=400.0, opportunities_per_person=22.0, lead_to_opportunity=0.055)
    >>> care = Care(customers=None, churn=0.0, accounts_per_person=80.0, wanted=True)
    >>> nine = Team(closers=9, developers=0, generalist_factor=1.125)
    >>> carried(nine, Selling(output=50_000.0, worth=5_000.0, sources=sources, care=care))
    400000.0
    """
    most = team.closers * selling.output
    if busy(team, selling, most) <= team.closers + team.developers:
        return most
    low, high = 0.0, 1.0
    for _ in range(ROUNDS):
        middle = (low + high) / 2
        if busy(team, selling, most * middle) <= team.closers + team.developers:
            low = middle
        else:
            high = middle
    return round(most * low, 2)


def busy(team: Team, selling: Selling, bookings: float) -> float:
    """People whom so many bookings a month keep busy, as they are organised now."""
    closing = bookings / selling.output if selling.output else 0.0
    finding = _finding(selling, bookings)
    if team.generalist_factor is None:
        return closing + finding
    return (closing + finding + _caring(team, selling)) * team.generalist_factor


def _finding(selling: Selling, bookings: float) -> float:
    """People who make opportunities of leads and of strangers; no more leads are worked than are of use."""
    sources = selling.sources
    needed = bookings / selling.worth if selling.worth else 0.0
    left = max(0.0, 1 - sources.referral - sources.partner - sources.self_sourced) * needed
    come = max((sources.leads or 0.0) * sources.lead_to_opportunity, (sources.inbound_share or 0.0) * needed)
    inbound = min(left, come)
    leads = inbound / sources.lead_to_opportunity if sources.lead_to_opportunity else 0.0
    answering = max(leads / sources.leads_per_person, inbound / sources.opportunities_per_person)
    return answering + ((left - inbound) / sources.meetings if sources.meetings else 0.0)


def _caring(team: Team, selling: Selling) -> float:
    care = selling.care
    if not care.wanted or not care.customers:
        return 0.0
    return min(care.customers / care.accounts_per_person, CARE_MOST * team.closers / (team.generalist_factor or 1.0))
