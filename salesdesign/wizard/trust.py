"""Whether the answer stands already, and what could still move it: the engine's draws over what can still be asked."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

from salesdesign.engine.probing.course import Course, course_of
from salesdesign.engine.probing.gains import GAINED, Drawn, choice_of, gains
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import Unknowns, unknowns_of
from salesdesign.engine.probing.waiting import waiting
from salesdesign.facts.derive import in_dollars
from salesdesign.facts.outline import outline_of
from salesdesign.model.probing import Draws
from salesdesign.records import dataclass
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.reading import read_text

ENOUGH = 0.95
"""The share of draws over everything still open in which a choice that stands comes out."""

LITTLE = 0.02
"""An open question that would change the choice in no larger share of draws is not worth asking."""

TELLING = 0.01
"""What knowing a fact must be worth for its question to be counted among those that are left."""

DRAWS = GAINED
"""So many draws are made for one prompt, which then answers at once; how sure the report is takes more."""

LOOKED_AT = 6
"""Of so many facts, the most telling first, it is found out how often the choice hangs on them."""

SOME = 80
"""In so many of the draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How firm the choice is while facts that were declined stay unknown and all others turn out either way."""

    stands: float
    """The share of draws in which the choice comes out, 0 to 1."""
    leads: bool
    """Whether no other option comes out in more draws."""
    worth: Mapping[str, float]
    """By open fact, how much surer the choice gets by knowing it; the most first, with what a gate waits for before."""
    moves: Mapping[str, float]
    """Of the worthiest facts, up to the first that counts: in which share of draws another is chosen without it."""
    waiting: frozenset[str]
    """Facts without which nothing can be recommended, or not what there is today: a gate waits for them."""


@lru_cache(maxsize=64)
def trust_in(text: str, desk: Desk) -> Trust:
    """How firm the main decision is for what a text states."""
    file = read_text(text, desk.catalogue)
    subject = Subject(
        machine=desk.machine,
        decision=desk.pack.decision(desk.pack.main),
        stated=in_dollars(file.company, desk.catalogue),
        weights={},
        impossible=outline_of(desk.catalogue).broken,
    )
    return _drawn(subject, file.declined | file.company.facts.keys())


def is_firm(trust: Trust, chosen: Collection[str], open_facts: Collection[str]) -> bool:
    """Whether going on asking is hardly worth it.

    A choice that hangs on no single question stands only where it leads over the draws: else many small answers
    together would turn it.
    """
    if not chosen or not trust.waiting.isdisjoint(open_facts):
        return False
    settled = trust.leads and not any(trust.moves.get(fact, 0.0) > LITTLE for fact in open_facts)
    return trust.stands >= ENOUGH or settled


def _drawn(subject: Subject, closed: frozenset[str]) -> Trust:
    """How often today's choice comes out over the draws, and how much of that hangs on which fact."""
    course = course_of(subject)
    unknowns = _open(subject, course, closed)
    found = [*turns(subject, unknowns, Draws(count=DRAWS))] if unknowns.facts else [{}]
    drawn = Drawn(found, [choice_of(course, {**subject.stated, **turn}) for turn in found])
    today = choice_of(course, subject.stated)
    worth = gains(lambda turn: choice_of(course, {**subject.stated, **turn}), drawn)
    waited_for = waiting(subject, course) - closed
    return Trust(
        stands=drawn.chosen.count(today) / len(found),
        leads=drawn.chosen.count(today) == max(Counter(drawn.chosen).values()),
        worth={**dict.fromkeys(sorted(waited_for), 1.0), **worth},
        moves=_moving([*worth][:LOOKED_AT], subject, course, drawn),
        waiting=waited_for,
    )


def _moving(names: Collection[str], subject: Subject, course: Course, drawn: Drawn) -> Mapping[str, float]:
    """The moves of these facts, up to the first that is worth asking for: one is reason enough to go on."""
    found: dict[str, float] = {}
    for name in names:
        found[name] = _moves(name, subject, course, drawn)
        if found[name] > LITTLE:
            break
    return found


def _moves(name: str, subject: Subject, course: Course, drawn: Drawn) -> float:
    """In which share of draws another option is chosen where one fact of them is not known."""
    pairs = [*zip(drawn.turns, drawn.chosen, strict=True)][:SOME]
    moved = sum(
        choice_of(course, {**subject.stated, **turn, name: None}) != choice for turn, choice in pairs if name in turn
    )
    return moved / len(pairs)


def _open(subject: Subject, course: Course, closed: frozenset[str]) -> Unknowns:
    """The unknown facts that can still be asked for: not those that are declined, or wait for a rate that is."""
    decisions = [step.decision for step in course.steps]
    unknowns = unknowns_of(subject, decisions, course.derived(subject.stated))
    wholes = tuple(
        replace(
            whole,
            drawn=tuple(name for name in whole.drawn if name not in closed),
            filled=whole.filled and not closed.intersection(whole.drawn),
        )
        for whole in unknowns.wholes
    )
    return Unknowns(facts={n: fact for n, fact in unknowns.facts.items() if n not in closed}, wholes=wholes)
