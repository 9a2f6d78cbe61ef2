"""How firmly a decision stands: its confidence, in two numbers that call for different deeds."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from salesdesign.engine.probing.course import Course, Taken, course_of
from salesdesign.engine.probing.judgement import judgement
from salesdesign.engine.probing.retaking import retaking
from salesdesign.engine.probing.shares import NOTHING, member_shares, shares_of
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import unknowns_of
from salesdesign.model.pack import Choose
from salesdesign.model.probing import Draws, Firmness


def firmness(subject: Subject, draws: Draws) -> Firmness:
    """How often today's choice comes out where our judgement varies, and where unknown facts turn out either way.

    The choice is the recommended one: today's option keeps its inertia and gates close in every draw. Where several can
    be chosen, it is all that are chosen together, or none of them. Where one is to be chosen and nothing is,
    `judgement` tells how often the option with the highest net has it, which is chance where nothing speaks, and
    `facts` how often still nothing is chosen. Decisions on the way to this one are taken again in each draw of facts.
    """
    course = course_of(subject)
    taken = course.last(subject.stated)
    shares, again = _by_facts(subject, course, taken, draws)
    return Firmness(
        judgement=judgement(subject, course.derived(subject.stated), taken, draws),
        facts={option.id: float(shares.get(place, 0)) for place, option in enumerate(subject.decision.options)},
        by_facts=float(again),
    )


def _by_facts(subject: Subject, course: Course, taken: Taken, draws: Draws) -> tuple[Mapping[int, Fraction], Fraction]:
    """In which share of draws each option is chosen, and what is chosen today; options that come out equal share one.

    Where nothing is to be drawn, the choice stands in all of them.
    """
    together = subject.decision.choose is Choose.SEVERAL
    unknowns = unknowns_of(subject, [step.decision for step in course.steps], course.derived(subject.stated))
    if not unknowns.facts:
        return dict.fromkeys(taken.chosen if together else taken.chosen[:1], Fraction(1)), Fraction(1)
    again = retaking(course, subject.machine.partials, subject.stated, unknowns.facts)
    found = Counter(map(again.chosen, turns(subject, unknowns, draws)))
    if together:
        same = sum(times for chosen, times in found.items() if set(chosen) == set(taken.chosen))
        return member_shares(found), Fraction(same, found.total())
    shares = shares_of(found)
    return shares, shares.get(taken.chosen[0] if taken.chosen else NOTHING, Fraction(0))
