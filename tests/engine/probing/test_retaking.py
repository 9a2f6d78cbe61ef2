"""Decisions that are taken again while a few facts change come out as if everything were asked anew."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from salesdesign.engine.probing.course import course_of
from salesdesign.engine.probing.retaking import retaking
from salesdesign.engine.probing.subject import Subject
from salesdesign.model.catalogue import Derived, FactType
from salesdesign.model.expression import Call, Compare, Comparison, FactOf, Function, Literal, Value
from salesdesign.model.pack import Pack, Rule
from tests.engine.examples import criterion, decision, when
from tests.engine.probing.examples import PROBED, chained_packs, probed_packs, subject_of
from tests.strategies import pack_of, packs, stated_facts

Facts = dict[str, Value]

WEIGHTS = st.dictionaries(st.sampled_from([f"criterion_{place}" for place in range(4)]), st.sampled_from([0, 0.7, 5]))

LARGE_CREWS_SHIP = replace(
    decision(criterion("crew", 1.0, when("crew.sailors >= 3", ship=1000), when("crew.sailors < 3", raft=1000))),
    id="harbour",
)
BY_HARBOUR = Derived(
    name="trip.vessel",
    type=FactType.CHOICE,
    title="Vessel",
    value=Call(Function.FIRST, (FactOf("decided.harbour"), Literal("swim"))),
)


@given(st.one_of(packs(), probed_packs(), chained_packs()), stated_facts(), stated_facts(), WEIGHTS)
def test_the_choice_is_that_of_the_whole_course(
    pack: Pack, stated: Facts, drawn: Facts, weights: Mapping[str, float]
) -> None:
    subject = subject_of(pack, stated, weights)
    course = course_of(subject)
    changing = {name: value for name, value in drawn.items() if name not in stated}
    again = retaking(course, subject.machine.partials, stated, changing)
    for changed in (changing, *({**changing, name: None} for name in changing), {}):
        assert again.chosen(changed) == course.last({**stated, **changed}).chosen


def test_a_decision_that_reads_another_comes_out_otherwise_with_it() -> None:
    assert chosen_with_crews(following("decided.harbour")) == ["raft", "ship", None]


def test_what_stands_in_for_a_stated_fact_is_worked_out_again_after_each_decision() -> None:
    pack = replace(following("trip.vessel"), catalogue=replace(PROBED, derived={"trip.vessel": BY_HARBOUR}))
    assert chosen_with_crews(pack) == ["raft", "ship", None]


def following(fact: str) -> Pack:
    """A pack whose second decision chooses what a fact says."""
    rules = [
        Rule(
            id=vessel,
            when=Compare(Comparison.EQUAL, FactOf(fact), Literal(vessel)),
            asks="",
            points={vessel: 1000},
            because="",
            evidence=(),
        )
        for vessel in ("raft", "ship")
    ]
    return pack_of(LARGE_CREWS_SHIP, decision(criterion("follows", 1.0, *rules)), catalogue=PROBED)


def chosen_with_crews(pack: Pack) -> list[str | None]:
    """What the second decision chooses for a small crew, a large one, and one of which nobody knows."""
    subject = subject_of(pack, {})
    again = retaking(course_of(subject), subject.machine.partials, {}, ["crew.sailors"])
    return [option_of(again.chosen({"crew.sailors": sailors}), subject) for sailors in (2, 4, None)]


def option_of(chosen: tuple[int, ...], subject: Subject) -> str | None:
    """The id of an option that is chosen."""
    return subject.decision.options[chosen[0]].id if chosen else None
