"""How much surer the choice gets by knowing a fact."""

import pytest

from salesdesign.engine.probing.course import course_of
from salesdesign.engine.probing.gains import Drawn, choice_of, gains
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import turns
from salesdesign.engine.probing.unknowns import unknowns_of
from salesdesign.model.expression import Value
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


def narrowed(values: list[Value], chosen: list[int]) -> float:
    """What a fact with these values is worth where knowing it opens nothing."""
    return gains(lambda turn: 0, Drawn([{"a": value} for value in values], chosen))["a"]


@pytest.mark.parametrize(
    ("values", "chosen", "worth"),
    [
        ([1, 1, 2, 2], [0, 0, 1, 1], 2 / 3),
        ([1, 1, 2, 2], [0, 1, 0, 1], 2 / 3 - 1),
        ([1, 2, 3, 4], [0, 0, 1, 1], 2 / 3),
        ([1, 1, 1, 1], [0, 0, 1, 1], 0),
        ([*range(10)], [0] * 4 + [1] * 6, 48 / 90),
        ([*range(10)], [0] * 3 + [1] * 7, 42 / 90 - 2 / 10),
        (["x", "x", "y"], [0, 0, 1], 2 / 3),
    ],
)
def test_worth_is_the_fall_of_the_chance_that_two_draws_differ(
    values: list[Value], chosen: list[int], worth: float
) -> None:
    assert narrowed(values, chosen) == pytest.approx(worth)


def test_what_opens_a_choice_is_worth_the_draws_that_it_catches() -> None:
    drawn = Drawn([{"a": value} for value in (1, 1, 2, 2)], [0, 0, 1, 1])
    assert gains(lambda turn: 1 if turn.get("a") == 2 else 0, drawn)["a"] == pytest.approx(2 / 3 + 1 / 2)


def test_each_entry_of_a_list_is_worth_what_it_tells() -> None:
    drawn = Drawn([{"a": value} for value in (("x",), ("x", "y"), (), ("y",))], [0, 0, 1, 1])
    assert gains(lambda turn: 0, drawn)["a"] == pytest.approx(2 / 3 + (2 / 3 - 1))
