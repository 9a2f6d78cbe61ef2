"""How much surer the choice gets by knowing a fact."""

import pytest

from salesdesign.engine.probing.course import course_of
from salesdesign.engine.probing.gains import Drawn, choice_of, gains
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import unknowns_of
from salesdesign.model.probing import Draws
from tests.engine.examples import criterion, decision, when
from tests.engine.probing.examples import subject_of


def found(subject: Subject) -> dict[str, float]:
    course = course_of(subject)
    unknowns = unknowns_of(subject, [subject.decision], course.derived(subject.stated))
    drawn = [*turns(subject, unknowns, Draws(count=400))]
    chosen = [choice_of(course, {**subject.stated, **turn}) for turn in drawn]
    return dict(gains(lambda turn: choice_of(course, {**subject.stated, **turn}), Drawn(drawn, chosen)))


def test_the_fact_that_decides_alone_tells_all_and_another_nothing() -> None:
    asked = decision(
        criterion("cargo", 1.0, when("crew.sailors >= 0", raft=1000), when("cargo.value >= 0", boat=500)),
        criterion("water", 3.0, when("trip.insured", boat=3000)),
        options="raft boat",
    )
    gained = found(subject_of(asked, {"crew.sailors": 2}))
    assert list(gained) == ["trip.insured", "cargo.value"]
    assert gained["trip.insured"] == pytest.approx(1.0, abs=0.05)  # a half narrowed, a half caught up
    assert gained["cargo.value"] == pytest.approx(0.0, abs=0.05)


def test_of_two_facts_that_only_decide_together_each_tells_something() -> None:
    asked = decision(
        criterion("cargo", 1.0, when("crew.sailors >= 0", raft=1000)),
        criterion("water", 3.0, when("trip.insured and crew.skill >= 3", boat=3000)),
        options="raft boat",
    )
    gained = found(subject_of(asked, {"crew.sailors": 2}))
    assert all(gained[name] > 0.05 for name in ("trip.insured", "crew.skill"))


def test_nothing_is_told_where_nothing_is_drawn() -> None:
    assert (
        found(subject_of(decision(criterion("cargo", 1.0, when("trip.insured", raft=1000))), {"trip.insured": True}))
        == {}
    )
