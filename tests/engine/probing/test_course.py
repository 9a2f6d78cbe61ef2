"""The quick way to a decision comes out as the engine does."""

from hypothesis import given

from salesdesign.engine.decide import decide
from salesdesign.engine.probing.course import course_of
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose, Pack
from tests.engine.probing.examples import subject_of
from tests.strategies import packs, stated_facts


@given(packs(), stated_facts())
def test_nets_gates_and_choice_are_those_of_the_engine(pack: Pack, facts: dict[str, Value]) -> None:
    subject = subject_of(pack, facts)
    ranking = decide(subject.machine, subject.decision, subject.machine.derive(facts), {})
    taken = course_of(subject).last(facts)
    ids = [option.id for option in subject.decision.options]
    several = subject.decision.choose is Choose.SEVERAL
    assert dict(zip(ids, taken.nets, strict=True)) == {item.option: item.net for item in ranking.standings}
    assert {ids[place] for place in taken.places} == {item.option for item in ranking.standings if not item.closed}
    assert tuple(ids[place] for place in (taken.chosen if several else taken.chosen[:1])) == ranking.chosen


@given(packs(), stated_facts(), stated_facts())
def test_what_was_asked_before_does_not_matter(pack: Pack, one: dict[str, Value], other: dict[str, Value]) -> None:
    subject = subject_of(pack, one)
    course = course_of(subject)
    course.last(other)
    assert course.last(one) == course_of(subject).last(one)
