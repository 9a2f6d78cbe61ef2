"""Draws of unknown facts: valid together, and nested."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.engine.probing.course import course_of
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.turns import fitted, turns
from salesdesign.engine.probing.unknowns import Unknowns, Whole, unknowns_of
from salesdesign.model.expression import Value
from salesdesign.model.pack import Pack
from salesdesign.model.probing import Draws
from tests.engine.examples import criterion, decision, when
from tests.engine.probing.examples import PROBED, possible, probed_packs, subject_of
from tests.strategies import all_facts, stated_facts

Facts = dict[str, Value]


def unknown_in(subject: Subject) -> Unknowns:
    course = course_of(subject)
    return unknowns_of(subject, [subject.decision], course.derived(subject.stated))


def drawn(subject: Subject, draws: Draws) -> list[Facts]:
    return [dict(turn) for turn in turns(subject, unknown_in(subject), draws)]


def asking(*questions: str) -> Subject:
    return subject_of(decision(*(criterion(text, 1.0, when(text, raft=1000)) for text in questions)), {})


@settings(max_examples=60)
@given(probed_packs(), stated_facts().filter(possible), st.integers(0, 3))
def test_what_is_drawn_can_be_and_was_unknown(pack: Pack, facts: Facts, seed: int) -> None:
    subject = subject_of(pack, facts)
    for turn in drawn(subject, Draws(count=12, seed=seed)):
        assert not subject.impossible({**facts, **turn})
        assert facts.keys().isdisjoint(turn)
        together = {**facts, **turn}
        shares = [
            value for name in ("cargo.share", "cargo.rest") if isinstance(value := together.get(name), (int, float))
        ]
        assert sum(shares) <= 1.001
        assert not {"cargo.share", "cargo.rest"} <= turn.keys() or sum(shares) == pytest.approx(1)
        for name, value in turn.items():
            typical = PROBED.facts[name].typical
            if typical and not PROBED.facts[name].whole:
                assert isinstance(value, (int, float))
                assert typical[0] <= value <= typical[1]


@settings(max_examples=30)
@given(probed_packs(), stated_facts().filter(possible))
def test_more_draws_begin_with_the_fewer(pack: Pack, facts: Facts) -> None:
    subject = subject_of(pack, facts)
    assert drawn(subject, Draws(count=20, seed=2))[:7] == drawn(subject, Draws(count=7, seed=2))


@settings(max_examples=60)
@given(probed_packs(), all_facts())
def test_where_everything_is_told_nothing_is_drawn(pack: Pack, facts: Facts) -> None:
    assert set(unknown_in(subject_of(pack, {**facts, "cargo.rest": 0.5})).facts) == set()


def test_a_fact_that_a_question_asks_for_through_a_derived_one_is_drawn() -> None:
    assert set(unknown_in(asking("cargo.size == heavy")).facts) == {"cargo.value", "crew.sailors"}


def test_what_an_exception_silences_is_not_drawn() -> None:
    asked = decision(criterion("crew", 1.0, when("crew.sailors >= 3", unless="trip.insured", raft=1000)))
    assert set(unknown_in(subject_of(asked, {"trip.insured": True})).facts) == set()
    assert set(unknown_in(subject_of(asked, {"trip.insured": False})).facts) == {"crew.sailors"}


def test_the_other_shares_of_a_whole_are_drawn_with_one() -> None:
    subject = asking("cargo.share >= 0.5")
    assert set(unknown_in(subject).facts) == {"cargo.share", "cargo.rest"}


def test_facts_without_a_likely_value_stay_unknown() -> None:
    assert set(unknown_in(asking('crew.captain == "Ann"', 'trip.start > "2026-02-01"')).facts) == set()


def test_lists_of_choices_are_short() -> None:
    lists = [turn["water.hazards"] for turn in drawn(asking("fog in water.hazards"), Draws(count=4000))]
    lengths = [len(one) for one in lists if isinstance(one, tuple)]
    assert sum(lengths) / len(lengths) == pytest.approx(3 / 4, abs=0.05)
    assert all(list(one) == sorted(one, key=("rocks", "fog", "ice").index) for one in lists if isinstance(one, tuple))


def test_facts_that_never_fit_stay_unknown() -> None:
    """With fewer sailors than the fewest mates that are likely, no number of mates can be."""
    catalogue = {**PROBED.facts}
    catalogue["crew.roles.first_mate"] = replace(catalogue["crew.roles.first_mate"], typical=(2, 3))
    asked = decision(criterion("crew", 1.0, when("crew.roles.first_mate >= 1", raft=1000)))
    subject = subject_of(asked, {"crew.sailors": 1})
    pack = replace(subject.machine.pack, catalogue=replace(PROBED, facts=catalogue))
    assert drawn(subject_of(pack, {"crew.sailors": 1}), Draws(count=3)) == [{}, {}, {}]


@pytest.mark.parametrize(
    ("shares", "whole", "wanted"),
    [
        ({"a": 0.5, "b": 0.5}, Whole(drawn=("a", "b"), left=0.4, filled=True), {"a": 0.2, "b": 0.2}),
        ({"a": 0.1, "b": 0.1}, Whole(drawn=("a", "b"), left=1.0, filled=True), {"a": 0.5, "b": 0.5}),
        ({"a": 0.1}, Whole(drawn=("a",), left=0.4, filled=False), {"a": 0.1}),
        ({"a": 0.6}, Whole(drawn=("a",), left=0.4, filled=False), {"a": 0.4}),
        ({"a": 0.0, "b": 0.0}, Whole(drawn=("a", "b"), left=1.0, filled=True), {"a": 0.5, "b": 0.5}),
        ({}, Whole(drawn=(), left=1.0, filled=True), {}),
    ],
)
def test_shares_take_what_the_stated_ones_leave(shares: Facts, whole: Whole, wanted: Facts) -> None:
    assert fitted(shares, whole) == pytest.approx(wanted)  # type: ignore[arg-type]  # shares
