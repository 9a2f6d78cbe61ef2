"""How firmly a decision stands: its confidence, in two numbers that call for different deeds."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from salesdesign.engine.probing.course import Course, course_of
from salesdesign.engine.probing.judgement import judgement
from salesdesign.engine.probing.shares import NOTHING, shares_of
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import unknowns_of
from salesdesign.model.probing import Draws, Firmness


def firmness(subject: Subject, draws: Draws) -> Firmness:
    """How often today's choice comes out where our judgement varies, and where unknown facts turn out either way.

    The choice is the recommended one: today's option keeps its inertia and gates close in every draw. Where nothing is
    chosen, `judgement` tells how often the option with the highest net has it, which is chance where nothing speaks,
    and `facts` how often still nothing is chosen. Decisions on the way to this one are taken again in each draw of
    facts.
    """
    course = course_of(subject)
    taken = course.last(subject.stated)
    by_judgement = judgement(subject, course.derived(subject.stated), taken, draws)
    by_facts = _by_facts(subject, course, draws)
    ids = [option.id for option in subject.decision.options]
    first = taken.chosen or sorted(taken.places, key=lambda place: -taken.nets[place])
    return Firmness(
        judgement=by_judgement,
        facts={option: float(by_facts.get(place, 0)) for place, option in enumerate(ids)},
        by_judgement=by_judgement.chosen[ids[first[0]]] if first else 1.0,  # where none is open, it alters nothing
        by_facts=float(by_facts.get(taken.chosen[0] if taken.chosen else NOTHING, 0)),
    )


def _by_facts(subject: Subject, course: Course, draws: Draws) -> Mapping[int, Fraction]:
    """In which share of draws each option is the choice; options that come out equal share a draw.

    Where nothing is to be drawn, the choice stands in all of them.
    """
    decisions = [step.decision for step in course.steps]
    unknowns = unknowns_of(subject, decisions, course.derived(subject.stated))
    if not unknowns.facts:
        return shares_of(Counter([course.last(subject.stated).chosen[:1]]))  # nothing is left to chance
    found = (course.last({**subject.stated, **turn}).chosen for turn in turns(subject, unknowns, draws))
    return shares_of(Counter(found))
