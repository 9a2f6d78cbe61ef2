"""Confidence in a decision: what it is where nothing, little or everything is known."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salesdesign.engine.probing.firmness import firmness
from salesdesign.model.expression import Compare, Comparison, FactOf, Literal, Value
from salesdesign.model.pack import GateKind, Pack
from salesdesign.model.probing import Draws
from tests.engine.examples import criterion, decision, gate, when
from tests.engine.probing.examples import PROBED, chosen, possible, probed_packs, subject_of
from tests.strategies import all_facts, pack_of, stated_facts

Facts = dict[str, Value]
FEW = Draws(count=40)


@settings(max_examples=60)
@given(probed_packs(), all_facts().filter(possible))
def test_where_everything_that_is_read_is_known_facts_alter_nothing(pack: Pack, facts: Facts) -> None:
    subject = subject_of(pack, {**facts, "cargo.rest": 0.5})
    found, today = firmness(subject, FEW), chosen(subject)
    assert (found.by_facts, sum(found.facts.values())) == (1, 1 if today else 0)


@settings(max_examples=60)
@given(probed_packs(), stated_facts().filter(possible), st.integers(0, 5))
def test_confidence_is_the_share_of_what_is_chosen(pack: Pack, facts: Facts, seed: int) -> None:
    subject = subject_of(pack, facts)
    found, today = firmness(subject, Draws(count=30, seed=seed)), chosen(subject)
    if today is None:
        assert found.by_facts == pytest.approx(1 - sum(found.facts.values()))
    else:
        assert (found.judgement.again, found.by_facts) == (found.judgement.chosen[today], found.facts[today])


def test_where_nothing_speaks_judgement_is_chance_and_facts_say_that_anything_may_come() -> None:
    asked = decision(criterion("trip", 1.0, when("trip.insured", raft=1000), when("not trip.insured", boat=1000)))
    found = firmness(subject_of(asked, {}), FEW)
    assert found.judgement.again == pytest.approx(1 / 3)
    assert found.by_facts == 0


def test_where_no_option_is_open_judgement_alters_nothing() -> None:
    asked = decision(criterion("trip", 1.0, when("trip.insured", raft=1000)), options="raft boat")
    shut = replace(asked, gates=(gate(GateKind.EXCLUDES, "trip.insured", "raft", "boat"),))
    found = firmness(subject_of(shut, {"trip.insured": True}), FEW)
    assert (found.judgement.again, found.by_facts, found.judgement.ranks) == (1, 1, {"raft": (), "boat": ()})


def test_a_choice_that_hangs_on_a_coin_stands_in_half_of_the_draws() -> None:
    asked = decision(
        criterion("crew", 1.0, when("crew.sailors >= 0", raft=1000), when("trip.insured", boat=2000)),
        options="raft boat",
    )
    found = firmness(subject_of(asked, {"crew.sailors": 3}), Draws(count=4000))
    assert found.facts == pytest.approx({"raft": 0.5, "boat": 0.5}, abs=0.03)


def test_options_that_tie_share_a_draw() -> None:
    asked = decision(
        criterion("trip", 1.0, when("trip.insured", raft=1000, boat=1000), when("not trip.insured", raft=1000)),
        options="raft boat",
    )
    found = firmness(subject_of(asked, {}), Draws(count=4000))
    assert found.facts == pytest.approx({"raft": 0.75, "boat": 0.25}, abs=0.03)


def test_decisions_on_the_way_are_taken_again_in_each_draw() -> None:
    """The port follows the vessel, which hangs on a fact that nobody told."""
    vessel = decision(
        criterion("trip", 1.0, when("trip.insured", raft=1000), when("not trip.insured", boat=1000)),
        options="raft boat",
    )
    is_boat = Compare(Comparison.EQUAL, FactOf("decided.vessel"), Literal("boat"))
    rule = replace(when("crew.sailors >= 0", ship=1000), id="a-boat-needs-a-pier", when=is_boat)
    port = replace(decision(criterion("port", 1.0, rule, when("crew.sailors >= 0", raft=500))), id="port")
    pack = pack_of(vessel, port, catalogue=PROBED)
    found = firmness(subject_of(pack, {"crew.sailors": 2, "decided.vessel": None}), Draws(count=2000))
    assert found.facts == pytest.approx({"raft": 0.5, "boat": 0.0, "ship": 0.5}, abs=0.05)


@settings(max_examples=30)
@given(probed_packs(), stated_facts().filter(possible))
def test_the_same_seed_gives_the_same_bytes_and_another_one_others(pack: Pack, facts: Facts) -> None:
    assert firmness(subject_of(pack, facts), FEW) == firmness(subject_of(pack, facts), FEW)
