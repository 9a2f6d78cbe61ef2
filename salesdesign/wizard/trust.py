"""Whether the answer stands already, and what could still move it: the engine's draws over what can still be asked."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from salesdesign.engine.probing.course import Course, course_of
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import Unknowns, unknowns_of
from salesdesign.facts.derive import in_dollars
from salesdesign.facts.outline import outline_of
from salesdesign.model.probing import Draws
from salesdesign.wizard.desk import Desk
from salesdesign.wizard.reading import read_text

ENOUGH = 0.95
"""The share of draws over everything still open in which a choice that stands comes out."""

LITTLE = 0.02
"""An open question that would change the choice in no larger share of draws is not worth asking."""

EFFORT = 1600
"""So often the decision is taken for one prompt, which then answers at once; the report does more."""

MOST_DRAWS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How firm the choice is while facts that were declined stay unknown and all others turn out either way."""

    stands: float
    """The share of draws in which the choice comes out, 0 to 1."""
    moves: Mapping[str, float]
    """By open fact, the share of draws in which knowing it changes the choice; the largest first."""


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
    """Whether going on asking is hardly worth it."""
    moving = [fact for fact in open_facts if trust.moves.get(fact, 0.0) > LITTLE]
    return bool(chosen) and (trust.stands >= ENOUGH or not moving)


def _drawn(subject: Subject, closed: frozenset[str]) -> Trust:
    """One pass over the draws: how often today's choice comes out, and how often it hangs on one fact."""
    course = course_of(subject)
    unknowns = _open(subject, course, closed)
    count = min(MOST_DRAWS, EFFORT // (len(unknowns.facts) + 1))
    today, same, moved = course.last(subject.stated).chosen, 0, Counter(dict.fromkeys(unknowns.facts, 0))
    for turn in turns(subject, unknowns, Draws(count=count)):
        facts = {**subject.stated, **turn}
        chosen = course.last(facts).chosen
        same += chosen[:1] == today[:1]
        moved.update(name for name in turn if course.last({**facts, name: None}).chosen[:1] != chosen[:1])
    return Trust(stands=same / count, moves={name: times / count for name, times in moved.most_common()})


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
