"""What is checked: one facts file with its advice; and what a check answers."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from salesdesign.facts.names import NAME
from salesdesign.model.advice import Advice
from salesdesign.model.company import Company, Place
from salesdesign.model.pack import Pack
from salesdesign.policy.policy import Policy
from salesdesign.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CommittedReport:
    """A report that lies beside the facts."""

    path: str
    """As the policy sees it."""
    wanted: str
    """What the facts give."""
    found: str | None
    """What is there; None where nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One facts file, advised, and what it is held to."""

    file: str
    """As it was named, with forward slashes."""
    key: str
    """As the policy and the baseline see it."""
    company: Company
    advice: Advice
    pack: Pack
    policy: Policy
    today: date
    reports: tuple[CommittedReport, ...] = ()

    def place(self, facts: Iterable[str]) -> Place:
        """Where the first of the facts is written that is; the company's name where none is."""
        for name in (*facts, NAME):
            place = self.company.places.get(name)
            if place is not None and place.line:
                return place
        return Place(self.file, 1, 1)

    def number(self, fact: str) -> float | None:
        """A fact as a number, stated or derived; None while it is unknown."""
        value = self.advice.facts.get(fact)
        return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as the policy wants it."""

    subject: str
    """What it is about: an option, a fact, a trigger, a report."""
    expected: str
    found: str
    mend: str
    facts: tuple[str, ...] = ()
    """Where to point at: the first that is stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """That a question could not be asked."""

    because: str
    facts: tuple[str, ...] = ()
    """The facts that would have to be known."""


Answers: TypeAlias = Iterator[Fault | Unasked]
"""What a check finds: faults, or why it could not be asked; nothing where all is as the policy wants it."""


def not_known(*facts: str) -> Unasked:
    """That facts are missing which a question needs."""
    return Unasked(because=f"Not known: {', '.join(facts)}.", facts=facts)
