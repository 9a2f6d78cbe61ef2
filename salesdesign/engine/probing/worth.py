"""Which unknown facts are most worth knowing next: those that make the choice surest, and how often each turns it."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from salesdesign.engine.probing.course import Course, course_of
from salesdesign.engine.probing.gains import GAINED, Drawn, gains
from salesdesign.engine.probing.reading import open_facts
from salesdesign.engine.probing.retaking import retaking
from salesdesign.engine.probing.shares import NOTHING, member_shares
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import unknowns_of
from salesdesign.engine.probing.waiting import waiting
from salesdesign.model.probing import Draws, WorthKnowing
from salesdesign.model.ranking import Ranking

EFFORT = 3000
"""So often is the decision taken, however many facts are unknown."""


def worth_knowing(subject: Subject, ranking: Ranking, seed: int) -> tuple[WorthKnowing, ...]:
    """Every unknown fact that the decision asks for, the one whose answer is worth most first.

    What a gate waits for comes before all; the others go by how much surer the choice gets by knowing them. How often
    a fact turns the choice is found by drawing all unknown facts, and taking away each alone: one by itself seldom
    moves a clear lead, so the others are not left unknown meanwhile. Of facts that are worth as much, the one that
    could move more net points comes first. `ranking` is the decision as it is taken today.
    """
    course = course_of(subject)
    told = _told(subject, course, seed)
    known, catalogue = course.derived(subject.stated), subject.machine.pack.catalogue
    names = {name for step in course.steps for name in open_facts(step.decision, known, catalogue)}
    moves, first = _moves(ranking), waiting(subject, course)
    found = [told.changes.get(name, WorthKnowing(fact=name, change=0.0, chosen={})) for name in names]

    def place(worth: WorthKnowing) -> tuple[bool, float, float, str]:
        name = worth.fact
        return name not in first, -max(0.0, told.gains.get(name, 0.0)), -moves.get(name, 0.0), name

    return tuple(sorted(found, key=place))


class _Told(NamedTuple):
    """What the draws tell of each unknown fact."""

    gains: Mapping[str, float]
    changes: Mapping[str, WorthKnowing]


def _told(subject: Subject, course: Course, seed: int) -> _Told:
    decisions = [step.decision for step in course.steps]
    unknowns = unknowns_of(subject, decisions, course.derived(subject.stated))
    many = EFFORT // (len(unknowns.facts) + 1)
    drawn = [*turns(subject, unknowns, Draws(count=max(GAINED, many), seed=seed))] if unknowns.facts else []
    again = retaking(course, subject.machine.partials, subject.stated, unknowns.facts)
    chosen = [again.choice(turn) for turn in drawn]
    changed: dict[str, Counter[tuple[int, ...]]] = {name: Counter() for name in unknowns.facts}
    for turn, choice in zip(drawn[:many], chosen, strict=False):
        for name in turn:
            if again.choice({**turn, name: None}) != choice:
                changed[name][choice] += 1
    firsts = [*map(_first, chosen[:GAINED])]
    return _Told(
        gains=gains(lambda turn: _first(again.choice(turn)), Drawn(drawn[:GAINED], firsts)),
        changes={name: _worth(name, found, subject, min(many, len(drawn))) for name, found in changed.items()},
    )


def _first(chosen: tuple[int, ...]) -> int:
    return chosen[0] if chosen else NOTHING


def _worth(name: str, changed: Counter[tuple[int, ...]], subject: Subject, draws: int) -> WorthKnowing:
    options = subject.decision.options
    return WorthKnowing(
        fact=name,
        change=changed.total() / draws,
        chosen={options[place].id: float(share) for place, share in sorted(member_shares(changed).items())},
    )


def _moves(ranking: Ranking) -> Mapping[str, float]:
    """By missing fact, the net thousandths that it could move between options."""
    moves: dict[str, float] = defaultdict(float)
    for standing in ranking.standings:
        for contribution in standing.contributions:
            for finding in contribution.findings:
                spread = finding.high[standing.option] - finding.low[standing.option]
                for name in finding.missing:
                    moves[name] += contribution.weight * spread / len(finding.missing)
    return moves
