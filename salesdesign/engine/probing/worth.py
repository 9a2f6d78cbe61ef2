"""Which unknown facts are most worth knowing next: those that would most likely change what is chosen."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from salesdesign.engine.probing.course import Course, course_of
from salesdesign.engine.probing.reading import open_facts
from salesdesign.engine.probing.retaking import retaking
from salesdesign.engine.probing.shares import member_shares
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import unknowns_of
from salesdesign.model.probing import Draws, WorthKnowing
from salesdesign.model.ranking import Ranking

EFFORT = 3000
"""So often is the decision taken, however many facts are unknown."""


def worth_knowing(subject: Subject, ranking: Ranking, seed: int) -> tuple[WorthKnowing, ...]:
    """Every unknown fact that the decision asks for, the one that would most likely change the choice first.

    All unknown facts are drawn; then each is taken away alone, and what is chosen without it is held against what is
    chosen with it. One fact by itself seldom moves a clear lead, so the others are not left unknown meanwhile. Of facts
    that would change the choice as likely, the one that could move more net points comes first. `ranking` is the
    decision as it is taken today.
    """
    course = course_of(subject)
    changes = _changes(subject, course, seed)
    known, catalogue = course.derived(subject.stated), subject.machine.pack.catalogue
    names = {name for step in course.steps for name in open_facts(step.decision, known, catalogue)}
    moves = _moves(ranking)
    found = [changes.get(name, WorthKnowing(fact=name, change=0.0, chosen={})) for name in names]
    return tuple(sorted(found, key=lambda worth: (-worth.change, -moves.get(worth.fact, 0.0), worth.fact)))


def _changes(subject: Subject, course: Course, seed: int) -> Mapping[str, WorthKnowing]:
    decisions = [step.decision for step in course.steps]
    unknowns = unknowns_of(subject, decisions, course.derived(subject.stated))
    draws = Draws(count=EFFORT // (len(unknowns.facts) + 1), seed=seed)
    changed: dict[str, Counter[tuple[int, ...]]] = {name: Counter() for name in unknowns.facts}
    again = retaking(course, subject.machine.partials, subject.stated, unknowns.facts)
    for turn in turns(subject, unknowns, draws):
        chosen = again.choice(turn)
        for name in turn:
            if again.choice({**turn, name: None}) != chosen:
                changed[name][chosen] += 1
    return {name: _worth(name, found, subject, draws) for name, found in changed.items()}


def _worth(name: str, changed: Counter[tuple[int, ...]], subject: Subject, draws: Draws) -> WorthKnowing:
    options = subject.decision.options
    return WorthKnowing(
        fact=name,
        change=changed.total() / draws.count,
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
