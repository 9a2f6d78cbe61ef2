"""The smallest changes that alter a choice, held against a walk over every step."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.engine.probing.course import course_of
from salesdesign.engine.probing.flips import flips
from salesdesign.engine.probing.number_flips import Nearest, Search
from salesdesign.engine.probing.questions import questions_of
from salesdesign.engine.probing.subject import Subject
from salesdesign.engine.probing.track import Track, track_of
from salesdesign.model.catalogue import NUMERIC
from salesdesign.model.expression import Value
from salesdesign.model.pack import Choose, GateKind, Line, Pack
from salesdesign.model.probing import Flip
from tests.engine.examples import criterion, decision, gate, over, when
from tests.engine.probing.examples import PROBED, chained_packs, chosen, possible, probed_packs, subject_of
from tests.strategies import all_facts, stated_facts

Facts = dict[str, Value]
companies = st.one_of(stated_facts(), all_facts()).filter(possible)


def searches(subject: Subject) -> Iterable[Search]:
    """The search along every number that is read."""
    course = course_of(subject)
    questions, today = questions_of(course), course.last(subject.stated).chosen[:1]
    for name, fact in PROBED.facts.items():
        if name in subject.stated and name in questions.read and fact.type in NUMERIC:
            track = track_of(fact, subject.stated, PROBED, 1.0)
            yield Search(subject=subject, course=course, questions=questions, today=today, track=track)


def walked(subject: Subject, track: Track, places: range) -> Nearest:
    """The nearest flip in one direction, found by asking the engine at every step."""
    barred = None
    for place in places:
        value = track.value(place)
        if chosen(subject, track.seen(value)) != chosen(subject):
            if not subject.impossible({**subject.stated, **track.seen(value)}):
                return Nearest(value, barred)
            barred = value if barred is None else barred
    return Nearest(None, barred)


@settings(max_examples=40)
@given(probed_packs(), companies, st.sampled_from([1, 2, 10]), st.sampled_from([1.0, 0.7, 2.35]))
def test_the_search_finds_what_a_walk_over_every_step_finds(
    pack: Pack, facts: Facts, parts: int, weight: float
) -> None:
    subject = subject_of(pack, facts, {"criterion_0": weight})
    for search in searches(subject):
        step = search.track.step / (parts if search.track.finer() else 1)
        finer = replace(search, track=replace(search.track, step=step))
        for places in (finer.track.upward(), finer.track.downward()):
            assert finer.first(places) == walked(subject, finer.track, places)


@settings(max_examples=25)
@given(chained_packs(), companies)
def test_decisions_on_the_way_are_taken_again_at_every_step(pack: Pack, facts: Facts) -> None:
    subject = subject_of(pack, {**facts, "decided.harbour": None, "decided.vessel": None})
    for search in searches(subject):
        for places in (search.track.upward(), search.track.downward()):
            assert search.first(places) == walked(subject, search.track, places)


def changes(flip: Flip) -> Facts:
    return {flip.fact: flip.to, **flip.also}


@settings(max_examples=40)
@given(probed_packs(), companies)
def test_a_flip_flips_and_half_of_it_does_not(pack: Pack, facts: Facts) -> None:
    subject = subject_of(pack, facts)
    for flip in flips(subject, facts, {}).found:
        assert flip.from_ == facts[flip.fact]
        assert chosen(subject, changes(flip)) == flip.chosen != chosen(subject)
        assert not subject.impossible({**facts, **changes(flip)})
    for search in searches(subject):
        nearest = search.nearest().flip
        if nearest is not None:
            half = search.track.halfway(nearest)
            assert chosen(subject, search.track.seen(half)) == chosen(subject) or at_once(
                subject, search.track, nearest
            )


def at_once(subject: Subject, track: Track, towards: float) -> bool:
    """Whether the choice turns as soon as the number moves at all, or cannot be told for half of the way."""
    tiny = replace(track, step=track.step / 10**4)
    value = tiny.value(tiny.towards(towards)[0])
    half = track.seen(track.halfway(towards))
    turns = chosen(subject, track.seen(value)) != chosen(subject)
    return turns or bool(subject.impossible({**subject.stated, **half}))


@settings(max_examples=40)
@given(probed_packs(), companies)
def test_every_answer_that_flips_alone_is_found(pack: Pack, facts: Facts) -> None:
    subject = subject_of(pack, facts)
    found = {flip.fact for flip in flips(subject, facts, {}).found}
    for name in ("water.kind", "trip.vessel", "trip.insured"):
        fact = PROBED.facts[name]
        others: list[Value] = [*(choice.id for choice in fact.choices)] or [True, False]
        if name in facts:
            turning = [one for one in others if chosen(subject, {name: one}) != chosen(subject)]
            assert (name in found) == bool(turning)


def found_in(subject: Subject) -> list[tuple[str, Value, Value, str | None]]:
    return [(flip.fact, flip.from_, flip.to, flip.chosen) for flip in flips(subject, subject.stated, {}).found]


def rising(start: float, end: float) -> Line:
    return Line(places=((start, 0), (end, 3000)))


def test_a_crossing_is_rounded_outward_to_the_step_of_the_catalogue() -> None:
    asked = decision(
        criterion("crew", 1.0, over("crew.sailors", boat=rising(0, 6)), when("crew.sailors >= 0", raft=1600)),
        options="raft boat",
    )
    assert found_in(subject_of(asked, {"crew.sailors": 1})) == [("crew.sailors", 1, 4, "boat")]


def test_a_flip_closer_than_half_a_step_is_told_in_smaller_steps() -> None:
    asked = decision(
        criterion("cargo", 1.0, over("cargo.value", boat=rising(0, 6)), when("cargo.value >= 0", raft=1010)),
        options="raft boat",
    )
    assert found_in(subject_of(asked, {"cargo.value": 2})) == [("cargo.value", 2, 2.025, "boat")]


def test_a_limit_of_a_derived_fact_is_found_through_its_sources() -> None:
    """From two a sailor on, the cargo is heavy."""
    asked = decision(
        criterion("cargo", 1.0, when("cargo.size == heavy", boat=2000), when("cargo.value >= 0", raft=1000)),
        options="raft boat",
    )
    assert found_in(subject_of(asked, {"cargo.value": 4, "crew.sailors": 4})) == [
        ("crew.sailors", 4, 2, "boat"),
        ("cargo.value", 4, 8, "boat"),
    ]


def test_the_other_shares_of_a_whole_make_room() -> None:
    asked = decision(
        criterion("cargo", 1.0, when("cargo.share >= 0.7", boat=2000), when("cargo.share < 0.7", raft=1000)),
        options="raft boat",
    )
    stated: Facts = {"cargo.share": 0.5, "cargo.rest": 0.5}
    (flip,) = flips(subject_of(asked, stated), stated, {}).found
    assert (flip.fact, flip.to, flip.also) == ("cargo.share", 0.75, {"cargo.rest": 0.25})


def test_a_share_never_takes_more_than_the_stated_ones_leave() -> None:
    asked = decision(
        criterion("cargo", 1.0, when("cargo.share >= 0.7", boat=2000), when("cargo.share < 0.7", raft=1000)),
        options="raft boat",
    )
    free: Facts = {"cargo.share": 0.25}
    assert [row[:3] for row in found_in(subject_of(asked, free))] == [("cargo.share", 0.25, 0.75)]


def test_what_can_never_be_is_left_out_and_told() -> None:
    asked = decision(
        criterion(
            "crew",
            1.0,
            when("crew.sailors >= 1 and crew.sailors <= 2", boat=2000),
            when("crew.sailors < 1", ship=2000),
            when("crew.sailors > 2", raft=1000),
        )
    )
    stated: Facts = {"crew.sailors": 5, "crew.roles.first_mate": 3}
    found = flips(subject_of(asked, stated), stated, {})
    assert (found.found, [(one.fact, one.to, one.by) for one in found.barred]) == (
        (),
        [("crew.sailors", 2, ("mates-are-sailors",))],
    )


def test_another_choice_is_the_nearest_in_the_catalogue_and_a_list_gains_or_loses_one() -> None:
    asked = decision(
        criterion(
            "water",
            1.0,
            when("water.kind == lake", raft=1000),
            when("water.kind != lake", boat=1000),
            when("fog in water.hazards", ship=2000),
        )
    )
    stated: Facts = {"water.kind": "lake", "water.hazards": ("rocks",)}
    assert found_in(subject_of(asked, stated)) == [
        ("water.kind", "lake", "river", "boat"),
        ("water.hazards", ("rocks",), ("rocks", "fog"), "ship"),
    ]


def test_money_moves_in_the_companys_own_currency() -> None:
    asked = decision(
        criterion("cargo", 1.0, when("cargo.value >= 3", boat=2000), when("cargo.value < 3", raft=1000)),
        options="raft boat",
    )
    own: Facts = {"cargo.value": 2}
    (flip,) = flips(subject_of(asked, {"cargo.value": 2 * 1.25}), own, {"cargo.value": 1.25}).found
    assert (flip.from_, flip.to) == (2, 2.5)


def test_a_fact_that_the_decision_does_not_read_never_flips_it() -> None:
    asked = decision(criterion("crew", 1.0, when("crew.sailors >= 3", raft=1000)))
    assert [row[0] for row in found_in(subject_of(asked, {"crew.sailors": 5, "crew.skill": 2}))] == ["crew.sailors"]


def test_where_several_are_chosen_there_are_no_flips() -> None:
    asked = replace(decision(criterion("crew", 1.0, when("crew.sailors >= 3", raft=1000))), choose=Choose.SEVERAL)
    assert found_in(subject_of(asked, {"crew.sailors": 5})) == []


def test_todays_option_is_left_only_beyond_its_inertia() -> None:
    line = criterion("crew", 1.0, over("crew.sailors", boat=rising(0, 6)))
    kept = replace(decision(line, options="raft boat"), current="trip.vessel", inertia=2.0)
    stated: Facts = {"crew.sailors": 3, "trip.vessel": "raft"}
    assert ("crew.sailors", 3, 5, "boat") in found_in(subject_of(kept, stated))


def test_a_gate_that_opens_is_a_flip() -> None:
    asked = decision(criterion("trip", 1.0, when("trip.insured", raft=1000, boat=2000)), options="raft boat")
    gated = replace(asked, gates=(gate(GateKind.EXCLUDES, "crew.sailors < 4", "boat"),))
    assert found_in(subject_of(gated, {"crew.sailors": 2, "trip.insured": True}))[0] == ("crew.sailors", 2, 4, "boat")
